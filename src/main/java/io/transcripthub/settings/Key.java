package io.transcripthub.settings;

import java.util.regex.Pattern;

/**
 * One configuration key.
 *
 * @param name full name, or for an account's key the part behind {@code <account>.}
 * @param kind what its value must look like; an empty value means "not set" and fits every kind
 * @param preset the default, empty when there is none
 */
record Key(String name, Kind kind, String preset) {
    static final String MASK = "********";

    /** Camel's own keys end so, too: {@code keystorePassword}. */
    private static final Pattern SECRET = Pattern.compile("(?i).*(secret|password|passphrase|token|key)");

    /** Values within a URL whose names say that they are secret. */
    private static final Pattern SECRET_PARAMETER =
            Pattern.compile("(?i)([?&;][^=&;?]*(?:password|secret|token|key|auth|sig)[^=&;?]*=)[^&;\\s]+");

    Key under(String account) {
        return new Key(account + "." + name, kind, preset);
    }

    Key withoutPreset() {
        return new Key(name, kind, "");
    }

    boolean secret() {
        return kind != Kind.FILE && SECRET.matcher(name).matches();
    }

    /** The value, fit to be read by others: secrets are masked, and so are those within a URL. */
    String shown(String value) {
        if (secret() && !value.isEmpty()) {
            return MASK;
        }
        return SECRET_PARAMETER
                .matcher(value.replaceAll("//[^/@\\s]+@", "//" + MASK + "@"))
                .replaceAll("$1" + MASK);
    }
}
