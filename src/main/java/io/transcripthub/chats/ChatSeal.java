package io.transcripthub.chats;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals texts by AES-256 in Galois/Counter Mode (NIST SP 800-38D), each with a random nonce of 96 bits and a tag of 128. The
 * row's id is authenticated too, so that a sealed text opens in its own row only. Written {@code v1.<key>.<nonce and
 * text in base64>}, where the key is named by the start of a hash.
 */
public final class ChatSeal {
    private static final String VERSION = "v1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final ChatKey key;
    private final SecureRandom random = new SecureRandom();

    public ChatSeal(ChatKey key) {
        this.key = key;
    }

    /** @throws UnreadableChat when there is no key */
    public String seal(String rowId, byte[] text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        SecretKey secret = key.key();
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, secret, nonce, rowId).doFinal(text);
            byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
            return VERSION + "." + ChatKey.name(secret) + "."
                    + Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES/GCM", impossible);
        }
    }

    /** @throws UnreadableChat when it was sealed with another key or for another row, or is damaged */
    public byte[] open(String rowId, String sealed) {
        String[] pieces = sealed.split("\\.", 3);
        SecretKey secret = key.key();
        if (pieces.length != 3 || !pieces[0].equals(VERSION)) {
            throw new UnreadableChat("the chat's text is sealed in a way that this hub does not know");
        }
        if (!pieces[1].equals(ChatKey.name(secret))) {
            throw new UnreadableChat("the chat's text is sealed with key " + pieces[1] + ", but " + key.file()
                    + " holds key " + ChatKey.name(secret) + "; all nodes of a ledger need the same file");
        }
        try {
            byte[] both = Base64.getDecoder().decode(pieces[2]);
            byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, secret, nonce, rowId)
                    .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            throw new UnreadableChat("the chat's text is damaged, or belongs to another row");
        }
    }

    private static Cipher cipher(int mode, SecretKey secret, byte[] nonce, String rowId)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(rowId.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
