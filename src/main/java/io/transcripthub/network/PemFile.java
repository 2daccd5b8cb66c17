package io.transcripthub.network;

import io.transcripthub.settings.InvalidSetting;
import io.transcripthub.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A file in PEM (RFC 7468) that a key of the configuration names. What cannot be used of it is an {@link InvalidSetting}. */
final class PemFile {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String KEY = "PRIVATE KEY";
    private static final String ENCRYPTED_KEY = "ENCRYPTED PRIVATE KEY";
    private static final String PBES2 = "1.2.840.113549.1.5.13";

    private final Settings settings;
    private final String key;
    private final List<Block> blocks = new ArrayList<>();

    private record Block(String label, String base64) {}

    PemFile(Settings settings, String key) {
        this.settings = settings;
        this.key = key;
        Matcher block = BLOCK.matcher(text(settings.path(key)));
        while (block.find()) {
            blocks.add(new Block(block.group(1), block.group(2)));
        }
    }

    /** At least one, in the order of the file. */
    List<X509Certificate> certificates() {
        List<X509Certificate> certificates = blocks.stream()
                .filter(block -> block.label().equals(CERTIFICATE))
                .map(block -> certificate(der(block)))
                .toList();
        if (certificates.isEmpty()) {
            throw invalid("at least one certificate in PEM (BEGIN CERTIFICATE)", found());
        }
        return certificates;
    }

    /**
     * @param algorithm of the certificate that the key belongs to
     * @param passwordKey of the configuration, for an encrypted key
     */
    PrivateKey privateKey(String algorithm, String passwordKey) {
        Block block = blocks.stream()
                .filter(each -> List.of(KEY, ENCRYPTED_KEY).contains(each.label()))
                .findFirst()
                .orElseThrow(() -> invalid(
                        "a key of PKCS#8 in PEM (BEGIN PRIVATE KEY or BEGIN ENCRYPTED PRIVATE KEY)",
                        found() + "; openssl pkcs8 -topk8 makes one of an older key"));
        byte[] plain = block.label().equals(KEY) ? der(block) : decrypted(der(block), passwordKey);
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(plain));
        } catch (GeneralSecurityException other) {
            throw invalid("a key of the certificate's kind, " + algorithm, "another");
        }
    }

    private byte[] decrypted(byte[] der, String passwordKey) {
        if (!settings.has(passwordKey)) {
            throw invalid("a key that is not encrypted, as " + passwordKey + " is not set", "an encrypted one");
        }
        try {
            EncryptedPrivateKeyInfo encrypted = new EncryptedPrivateKeyInfo(der);
            // only the parameters tell which of the ciphers of PBES2 it is
            String scheme = List.of(PBES2, "PBES2").contains(encrypted.getAlgName())
                    ? encrypted.getAlgParameters().toString()
                    : encrypted.getAlgName();
            Cipher cipher = Cipher.getInstance(scheme);
            PBEKeySpec password = new PBEKeySpec(settings.get(passwordKey).toCharArray());
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(scheme).generateSecret(password),
                    encrypted.getAlgParameters());
            return cipher.doFinal(encrypted.getEncryptedData());
        } catch (GeneralSecurityException | IOException undecipherable) {
            throw invalid("a key that " + passwordKey + " decrypts", "one that it does not");
        }
    }

    InvalidSetting invalid(String expected, String found) {
        return new InvalidSetting(settings.place(key) + ": " + key + ": " + settings.get(key) + ": expected " + expected
                + ", found " + found);
    }

    private String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw invalid("a file that can be read", Files.exists(file) ? "one that cannot" : "none");
        }
    }

    private String found() {
        return blocks.isEmpty()
                ? "no PEM"
                : "BEGIN "
                        + String.join(
                                ", BEGIN ",
                                blocks.stream().map(Block::label).distinct().toList());
    }

    private byte[] der(Block block) {
        try {
            return Base64.getDecoder().decode(block.base64().replaceAll("\\s", ""));
        } catch (IllegalArgumentException notBase64) {
            throw invalid("base64 between BEGIN and END", "something else");
        }
    }

    private X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException unreadable) {
            throw invalid("certificates of X.509", "something else");
        }
    }
}
