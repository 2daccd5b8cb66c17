package io.transcripthub.cli;

import io.transcripthub.quality.RedactedComparison;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wer --reference FILE --hypothesis FILE}. */
@Command(name = "wer", description = "Word error rate of a transcript against a reference text, as JSON.")
final class WerCommand implements Callable<Integer> {
    @Mixin
    private ConfigurationOptions configuration;

    @Option(names = "--reference", required = true, paramLabel = "FILE", description = "What was said (UTF-8 text).")
    private Path reference;

    @Option(names = "--hypothesis", required = true, paramLabel = "FILE", description = "What was heard (UTF-8 text).")
    private Path hypothesis;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RedactedComparison comparison = new RedactedComparison(UnaryOperator.identity());
        String said = read("--reference", reference);
        String heard = read("--hypothesis", hypothesis);
        spec.commandLine().getOut().println(comparison.compare(said, heard).toJson());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private String read(String option, Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw unusable(option, file, "no such file");
        } catch (CharacterCodingException notUtf8) {
            throw unusable(option, file, "not UTF-8 text");
        } catch (IOException unreadable) {
            throw unusable(option, file, "cannot be read");
        }
    }

    private ParameterException unusable(String option, Path file, String reason) {
        return new ParameterException(spec.commandLine(), option + ": " + file + ": " + reason);
    }
}
