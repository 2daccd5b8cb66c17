package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.Entity;
import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Characters;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import java.util.Locale;

/**
 * A part of a spoken mail address that is said once more soon after it, letter by letter, put together or read back: "is the and spelled
 * out?" - "yes, r o n a n d s u e", "p i n k y nine one" - "pinky ninety one".
 */
final class MailSpellingRecognizer implements Recognizer {
    private static final int SHORTEST = 4;
    private static final int MOST_UTTERANCES = 4;
    private static final int MOST_KNOWN = 20;
    private static final int MOST_TOKENS = 120;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!claims.has(EntityType.EMAIL)) {
            return;
        }
        for (Entity address : claims.entities(EntityType.EMAIL, MOST_KNOWN)) {
            recognize(call, address, claims);
        }
    }

    private static void recognize(Call call, Entity address, Claims claims) {
        Tokens tokens = call.tokens();
        String known = letters(call, address);
        claimBegun(call, address.utterance(), known, claims);
        int from = tokens.last(address.utterance());
        int to = tokens.last(Math.min(call.size() - 1, address.utterance() + MOST_UTTERANCES));
        for (int token = from; token < Math.min(to, from + MOST_TOKENS); token++) {
            boolean other = !call.isSameSpeaker(tokens.utterance(token), address.utterance());
            int end = mayBegin(call, token, known) ? end(call, token, known, other) : token;
            if (end > token && isWhole(call, token, end) && !claims.touch(token, end)) {
                claims.claimTokens(EntityType.EMAIL, token, end);
            }
            token = Math.max(token, end - 1);
        }
    }

    /** A cheap look at the first two letters. */
    private static boolean mayBegin(Call call, int token, String known) {
        int start = call.tokens().start(token);
        int length = Math.min(2, call.tokens().end(token) - start);
        String text = call.text(call.tokens().utterance(token));
        char first = Characters.lower(text.charAt(start));
        if (Characters.letter(first) == 0 || call.groups().at(token) != null) {
            return true;
        }
        int place = known.indexOf(first);
        while (place >= 0 && !known.regionMatches(true, place, text, start, length)) {
            place = known.indexOf(first, place + 1);
        }
        return place >= 0;
    }

    /** "it's t brannigan" - "uh-huh" - "t as in tom, b r a double n ..": its beginning and nothing else, said before it. */
    private static void claimBegun(Call call, int utterance, String known, Claims claims) {
        for (int before = utterance - 2; before >= Math.max(0, utterance - MOST_UTTERANCES); before -= 2) {
            int from = begun(call, before, known);
            int last = call.tokens().last(before);
            if (from < last && call.isSameSpeaker(before, utterance) && !claims.touch(from, last)) {
                claims.claimTokens(EntityType.EMAIL, from, last);
            }
        }
    }

    /** The token from which all that is said in an utterance is the beginning of an address; the one behind it if there is none. */
    private static int begun(Call call, int utterance, String known) {
        Tokens tokens = call.tokens();
        int last = tokens.last(utterance);
        int from = tokens.first(utterance);
        while (from < last && tokens.word(from).isAny(Role.STOP.bit | Role.FILLER.bit | Role.SEPARATOR.bit)) {
            from++;
        }
        StringBuilder said = new StringBuilder();
        for (int token = from; token < last && said.length() <= known.length(); ) {
            token = read(call, token, said);
        }
        return said.length() >= SHORTEST && known.startsWith(said.toString()) ? from : last;
    }

    /** No letter or digit goes before it or behind it. */
    static boolean isWhole(Call call, int from, int end) {
        int utterance = call.tokens().utterance(from);
        return (from == call.tokens().first(utterance) || call.groups().endingAt(from) == null)
                && (end == call.tokens().last(utterance) || call.groups().at(end) == null);
    }

    private static String letters(Call call, Entity address) {
        StringBuilder letters = new StringBuilder();
        int token = call.tokens().at(address.utterance(), address.start());
        while (token < call.tokens().last(address.utterance()) && call.tokens().end(token) <= address.end()) {
            token = read(call, token, letters);
        }
        return letters.toString();
    }

    /**
     * Behind the longest part of the address that begins with a token and is spelled, or has a number behind its beginning.
     *
     * @param other whether the other one says it; one's own "frostbite ninety nine" may be a name elsewhere
     */
    private static int end(Call call, int token, String known, boolean other) {
        StringBuilder said = new StringBuilder();
        int spelled = 0;
        boolean joined = false;
        int end = token;
        for (int next = token; next < call.tokens().last(call.tokens().utterance(token)); ) {
            DigitGroup group = call.groups().at(next);
            boolean letter = group != null && group.isLetter();
            boolean number =
                    other && group != null && !letter && said.length() > 2 && known.startsWith(said.toString());
            spelled += letter ? group.size() : number ? SHORTEST : 0;
            int before = said.length();
            joined |= before > 0 && call.word(next).isAny(SpokenEmailRecognizer.CONNECTOR);
            next = read(call, next, said);
            int place = said.length() == 0 ? -1 : known.indexOf(said.toString());
            if (place < 0) {
                return end;
            }
            boolean again = joined && said.length() >= SHORTEST && place == 0;
            end = again || spelled >= SHORTEST && said.length() > before ? next : end;
        }
        return end;
    }

    /** Appends what a token says, signs left out and a zero as the letter; the token behind it. */
    private static int read(Call call, int token, StringBuilder letters) {
        DigitGroup group = call.groups().at(token);
        if (group != null) {
            letters.append(group.digits().toLowerCase(Locale.ROOT).replace('0', 'o'));
            return group.tokenEnd();
        }
        Tokens tokens = call.tokens();
        if (!tokens.word(token).isAny(SpokenEmailRecognizer.CONNECTOR | Role.AT.bit | Role.ANY_MARK)) {
            String text = call.text(tokens.utterance(token));
            letters.append(
                    text.substring(tokens.start(token), tokens.end(token)).toLowerCase(Locale.ROOT));
        }
        return token + 1;
    }
}
