package io.transcripthub.settings;

/**
 * One configuration key.
 *
 * @param name full name, or for an account's key the part behind {@code <account>.}
 * @param kind what its value must look like; an empty value means "not set" and fits every kind
 * @param preset the default, empty when there is none
 */
record Key(String name, Kind kind, String preset) {
    boolean secret() {
        return name.endsWith("secret") || name.endsWith("password") || name.endsWith("api-key");
    }

    Key under(String account) {
        return new Key(account + "." + name, kind, preset);
    }
}
