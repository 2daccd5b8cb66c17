package io.transcripthub.cli;

import io.transcripthub.sandbox.Call;
import io.transcripthub.sandbox.Calls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One recording or medium that the demo hands in.
 *
 * @param account {@link #CXONE} for a recording, {@link #GENESYS} for a medium
 * @param referenceText what a human heard, null where nobody wrote it down, and for a medium, which takes none
 * @param expected the state that it should end in
 */
record DemoSubmission(String account, String externalId, String languageCode, String referenceText, String expected) {
    static final String CXONE = "cxone";
    static final String GENESYS = "genesys";

    private static final int BAD_ONE_IN = 20;

    /** How bad ones end, in the sandbox's words; see {@code ./hub sandbox --help}. */
    private static final List<String> BAD_RECORDINGS = List.of("fail", "cancel", "forbidden");

    private static final List<String> BAD_MEDIA = List.of("badtime", "fail", "missing");

    /**
     * Recordings and as many media by turns: all calls of the sandbox, and one submission in twenty that does not come to a
     * transcript. Media begin in the midst of the calls, so that a few of both are different ones.
     */
    static List<DemoSubmission> list(int recordings) {
        return IntStream.range(0, recordings)
                .boxed()
                .flatMap(index -> Stream.of(recording(index), medium(index)))
                .toList();
    }

    private static DemoSubmission recording(int index) {
        Call call = call(index);
        String id = "demo-%03d-%s".formatted(index + 1, call.name());
        return isBad(index)
                ? new DemoSubmission(
                        CXONE, id + "-" + bad(BAD_RECORDINGS, index), call.language(), call.reference(), "FAILED")
                : new DemoSubmission(CXONE, id, call.language(), call.reference(), "DELIVERED");
    }

    private static DemoSubmission medium(int index) {
        Call call = call(index + Calls.all().size() / 2);
        String id = "demo-media-%03d-%s".formatted(index + 1, call.name());
        if (!isBad(index)) {
            return new DemoSubmission(GENESYS, id, call.language(), null, "DELIVERED");
        }
        String ending = bad(BAD_MEDIA, index);
        String expected = ending.equals("badtime") ? "DEAD" : "FAILED";
        return new DemoSubmission(GENESYS, id + "-" + ending, call.language(), null, expected);
    }

    private static Call call(int index) {
        return Calls.all().get(index % Calls.all().size());
    }

    private static boolean isBad(int index) {
        return index % BAD_ONE_IN == BAD_ONE_IN / 2;
    }

    private static String bad(List<String> endings, int index) {
        return endings.get(index / BAD_ONE_IN % endings.size());
    }

    /** As the API takes it. */
    Map<String, Object> request() {
        boolean recording = account.equals(CXONE);
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("account", account);
        request.put(recording ? "recordingId" : "mediaId", externalId);
        request.put(recording ? "languageCode" : "language", languageCode);
        if (referenceText != null) {
            request.put("referenceText", referenceText);
        }
        return request;
    }
}
