package io.transcripthub.network;

import java.security.cert.CertificateException;

/** A server has shown a certificate that is not believed; the message says why, and what to do. */
final class UntrustedCertificate extends CertificateException {
    private static final long serialVersionUID = 1;

    UntrustedCertificate(String message, CertificateException cause) {
        super(message, cause);
    }
}
