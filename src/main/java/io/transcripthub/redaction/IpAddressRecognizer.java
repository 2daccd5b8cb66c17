package io.transcripthub.redaction;

import io.transcripthub.redaction.DigitGroup.Joint;
import java.util.Locale;
import java.util.Set;

/** IP_ADDRESS: four numbers up to 255 with dots between them, written or spoken. */
final class IpAddressRecognizer implements Recognizer {
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
            "bios");

    private static final int LONGEST_QUESTION = 12;
    private static final int PARTS = 4;
    private static final int BESIDE = 3;
    /** Of those that are asked for and lack a dot. */
    private static final int SHORTEST_ASKED = 6;

    private static final int LONGEST = 12;
    /** What begins lower and nobody calls an address is a version. */
    private static final int SMALLEST_NETWORK = 10;

    @Override
    public void recognize(Call call, Claims claims) {
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (run.size() >= PARTS && run.has(Joint.DOT)) {
                recognize(call, run, claims);
            }
        }
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (run.length() >= SHORTEST_ASKED
                    && run.length() <= LONGEST
                    && !call.isMeasure(run)
                    && isWithoutDots(call, run)) {
                claims.claim(EntityType.IP_ADDRESS, run);
            }
        }
    }

    /** Each number up to 255 may be of several groups: "one nine two". */
    private static void recognize(Call call, DigitRun run, Claims claims) {
        for (int from = 0; from < run.size(); from++) {
            int end = addressEnd(run, from);
            if (end > from) {
                if (!isVersion(call, run.part(from, end)) && !isMask(run.part(from, end))) {
                    claims.claim(EntityType.IP_ADDRESS, run.part(from, end));
                }
                from = end - 1;
            }
        }
    }

    /** 255.255.255.0 */
    private static boolean isMask(DigitRun address) {
        return address.digits().startsWith("255255");
    }

    /** "client 4.10.0.38", "and the firmware?" - "4.10.0.38": only what says so at once makes it harmless. */
    private static boolean isVersion(Call call, DigitRun address) {
        int token = address.first().token();
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
        if (isSoftware(call, token - 1, address.utterance())) {
            return true;
        }
        Topic topic = address.topic(call.context());
        if (asksForVersion(call, address.utterance() - 1) && call.context().hardWords(first, token) == 0) {
            return true;
        }
        int network = Integer.parseInt(address.part(0, octetEnd(address, 0)).digits());
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

    /** "run client 10.4.113.77 or later" */
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
        return false;
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
        return software
                && !asksForAddress(call, question)
                && !call.context().cues().hasBetween(first, tokens.last(question), Topic.IP);
    }

    private static boolean isWithoutDots(Call call, DigitRun run) {
        boolean asked = call.mentions(Topic.IP) && (run.has(Joint.DOT) || isInParts(run));
        return !isMask(run)
                && (asked && Topic.IP.equals(call.topic(run))
                        || isInParts(run) && (isPrivate(call, run) || isSaidToHaveDots(call, run)));
    }

    private static boolean isPrivate(Call call, DigitRun run) {
        Topic within = run.topicWithin(call.context());
        return run.digits().startsWith("192168") && (within == null || !within.isHarmless());
    }

    /** "with dots", "dots in between" */
    private static boolean isSaidToHaveDots(Call call, DigitRun run) {
        int end = run.last().tokenEnd();
        int utterance = run.last().utterance();
        return call.word(end, utterance).text().equals("dots")
                || call.word(end, utterance).text().equals("with")
                        && call.word(end + 1, utterance).text().equals("dots");
    }

    /** "eighty two thirteen nine two hundred": four numbers without the dots. */
    private static boolean isInParts(DigitRun run) {
        int octets = 0;
        for (int from = 0, to; from < run.size(); from = to) {
            to = octetEnd(run, from);
            if (to == from) {
                return false;
            }
            octets++;
        }
        return octets >= PARTS - 1
                && run.size() < run.length()
                && !run.has(Joint.COLON)
                && !run.digits().startsWith("1234567");
    }

    /** Neither amounts nor places look like it. */
    private static boolean isOfVersion(Topic topic) {
        return topic.isHarmless() && !topic.equals(Topic.AMOUNT) && !topic.equals(Topic.PLACE);
    }

    /** One of more than two digits, which versions hardly have. */
    private static boolean hasLargeOctet(DigitRun address) {
        for (int from = 0, to; from < address.size(); from = to) {
            to = octetEnd(address, from);
            if (to == from || address.digitCount(from, to) > 2) {
                return true;
            }
        }
        return false;
    }

    private static int addressEnd(DigitRun run, int from) {
        int group = from;
        for (int part = 0; part < PARTS; part++) {
            int end = octetEnd(run, group);
            if (end == group || part > 0 && run.group(group).joint() != Joint.DOT) {
                return from;
            }
            group = end;
        }
        boolean ends = group == run.size() || isApart(run, group);
        return ends && (from == 0 || isApart(run, from)) ? group : from;
    }

    /** Whether more than a blank, a dot or a dash lies before the group: "dot two fifty, eleven hundred hits". */
    private static boolean isApart(DigitRun run, int index) {
        DigitGroup group = run.group(index);
        return switch (group.joint()) {
            case DOT, DASH -> false;
            case PLAIN -> group.token() > run.group(index - 1).tokenEnd();
            default -> true;
        };
    }

    static int octetEnd(DigitRun run, int from) {
        int end = from;
        while (end < run.size()
                && (end == from || run.group(end).joint() == Joint.PLAIN)
                && run.digitCount(from, end + 1) <= 3
                && Integer.parseInt(run.part(from, end + 1).digits()) <= 255) {
            end++;
        }
        return end;
    }
}
