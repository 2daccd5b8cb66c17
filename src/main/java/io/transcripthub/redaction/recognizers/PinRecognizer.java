package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import java.util.List;

/**
 * PIN: four to eight digits for which the words around ask, or that are called no more than a code not long after a
 * passcode was spoken of.
 */
final class PinRecognizer implements Recognizer {
    private static final int MOST_UTTERANCES = 8;
    private static final int LONGEST_KEYED = 6;
    private static final int MOST_WORDS = 30;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!call.mentions(Topic.PIN) && !call.mentions(Topic.CVV) && !call.mentions(Topic.KEYPAD)) {
            return;
        }
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (isOfLength(run)
                    && !isExample(call, run)
                    && !call.isBehindLetter(run)
                    && (!call.isMeasure(run) || isEnded(call, run))
                    && !call.isDate(run)
                    && !isDotted(call, run)
                    && (isPin(call, run) || isKeyedIn(call, run) || isOneMore(call, run, claims))) {
                claims.claim(EntityType.PIN, run);
                if (isEnded(call, run)) {
                    int end = run.last().tokenEnd();
                    claims.claimTokens(EntityType.PIN, end - 1, end + 1);
                }
            }
        }
    }

    /** Told twice, it is of two lengths: "four oh six one" - "once more?" - "four oh six one". */
    private static boolean isOfLength(DigitRun run) {
        return Topic.PIN.fits(run.length())
                || Topic.PIN.fits(run.lengthBehindCorrection())
                || run.utterance() != run.last().utterance() && isOfLength(run.byUtterance());
    }

    private static boolean isOfLength(List<DigitRun> parts) {
        for (DigitRun part : parts) {
            if (!Topic.PIN.fits(part.length())) {
                return false;
            }
        }
        return true;
    }

    /** "four digits, but not 1234" */
    private static boolean isExample(Call call, DigitRun run) {
        return switch (call.word(run.first().token() - 1, run.utterance()).text()) {
            case "not", "like", "example", "except" -> call.isAgent(run.utterance());
            default -> false;
        };
    }

    /** "my old one was oh one double nine", "what's the new one", where a passcode was spoken of before */
    private static boolean isOneMore(Call call, DigitRun run, Claims claims) {
        int utterance = run.utterance();
        int token = run.first().token();
        int question = utterance - 1;
        Tokens tokens = call.tokens();
        boolean said = hasPronoun(call, Math.max(tokens.first(utterance), token - LONGEST_KEYED), token);
        boolean asked = question >= 0
                && !call.isSameSpeaker(question, utterance)
                && call.context().hardWords(utterance) == 0
                && hasPronoun(
                        call,
                        Math.max(tokens.first(question), tokens.last(question) - MOST_WORDS),
                        tokens.last(question));
        return (said || asked && isOpen(call.topic(run)))
                && run.length() <= LONGEST_KEYED
                && isOpen(run.topicWithin(call.context()))
                && !call.context().isLabelled(token)
                && (claims.has(EntityType.PIN, utterance - MOST_UTTERANCES, utterance)
                        || asked && Topic.PIN.equals(call.context().lastAsked(tokens.first(utterance))));
    }

    private static boolean hasPronoun(Call call, int from, int to) {
        int token = from;
        while (token < to && !isPronoun(call, token)) {
            token++;
        }
        return token < to;
    }

    private static boolean isPronoun(Call call, int token) {
        return call.word(token).says("one") && call.groups().at(token) == null;
    }

    /** "i put in five nine five nine at your atm", "i typed two oh one nine" - "is that your pin" */
    private static boolean isKeyedIn(Call call, DigitRun run) {
        int utterance = run.utterance();
        int verb = run.first().token() - 1;
        verb -= call.word(verb, utterance).says("in") ? 1 : 0;
        if (!isKeying(call.word(verb, utterance).text())
                || !isOpen(run.topicWithin(call.context()))
                || run.length() > LONGEST_KEYED) {
            return false;
        }
        Tokens tokens = call.tokens();
        int first = Math.max(tokens.first(Math.max(0, utterance - 1)), verb - MOST_WORDS);
        int last = Math.min(tokens.last(Math.min(call.size() - 1, utterance + 1)), verb + MOST_WORDS);
        Cues cues = call.context().cues();
        return cues.hasBetween(first, last, Topic.PIN)
                || cues.hasBetween(
                        Math.max(first, tokens.first(utterance)), Math.min(last, tokens.last(utterance)), Topic.KEYPAD);
    }

    private static boolean isKeying(String word) {
        return switch (word) {
            case "put",
                    "putting",
                    "typed",
                    "type",
                    "typing",
                    "keyed",
                    "entered",
                    "enter",
                    "entering",
                    "punched",
                    "tried" -> true;
            default -> false;
        };
    }

    /** "2.5.9.1", "two point five" */
    static boolean isDotted(Call call, DigitRun run) {
        for (int i = 1; i < run.size(); i++) {
            int dot = run.group(i).token() - 1;
            if (run.group(i).joint() == DigitGroup.Joint.DOT
                    && (!call.word(dot).is(Role.SEPARATOR)
                            || call.tokens().adjoins(dot) && call.tokens().adjoins(dot + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPin(Call call, DigitRun run) {
        int digits = Topic.PIN.fits(run.length())
                ? run.length()
                : run.byUtterance().get(0).length();
        Topic topic = digits == run.length()
                ? call.topic(run)
                : call.context().topic(run.first().token(), run.last().tokenEnd(), digits);
        int near = call.tokens().first(Math.max(0, run.utterance() - MOST_UTTERANCES));
        return Topic.PIN.equals(topic)
                || topic == null && isSecurityNumber(call, run)
                || isOpen(topic) && isAnswer(call, run)
                || isOpen(topic)
                        && call.context().cues().hasBetween(near, run.first().token(), Topic.PIN)
                        && call.context().isAbout(Topic.CODE, run, Topic.CODE.longest());
    }

    private static boolean isOpen(Topic topic) {
        return topic == null || topic.weak() && !topic.isHarmless();
    }

    /** "same pin" - "or what did you want" - "6127": nothing else was spoken of since. */
    private static boolean isAnswer(Call call, DigitRun run) {
        int question = run.utterance() - 1;
        return question >= 0
                && !call.isAgent(run.utterance())
                && !call.isSameSpeaker(question, run.utterance())
                && call.tokens().hardWords(question) > 0
                && call.context().hardWords(run.utterance()) <= 1
                && !call.context().isLabelled(run.first().token())
                && Topic.PIN.equals(call.context().lastAsked(run.first().token()));
    }

    /** "the security number?" - "70526": too long for a card's. */
    private static boolean isSecurityNumber(Call call, DigitRun run) {
        int near = call.tokens().first(Math.max(0, run.utterance() - 1));
        return run.length() > Topic.CVV.longest()
                && call.context().cues().hasBetween(near, run.first().token(), Topic.CVV)
                && call.context().hardWords(run.utterance()) == 0
                && call.context().isAbout(Topic.CVV, run, Topic.CVV.longest());
    }

    /** "seven seven oh four pound": the key that ends what is keyed in. */
    private static boolean isEnded(Call call, DigitRun run) {
        int end = run.last().tokenEnd();
        int utterance = run.last().utterance();
        return end + 1 >= call.tokens().last(utterance)
                && run.size() == run.length()
                && switch (call.word(end, utterance).text()) {
                    case "pound", "hash", "star" -> true;
                    default -> false;
                };
    }
}
