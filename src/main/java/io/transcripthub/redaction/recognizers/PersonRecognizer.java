package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.words.Cue;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import io.transcripthub.redaction.words.Word;
import java.util.Locale;

/**
 * PERSON by cue ("my name is ..", the answer to "your full name?", "Mrs ..") and by a lexicon of frequent names; a name
 * that was found is found again in the rest of the call. Rare names without a cue stay.
 */
final class PersonRecognizer implements Recognizer {
    private static final int MOST_WORDS = 3;
    private static final int LONGEST_ANSWER = 14;
    private static final int SHORTEST_REPEATED = 4;
    private static final long NAME = Role.GIVEN_NAME.bit | Role.SURNAME.bit;
    /** Of words that begin a name or that one follows. */
    private static final long LEXICON = Role.GIVEN_NAME.bit | Role.TITLE.bit | Role.OTHER.bit | Role.ASKING.bit;

    @Override
    public void recognize(Call call, Claims claims) {
        new Search(call, claims).run();
    }

    private static final class Search {
        private final Call call;
        private final Tokens tokens;
        private final Claims claims;
        private final KnownNames known = new KnownNames();
        /** Roles of the known names, which the same words have elsewhere. */
        private long kinds;

        Search(Call call, Claims claims) {
            this.call = call;
            this.tokens = call.tokens();
            this.claims = claims;
        }

        void run() {
            Cues cues = call.context().cues();
            boolean asked = call.mentions(Topic.PERSON) || call.mentions(Topic.BIRTH);
            for (int i = 0; i < cues.size() && asked; i++) {
                if (cues.get(i).topic().equals(Topic.PERSON) || asksForBoth(cues.get(i))) {
                    byCue(cues.get(i));
                }
            }
            for (int token = tokens.next(0, LEXICON); token < tokens.size(); token = tokens.next(token + 1, LEXICON)) {
                byLexicon(token);
            }
            repeat();
        }

        /** "full name and date of birth" */
        private boolean asksForBoth(Cue cue) {
            boolean name = false;
            int end = cue.topic().equals(Topic.BIRTH) ? cue.tokenEnd() : cue.token();
            for (int token = cue.token(); token < end; token++) {
                name |= tokens.word(token).text().startsWith("name");
            }
            return name;
        }

        private void byCue(Cue cue) {
            int utterance = tokens.utterance(cue.token());
            int end = claimFrom(skip(cue.tokenEnd(), utterance), utterance, true);
            if (end == 0
                    && utterance + 1 < call.size()
                    && !call.isSameSpeaker(utterance, utterance + 1)
                    && isLast(cue, utterance)) {
                answer(utterance + 1);
            }
        }

        private boolean isLast(Cue cue, int utterance) {
            return tokens.last(utterance) - cue.tokenEnd() < LONGEST_ANSWER;
        }

        private void answer(int utterance) {
            int from = skip(tokens.first(utterance), utterance);
            if (tokens.last(utterance) - from <= LONGEST_ANSWER || isName(from, utterance)) {
                claimFrom(from, utterance, true);
            }
        }

        private int skip(int from, int utterance) {
            int token = from;
            while (token < tokens.last(utterance)
                    && token < from + LONGEST_ANSWER
                    && tokens.word(token).isAny(Role.STOP.bit | Role.FILLER.bit | Role.SEPARATOR.bit | Role.LINK.bit)
                    && !tokens.word(token).is(Role.GIVEN_NAME)) {
                token++;
            }
            return token;
        }

        /** Behind the name that begins here, 0 if none does. */
        private int claimFrom(int from, int utterance, boolean cued) {
            int end = from;
            while (end < tokens.last(utterance) && end < from + MOST_WORDS && isNameWord(end, utterance, cued)) {
                end++;
            }
            if (end == from || claims.touch(from, end)) {
                return 0;
            }
            claims.claimTokens(EntityType.PERSON, from, end);
            for (int token = from; token < end; token++) {
                String name = text(token).toLowerCase(Locale.ROOT);
                long kind = tokens.word(token).roles() & (NAME | Role.UNKNOWN.bit);
                if (name.length() >= SHORTEST_REPEATED && kind != 0) {
                    known.add(name);
                    kinds |= kind;
                }
            }
            return end;
        }

