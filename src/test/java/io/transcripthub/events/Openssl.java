package io.transcripthub.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Signs as a vendor would, by the command of that name: what our own code signed would only show that it agrees with itself. */
public final class Openssl {
    private Openssl() {}

    /** HMAC-SHA256 in hex, lower case. */
    public static String hex(String secret, byte[] body) {
        byte[] printed = run(body, "dgst", "-sha256", "-hmac", secret, "-r");
        String hex = new String(printed, StandardCharsets.US_ASCII)
                .replaceAll("\\s.*", "")
                .trim();
        assertThat(hex).matches("[0-9a-f]{64}");
        return hex;
    }

    /** HMAC-SHA256 as {@code sha256=} and base64. */
    public static String base64(String secret, byte[] body) {
        byte[] printed = run(body, "dgst", "-sha256", "-hmac", secret, "-binary");
        assertThat(printed).hasSize(32);
        return "sha256=" + Base64.getEncoder().encodeToString(printed);
    }

    private static byte[] run(byte[] input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            Process openssl = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream stdin = openssl.getOutputStream()) {
                stdin.write(input);
            }
            byte[] printed = openssl.getInputStream().readAllBytes();
            assertThat(openssl.waitFor())
                    .as("exit status of %s", command.subList(0, 3))
                    .isZero();
            return printed;
        } catch (IOException missing) {
            throw new UncheckedIOException(
                    "expected the command openssl, which signs in these tests, found none: install it", missing);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("stopped while openssl ran", stopped);
        }
    }

    /** Bytes that are no text in any encoding that a parser would like. */
    public static byte[] anyBytes() {
        return HexFormat.of().parseHex("00ff7b0d0a227d20c328f09f");
    }
}
