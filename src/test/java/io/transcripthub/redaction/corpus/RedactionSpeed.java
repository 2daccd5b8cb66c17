package io.transcripthub.redaction.corpus;

import io.transcripthub.redaction.RedactionMode;
import io.transcripthub.redaction.Redactor;
import io.transcripthub.redaction.Spoken;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Megabytes of calls a second, on one thread; an operation is all such calls of the corpus's dev part. Whole calls have what is
 * said between the numbers, too; the others are cut out where numbers are, three or four to the line. The redactor is more
 * code than three regexes, and the compiler needs a minute until it is done with it. The collector is that of {@code ./hub}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
@Warmup(iterations = 30, time = 2)
@Measurement(iterations = 8, time = 1)
public class RedactionSpeed {
    private static final double MEGABYTE = 1e6;
    /** Five minutes of talk. */
    private static final int FEWEST_WORDS = 600;

    @Param({"whole calls", "cut-outs"})
    private String of;

    private List<CorpusCall> calls;
    private double megabytesOfCalls;
    private List<Said> said;
    private final Redactor standard = new Redactor(RedactionMode.STANDARD);
    private final Redactor strict = new Redactor(RedactionMode.STRICT);
    private final TutorialRegexes tutorial = new TutorialRegexes();

    @Setup
    public void readCalls() {
        calls = Corpus.read(Corpus.DEV).stream()
                .filter(call -> of.equals("whole calls") == words(call) >= FEWEST_WORDS)
                .toList();
        megabytesOfCalls = megabytes(calls);
        said = calls.stream().map(Said::in).toList();
    }

    private static int words(CorpusCall call) {
        return call.utterances().stream()
                .mapToInt(said -> said.text().split(" ", -1).length)
                .sum();
    }

    /** A call as the redactor takes it. */
    private record Said(List<Spoken> utterances, String language) {
        static Said in(CorpusCall call) {
            return new Said(
                    call.utterances().stream()
                            .map(utterance -> new Spoken(utterance.speaker(), utterance.text()))
                            .toList(),
                    call.language());
        }
    }

    /** Counted beside the operations. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Done {
        public double megabytes;
    }

    @Benchmark
    public void standard(Done done, Blackhole sink) {
        said.forEach(call -> sink.consume(standard.redact(call.utterances(), call.language())));
        done.megabytes += megabytesOfCalls;
    }

    @Benchmark
    public void strict(Done done, Blackhole sink) {
        said.forEach(call -> sink.consume(strict.redact(call.utterances(), call.language())));
        done.megabytes += megabytesOfCalls;
    }

    @Benchmark
    public void tutorialRegexes(Done done, Blackhole sink) {
        calls.forEach(call -> call.utterances().forEach(said -> sink.consume(tutorial.redact(said.text()))));
        done.megabytes += megabytesOfCalls;
    }

    /** Of their texts in UTF-8. */
    private static double megabytes(List<CorpusCall> calls) {
        return calls.stream()
                        .flatMap(call -> call.utterances().stream())
                        .mapToLong(said -> said.text().getBytes(StandardCharsets.UTF_8).length)
                        .sum()
                / MEGABYTE;
    }
}