        private boolean isNameWord(int token, int utterance, boolean cued) {
            Word word = call.word(token, utterance);
            if (word.isAny(Role.STOP.bit | Role.ANY_MARK | Role.NUMBER | Role.UNIT.bit) && !word.is(Role.GIVEN_NAME)) {
                return false;
            }
            boolean name = word.isAny(NAME);
            return name || cued && (isRare(token) || word.is(Role.LETTER));
        }

        /** In a text with capitals a name has one. */
        private boolean isCaseFitting(int token) {
            return isCapitalised(token) || !Character.isUpperCase(firstLetter(tokens.utterance(token)));
        }

        private char firstLetter(int utterance) {
            return call.text(utterance).charAt(tokens.start(tokens.first(utterance)));
        }

        private boolean isName(int token, int utterance) {
            return call.word(token, utterance).isAny(NAME);
        }

        private void byLexicon(int token) {
            Word word = tokens.word(token);
            int utterance = tokens.utterance(token);
            if (word.is(Role.TITLE)) {
                int name = call.word(token + 1, utterance).is(Role.DOT) ? token + 2 : token + 1;
                if (name < tokens.last(utterance)
                        && (isCapitalised(name) || isName(name, utterance) || wantsName(word.text()) && isRare(name))) {
                    claimFrom(name, utterance, true);
                }
            } else if (word.is(Role.GIVEN_NAME) && !claims.touch(token, token + 1)) {
                boolean full = call.word(token + 1, utterance).is(Role.SURNAME)
                        || token + 1 < tokens.last(utterance)
                                && isCapitalised(token) == isCapitalised(token + 1)
                                && tokens.word(token + 1).equals(Word.UNKNOWN)
                                && !CommonWords.contain(text(token + 1));
                if (full) {
                    claims.claimTokens(EntityType.PERSON, token, token + 2);
                } else if (isCapitalised(token) || isGreeted(token, utterance)) {
                    claims.claimTokens(EntityType.PERSON, token, token + 1);
                }
            }
            if (word.is(Role.OTHER)) {
                byIntroduction(token, utterance);
            } else if (word.is(Role.ASKING) && isFor(call.word(token + 1, utterance))) {
                byIntroduction(token + 1, utterance);
            }
        }

        /** "sir" and "doctor" are said without one, too. */
        private static boolean wantsName(String title) {
            return switch (title) {
                case "mr", "mrs", "ms", "mister", "missus", "dr" -> true;
                default -> false;
            };
        }

        private boolean isRare(int token) {
            return tokens.word(token).equals(Word.UNKNOWN) && isCaseFitting(token) && !CommonWords.contain(text(token));
        }

        /** And no digit. */
        private static boolean isFor(Word word) {
            return word.is(Role.HOMOPHONE) && word.says("for");
        }

        /** "my husband Piotr", "my husband, Piotr", "ask for Delroy": in a text with capitals. */
        private void byIntroduction(int token, int utterance) {
            boolean apart = tokens.word(token).is(Role.OTHER)
                    && call.word(token + 1, utterance).is(Role.SEPARATOR);
            int name = apart ? token + 2 : token + 1;
            if (name < tokens.last(utterance)
                    && isCapitalised(name)
                    && !isCapitalised(name - 1)
                    && isRare(name)
                    && !claims.touch(name, name + 1)) {
                claimFrom(name, utterance, true);
            }
        }

        private boolean isGreeted(int token, int utterance) {
            return switch (call.word(token - 1, utterance).text()) {
                case "she's", "he's", "thanks", "you", "hi", "hello", "okay", "ok", "alright", "i'm", "morning", "is" ->
                    true;
                default -> false;
            };
        }

        private boolean isCapitalised(int token) {
            return token < tokens.size()
                    && Character.isUpperCase(call.text(tokens.utterance(token)).charAt(tokens.start(token)));
        }

        private void repeat() {
            for (int token = tokens.next(0, kinds); token < tokens.size(); token = tokens.next(token + 1, kinds)) {
                int start = tokens.start(token);
                if (known.mayHaveLength(tokens.end(token) - start)
                        && known.mayBeginWith(call.text(tokens.utterance(token)).charAt(start))
                        && !claims.touch(token, token + 1)
                        && known.contain(text(token))) {
                    claims.claimTokens(EntityType.PERSON, token, token + 1);
                }
            }
        }

        private String text(int token) {
            return call.text(tokens.utterance(token)).substring(tokens.start(token), tokens.end(token));
        }
    }
}
