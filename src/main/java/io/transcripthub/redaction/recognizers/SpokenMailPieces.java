package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import io.transcripthub.redaction.words.Word;

/** What of a spoken mail address lies in other utterances of the speaker. */
final class SpokenMailPieces {
    private static final int LONGEST_LABEL = 12;
    private static final int LONGEST_PIECE = 5;
    private static final int LONGEST_SPELLED = 40;
    private static final int MOST_PIECES = 6;
    private static final int LONGEST_CORRECTION = 5;
    private static final int NEXT_UTTERANCES = 4;

    private final Call call;
    private final Tokens tokens;
    private final Claims claims;
    private final SpokenLocalPart localPart;

    SpokenMailPieces(Call call, Claims claims, SpokenLocalPart localPart) {
        this.call = call;
        this.tokens = call.tokens();
        this.claims = claims;
        this.localPart = localPart;
    }

    /** The utterance of "rosenthal" before "with two s's?" - "two s's, yes, at ..", where an address was asked for; -1 if there is none. */
    int pieceBefore(int first, int at, boolean asked) {
        int before = asked && at > first && isAffirmation(tokens.word(at - 1))
                ? previousOfSpeaker(tokens.utterance(at))
                : -1;
        return before >= 0 && isBare(before) ? before : -1;
    }

    private boolean isShort(int utterance) {
        return tokens.last(utterance) - tokens.first(utterance) <= LONGEST_PIECE;
    }

    /** "biscuit queen" and nothing else. */
    private boolean isBare(int utterance) {
        int last = lastWord(utterance);
        int start = localPart.start(last, tokens.first(utterance));
        return isShort(utterance)
                && start == pieceStart(utterance)
                && start <= last
                && !tokens.word(last).isAny(Role.SOFT)
                && !claims.touch(start, last + 1);
    }

    /** "all one word, 1972 at ..": nothing but how it is written stands before the number. */
    private boolean isRestOfName(int utterance, int start) {
        boolean number = call.word(start, utterance).says("number");
        DigitGroup group = call.groups().at(number ? start + 1 : start);
        boolean rest = group != null && !group.isLetter() && call.mentions(Topic.EMAIL);
        for (int token = tokens.first(utterance); token < start && rest; token++) {
            rest = tokens.word(token).isAny(Role.SOFT | Role.SEPARATOR.bit | Role.NUMBER)
                    || tokens.word(token).says("word");
        }
        return rest;
    }

    /** "me at .." is one's own domain. */
    boolean isOwnName(int token) {
        return switch (tokens.word(token).text()) {
            case "me", "mail", "email", "us", "we", "my" -> true;
            default -> false;
        };
    }

    /** Behind "okay so it's". */
    private int pieceStart(int utterance) {
        int token = tokens.first(utterance);
        while (token < lastWord(utterance)
                && tokens.word(token).isAny(Role.STOP.bit | Role.FILLER.bit | Role.SEPARATOR.bit)) {
            token++;
        }
        return token;
    }

    private static boolean isAffirmation(Word word) {
        return switch (word.text()) {
            case "yes", "yeah", "yep", "yup", "no", "nope", "right", "correct", "exactly", "then" -> true;
            default -> false;
        };
    }

    /** "jane" - "mm-hmm" - "dot miller" - "yes" - "at example dot com" */
    void claimBefore(int utterance, int start) {
        int next = utterance;
        int from = start;
        for (int i = 0; i < MOST_PIECES && (goesOn(next, from) || isRestOfName(next, from)); i++) {
            boolean letter = isLetter(from);
            boolean number = isRestOfName(next, from);
            next = previousOfSpeaker(next);
            if (next < 0
                    || !(number
                            ? isBare(next) || isSpelled(next, true) && !isAskedSince(next, from)
                            : letter ? isSpelled(next, false) : isShort(next) || isLetter(lastWord(next)))) {
                return;
            }
            int last = lastWord(next);
            from = localPart.start(last, tokens.first(next));
            if (from > last || claims.touch(from, last + 1)) {
                return;
            }
            claims.claimTokens(EntityType.EMAIL, from, last + 1);
        }
    }

