package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import java.util.Locale;
import java.util.Set;

/** Tells versions of software from addresses: both are four numbers with dots between them. */
final class SoftwareVersions {
    private static final Set<String> SOFTWARE = Set.of(
            "client",
            "version",
            "build",
            "firmware",
            "release",
            "patch",
            "app",
            "kernel",
            "software",
            "v",
            "running",
            "windows",
            "nginx",
            "apache",
            "php",
            "bind",
            "ios",
            "android",
            "chrome",
            "java",
            "python",
            "os",
            "bios",
            "outlook",
            "excel",
            "zoom",
            "acrobat",
            "firefox",
            "safari",
            "node",
            "mysql",
            "postgres",
            "oracle",
            "tomcat",
            "docker",
            "openssl",
            "driver",
            "drivers",
            "plugin",
            "update",
            "updated",
            "upgraded",
            "upgrade",
            "sdk",
            "linux",
            "ubuntu",
            "citrix",
            "uefi",
            "dotnet",
            "runtime");

    private static final int LONGEST_QUESTION = 12;
    private static final int BESIDE = 3;
    /** What begins lower and nobody calls an address is a version. */
    private static final int SMALLEST_NETWORK = 10;

    private SoftwareVersions() {}

    /** "client 4.10.0.38", "and the firmware?" - "4.10.0.38": only what says so at once makes it harmless. */
    static boolean isOne(Call call, DigitRun address) {
        int token = address.first().token();
        if (isNamedBefore(call, token, address.utterance()) || isNamedBehind(call, address)) {
            return true;
        }
        Cues cues = call.context().cues();
        int before = cues.indexFrom(token) - 1;
        int first = call.tokens().first(address.utterance());
        if (before >= 0 && cues.get(before).token() >= first) {
            return token - cues.get(before).tokenEnd() <= BESIDE
                    && (isOfVersion(cues.get(before).topic())
                            || cues.get(before).topic().isHarmless()
                                    && token == cues.get(before).tokenEnd())
                    && !(cues.get(before).topic().weak() && hasLargeOctet(address));
        }
        Topic topic = address.topic(call.context());
        if (asksForVersion(call, address.utterance() - 1) && call.context().hardWords(first, token) == 0) {
            return true;
        }
        int network = Integer.parseInt(
                address.part(0, IpAddressRecognizer.octetEnd(address, 0)).digits());
        if (network < SMALLEST_NETWORK && !Topic.IP.equals(topic) && !hasLargeOctet(address)) {
            return true;
        }
        return (network <= SMALLEST_NETWORK || !hasLargeOctet(address))
                && !asksForAddress(call, address.utterance() - 1)
                && topic != null
                && isOfVersion(topic)
                && !topic.weak()
                && call.context().hardWords(first, token) == 0;
    }

    /** "run client 10.4.113.77 or later", "java is 17.0.9.1" */
    private static boolean isNamedBefore(Call call, int token, int utterance) {
        boolean linked =
                switch (call.word(token - 1, utterance).text()) {
                    case "is", "says", "shows", "at", "on", "to", "now" -> true;
                    default -> false;
                };
        return isSoftware(call, token - 1, utterance)
                || linked && isSoftware(call, token - 2, utterance) && !asksForAddress(call, utterance - 1);
    }

    /** "8.14.4.20 of the client" */
    private static boolean isNamedBehind(Call call, DigitRun address) {
        int utterance = address.last().utterance();
        int token = address.last().tokenEnd();
        boolean of = call.word(token, utterance).says("of");
        boolean article = of && call.word(token + 1, utterance).says("the");
        return of && isSoftware(call, article ? token + 2 : token + 1, utterance);
    }

    private static boolean isSoftware(Call call, int token, int utterance) {
        Tokens tokens = call.tokens();
        return token >= tokens.first(utterance)
                && token < tokens.last(utterance)
                && SOFTWARE.contains(call.text(utterance)
                        .substring(tokens.start(token), tokens.end(token))
                        .toLowerCase(Locale.ROOT));
    }

    private static boolean asksForAddress(Call call, int question) {
        int last = question < 0 ? 0 : call.tokens().last(question);
        int first = question < 0 ? 0 : Math.max(call.tokens().first(question), last - LONGEST_QUESTION);
        for (int token = first; token < last; token++) {
            if (call.word(token).text().startsWith("address")) {
                return true;
            }
        }
        return call.context().cues().hasBetween(first, last, Topic.IP);
    }

    /** "and the firmware", "on which version", and not a word of addresses. */
    private static boolean asksForVersion(Call call, int question) {
        if (question < 0) {
            return false;
        }
        Tokens tokens = call.tokens();
        int first = Math.max(tokens.first(question), tokens.last(question) - LONGEST_QUESTION);
        boolean software = false;
        for (int token = first; token < tokens.last(question); token++) {
            software |= isSoftware(call, token, question);
        }
        return software && !asksForAddress(call, question);
    }

    /** Neither amounts nor places look like it. */
    private static boolean isOfVersion(Topic topic) {
        return topic.isHarmless() && !topic.equals(Topic.AMOUNT) && !topic.equals(Topic.PLACE);
    }

    /** One of more than two digits, which versions hardly have. */
    private static boolean hasLargeOctet(DigitRun address) {
        for (int from = 0, to; from < address.size(); from = to) {
            to = IpAddressRecognizer.octetEnd(address, from);
            if (to == from || address.digitCount(from, to) > 2) {
                return true;
            }
        }
        return false;
    }
}
