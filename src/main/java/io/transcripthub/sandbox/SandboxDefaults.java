package io.transcripthub.sandbox;

/** Where the sandbox is and whom it lets in, unless told otherwise. */
public final class SandboxDefaults {
    public static final String HOST = "127.0.0.1";
    public static final int PORT = 8089;
    public static final String BASE_URL = "http://" + HOST + ":" + PORT;
    public static final String CLIENT_ID = "sandbox";
    public static final String CLIENT_SECRET = "sandbox-secret";

    private SandboxDefaults() {}
}
