package io.transcripthub.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the CPU time of the main job goes, by Java Flight Recorder: bench/profile.sh. A sample belongs to the part whose
 * frame is nearest to the top of its stack. Compiler and collector are not sampled: they are in the CPU time of
 * bench/main-job.sh only.
 */
final class Profile {
    /** First match wins, so the narrower come first. */
    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("io.transcripthub.redaction", "redaction");
        PARTS.put("io.transcripthub.quality", "word error rate");
        PARTS.put("org.h2", "database (H2)");
        PARTS.put("org.postgresql", "database (PostgreSQL driver)");
        PARTS.put("org.opensearch", "embedded search");
        PARTS.put("org.apache.lucene", "embedded search");
        PARTS.put("com.fasterxml.jackson", "JSON");
        PARTS.put("org.apache.camel", "Camel");
        PARTS.put("io.netty", "HTTP (Netty, Vert.x)");
        PARTS.put("io.vertx", "HTTP (Netty, Vert.x)");
        PARTS.put("org.elasticsearch.client", "search client");
        PARTS.put("org.apache.http", "search client");
        PARTS.put("io.transcripthub", "the hub's other classes");
    }

    private static final int HOTTEST = 40;

    private Profile() {}

    public static void main(String[] args) throws Exception {
        Workbench bench = new Workbench();
        Path recording = bench.folder().resolve("hub.jfr");
        new MainJob(bench, Integer.parseInt(args[0]))
                .measure("-XX:StartFlightRecording:settings=profile,filename=" + recording, Map.of());
        print(recording);
        System.exit(0);
    }

    private static void print(Path recording) throws IOException {
        Map<String, Integer> parts = new TreeMap<>();
        Map<String, Integer> methods = new TreeMap<>();
        int samples = 0;
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    List<RecordedFrame> frames = event.getStackTrace().getFrames();
                    parts.merge(part(frames), 1, Integer::sum);
                    methods.merge(name(frames.get(0)), 1, Integer::sum);
                    samples++;
                }
            }
        }
        System.out.printf("%nCPU samples by part (%d)%n", samples);
        print(parts, samples, parts.size());
        System.out.println("\nhottest methods");
        print(methods, samples, HOTTEST);
    }

    private static void print(Map<String, Integer> counts, int samples, int limit) {
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(limit)
                .forEach(count -> System.out.printf(
                        Locale.ROOT, "%5.1f %%  %s%n", 100.0 * count.getValue() / samples, count.getKey()));
    }

    private static String part(List<RecordedFrame> frames) {
        for (RecordedFrame frame : frames) {
            String type = frame.getMethod().getType().getName();
            for (Map.Entry<String, String> part : PARTS.entrySet()) {
                if (type.startsWith(part.getKey())) {
                    return part.getValue();
                }
            }
        }
        return "the JDK's own threads";
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }
}