    /** "k four j t w" - "and your email" - "forty two at ..": something else was spelled. */
    private boolean isAskedSince(int utterance, int token) {
        return call.context().cues().hasBetween(tokens.last(utterance), token, Topic.EMAIL);
    }

    private boolean goesOn(int utterance, int start) {
        return start < tokens.size()
                && start == tokens.first(utterance)
                && (tokens.word(start).isAny(SpokenEmailRecognizer.CONNECTOR | Role.AT.bit) || isLetter(start));
    }

    boolean isConnector(int token) {
        return tokens.word(token).isSpoken(SpokenEmailRecognizer.CONNECTOR);
    }

    boolean isLetter(int token) {
        DigitGroup group = call.groups().at(token);
        return group != null && group.isLetter();
    }

    /**
     * "s as in sam, c h a u"
     *
     * @param mixed whether digits and signs may be among the letters
     */
    private boolean isSpelled(int utterance, boolean mixed) {
        int length = tokens.last(utterance) - tokens.first(utterance);
        boolean spelled = length > 0 && length <= LONGEST_SPELLED;
        boolean letters = false;
        for (int token = tokens.first(utterance); token < tokens.last(utterance) && spelled; ) {
            DigitGroup group = call.groups().at(token);
            boolean letter = group != null && group.isLetter();
            letters |= letter;
            spelled = letter || tokens.word(token).is(Role.SEPARATOR) || mixed && (group != null || isConnector(token));
            token = group == null ? token + 1 : group.tokenEnd();
        }
        return spelled && letters;
    }

    /** "gmail dot com, no wait, hotmail dot com" */
    void claimOtherDomain(int domainEnd) {
        int utterance = tokens.utterance(domainEnd - 1);
        int token = domainEnd;
        boolean corrected = false;
        while (token < domainEnd + LONGEST_CORRECTION
                && call.word(token, utterance).isAny(Role.GLUE)) {
            corrected |= call.word(token, utterance).is(Role.CORRECTION);
            token++;
        }
        token += call.word(token, utterance).is(Role.AT) ? 1 : 0;
        int end = corrected ? new SpokenDomain(call, token, utterance, true).end() : -1;
        if (end > token) {
            claims.claimTokens(EntityType.EMAIL, token, end);
        }
    }

    /** "yeah it's" */
    boolean isOnlySmall(int from, int to) {
        boolean small = true;
        for (int token = from; token < to && small; token++) {
            small = tokens.word(token).isAny(Role.SOFT | Role.SEPARATOR.bit);
        }
        return small;
    }

    boolean isOnlySoft(int from, int to) {
        return skipSoft(from, to) == to;
    }

    int skipSoft(int from, int to) {
        int token = from;
        while (token < to
                && tokens.word(token).isAny(Role.FILLER.bit | Role.SEPARATOR.bit)
                && token < from + LONGEST_LABEL) {
            token++;
        }
        return token;
    }

    int nextOfSpeaker(int utterance) {
        for (int i = utterance + 1; i <= utterance + NEXT_UTTERANCES && i < call.size(); i++) {
            if (call.isSameSpeaker(i, utterance)) {
                return i;
            }
        }
        return -1;
    }

    int previousOfSpeaker(int utterance) {
        for (int i = utterance - 1; i >= utterance - NEXT_UTTERANCES && i >= 0; i--) {
            if (call.isSameSpeaker(i, utterance)) {
                return i;
            }
        }
        return -1;
    }

    int lastWord(int utterance) {
        int token = tokens.last(utterance) - 1;
        while (token > tokens.first(utterance) && tokens.word(token).isAny(Role.SEPARATOR.bit | Role.FILLER.bit)) {
            token--;
        }
        return token;
    }
}
