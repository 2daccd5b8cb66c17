package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Word;
import java.util.Locale;
import java.util.Set;

/** PASSPORT and IBAN: the letters that are written with their digits: "hk 402 817", "19 FV 40281", "fi48 7580". */
final class CodeWordsRecognizer implements Recognizer {
    private static final Set<String> WORDS = Set.of(
            "al am an as at be by da de do eh el en er es et ex go ha he hi id if il in is it la le me mi my no of oh oi ok on or pa re so to tv um un up us va we ya yo"
                    .split(" ", -1));
    private static final int LONGEST_BEFORE = 2;
    private static final int BANK = 4;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!claims.has(EntityType.PASSPORT) && !claims.has(EntityType.IBAN)) {
            return;
        }
        for (int i = 0; i < call.groups().size(); i++) {
            DigitGroup group = call.groups().get(i);
            EntityType type = claims.touch(group) ? claims.typeAt(group.utterance(), group.start()) : null;
            if (EntityType.PASSPORT.equals(type) || EntityType.IBAN.equals(type)) {
                claimWord(call, group, type, claims);
            }
        }
    }

    private static void claimWord(Call call, DigitGroup group, EntityType type, Claims claims) {
        int from = group.token();
        while (isInWord(call, from) && !call.word(from - 1).isAny(Role.ANY_MARK)) {
            from--;
        }
        if (type.equals(EntityType.PASSPORT)) {
            from = letters(call, from);
        }
        int to = group.tokenEnd();
        while (isInWord(call, to) && !call.word(to).isAny(Role.ANY_MARK)) {
            to++;
        }
        if (type.equals(EntityType.IBAN) && from < group.token() && isBank(call, to)) {
            to++;
        }
        if (from < group.token() || to > group.tokenEnd()) {
            claims.claimTokens(type, from, to);
        }
    }

    /** "gb37 nwbk": four letters that are no word. */
    private static boolean isBank(Call call, int token) {
        Tokens tokens = call.tokens();
        return token < tokens.size()
                && call.word(token).equals(Word.UNKNOWN)
                && tokens.end(token) - tokens.start(token) == BANK
                && tokens.end(token - 1) - tokens.start(token - 1) == LONGEST_BEFORE
                && tokens.utterance(token) == tokens.utterance(token - 1);
    }

    private static boolean isInWord(Call call, int token) {
        return token < call.tokens().size() && call.tokens().adjoins(token);
    }

    /** With the two letters right before it, and with the two digits before those: "hk", "19 fv". */
    private static int letters(Call call, int from) {
        int utterance = call.tokens().utterance(from);
        int word = from - 1;
        if (word < call.tokens().first(utterance)
                || call.groups().cover(word)
                || !isLetters(
                        call.text(utterance),
                        call.tokens().start(word),
                        call.tokens().end(word))) {
            return from;
        }
        DigitGroup before = call.groups().endingAt(word);
        boolean digits = before != null && before.utterance() == utterance && before.size() <= LONGEST_BEFORE;
        return digits && before.form() == DigitGroup.Form.WRITTEN ? before.token() : word;
    }

    private static boolean isLetters(String text, int from, int to) {
        return to - from == LONGEST_BEFORE
                && Character.isLetter(text.charAt(from))
                && Character.isLetter(text.charAt(from + 1))
                && !WORDS.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
    }
}
