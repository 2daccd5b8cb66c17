package io.transcripthub.cli;

import io.transcripthub.sandbox.Call;
import io.transcripthub.sandbox.Calls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One recording that the demo hands in.
 *
 * @param referenceText what a human heard, null where nobody wrote it down
 * @param expected the state that it should end in
 */
record DemoRecording(String recordingId, String languageCode, String referenceText, String expected) {
    private static final int BAD_ONE_IN = 20;

    /** How a bad recording ends, in the sandbox's words; see {@code ./hub sandbox --help}. */
    private static final List<String> BAD_ENDINGS = List.of("fail", "cancel", "forbidden");

    /** All calls of the sandbox in turn, and one recording in twenty that does not come to a transcript. */
    static List<DemoRecording> list(int count) {
        return IntStream.range(0, count).mapToObj(DemoRecording::of).toList();
    }

    private static DemoRecording of(int index) {
        Call call = Calls.all().get(index % Calls.all().size());
        String id = "demo-%03d-%s".formatted(index + 1, call.name());
        boolean bad = index % BAD_ONE_IN == BAD_ONE_IN / 2;
        return new DemoRecording(
                bad ? id + "-" + BAD_ENDINGS.get(index / BAD_ONE_IN % BAD_ENDINGS.size()) : id,
                call.language(),
                call.reference(),
                bad ? "FAILED" : "DELIVERED");
    }

    /** As the API takes it. */
    Map<String, Object> request() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("account", "cxone");
        request.put("recordingId", recordingId);
        request.put("languageCode", languageCode);
        if (referenceText != null) {
            request.put("referenceText", referenceText);
        }
        return request;
    }
}
