package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import io.transcripthub.redaction.words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * IBAN as it is dictated, in written pieces, spelled letters and digits over several utterances: "IE93 BOFI", "mm-hmm",
 * "4574 8850". It begins with a country and two digits, has the country's length, and is taken by its checksum or because
 * somebody speaks of an IBAN.
 */
final class DictatedIbanRecognizer implements Recognizer {
    private static final int COUNTRY = 2;
    private static final int HEAD = 4;
    private static final int BANK = 4;
    /** Countries whose IBANs have the letters of a bank behind the check digits. */
    private static final Set<String> WITH_BANK = Set.of("GB", "IE", "NL", "BG", "LV", "MT", "RO", "GI");

    private static final int FEWEST_CHARACTERS = 12;
    private static final int MOST_UTTERANCES = 24;
    private static final int MOST_TOKENS = 160;
    private static final int MOST_WORDS_ASIDE = 8;
    private static final int MOST_HEADS = 200;
    /** A false start may make it longer. */
    private static final int MOST_BEHIND = 8;

    @Override
    public void recognize(Call call, Claims claims) {
        int heads = 0;
        for (int i = 0; i < call.groups().size() && heads < MOST_HEADS; i++) {
            DigitGroup group = call.groups().get(i);
            int start = group.isLetter() ? group.token() : group.token() - 1;
            if (IbanHeads.begins(call, i) && !claims.touch(group) && !isSaidHarmless(call, start)) {
                heads++;
                new Dictation(call, start).claim(claims);
            }
        }
    }

    /** "the booking reference was IE11 BK 9301" */
    private static boolean isSaidHarmless(Call call, int token) {
        Cues cues = call.context().cues();
        int index = cues.indexFrom(token) - 1;
        return index >= 0
                && cues.get(index).topic().equals(Topic.HARMLESS)
                && call.tokens().utterance(cues.get(index).token())
                        == call.tokens().utterance(token)
                && (token == cues.get(index).tokenEnd()
                        || token == cues.get(index).tokenEnd() + 1 && isCopula(call.word(token - 1)));
    }

    private static boolean isCopula(Word word) {
        return word.says("is") || word.says("was");
    }

    private static final class Dictation {
        private final Call call;
        private final Tokens tokens;
        private final int start;
        private final StringBuilder iban = new StringBuilder();
        /** Tokens [first, end) of its pieces. */
        private final List<int[]> pieces = new ArrayList<>();

        private int aside;
        /** Where in {@link #iban} the last piece before the first correction begins and ends; from the end if there is none. */
        private int falseStart = -1;

        private int falseEnd = -1;
        private int lastPiece = -1;

        Dictation(Call call, int start) {
            this.call = call;
            this.tokens = call.tokens();
            this.start = start;
        }

        void claim(Claims claims) {
            read();
            String whole = corrected();
            boolean complete = whole.length() >= HEAD && whole.length() == length();
            boolean asked = whole.length() >= FEWEST_CHARACTERS
                    && call.context().isAbout(Topic.IBAN, start, pieces.get(0)[1], whole.length());
            if (complete && Ibans.isValid(whole) || asked) {
                pieces.forEach(piece -> claims.claimTokens(EntityType.IBAN, piece[0], piece[1]));
                claims.remember(EntityType.IBAN, whole, tokens.utterance(start), lastUtterance());
            }
        }

        private int length() {
            return Ibans.length(iban.substring(0, COUNTRY));
        }

        private int lastUtterance() {
            return tokens.utterance(pieces.get(pieces.size() - 1)[0]);
        }

        private void read() {
            int speaker = tokens.utterance(start);
            int token = start;
            int end = Math.min(tokens.size(), start + MOST_TOKENS);
            while (token < end && aside <= MOST_WORDS_ASIDE && !isComplete()) {
                int utterance = tokens.utterance(token);
                if (utterance > speaker + MOST_UTTERANCES) {
                    return;
                }
                if (call.isSameSpeaker(utterance, speaker)) {
                    token = readAt(token);
                } else {
                    aside += call.context().cues().hasStrongBetween(token, tokens.last(utterance))
                            ? MOST_WORDS_ASIDE
                            : 0;
                    aside += tokens.hardWords(utterance);
                    token = tokens.last(utterance);
                }
            }
        }

        private boolean isComplete() {
            return iban.length() >= HEAD
                    && iban.length() >= length()
                    && (iban.length() >= length() + MOST_BEHIND
                            || Ibans.isValid(iban.toString())
                            || Ibans.isValid(corrected()));
        }

        /** Without what was taken back, where that makes it valid. */
        private String corrected() {
            String said = iban.toString();
            String rest = falseStart < HEAD ? said : said.substring(0, falseStart) + said.substring(falseEnd);
            return Ibans.isValid(rest) ? rest : said;
        }

        /** The token behind what is read here. */
        private int readAt(int token) {
            DigitGroup group = call.groups().at(token);
            if (!pieces.isEmpty() && isBegunAnew(token)) {
                iban.setLength(0);
                falseStart = -1;
            }
            if (group != null) {
                return add(group.digits(), token, group.tokenEnd());
            }
            String piece = iban.isEmpty()
                    ? IbanHeads.country(call, token)
                    : isBank(token) ? bank(token) : IbanHeads.capitals(call, token);
            if (!piece.isEmpty()) {
                return add(piece, token, token + 1);
            }
            Word word = tokens.word(token);
            if (word.is(Role.CORRECTION) && falseStart < 0) {
                falseStart = lastPiece;
                falseEnd = iban.length();
            }
            aside += word.isAny(Role.SOFT | Role.ANY_MARK | Role.STOP.bit) ? 0 : 1;
            return token + 1;
        }

        private boolean isBank(int token) {
            return iban.length() == HEAD
                    && tokens.end(token) - tokens.start(token) == BANK
                    && !tokens.word(token).isAny(Role.SOFT | Role.ANY_MARK | Role.STOP.bit)
                    && WITH_BANK.contains(iban.substring(0, COUNTRY));
        }

        private String bank(int token) {
            return call.text(tokens.utterance(token))
                    .substring(tokens.start(token), tokens.end(token))
                    .toUpperCase(Locale.ROOT);
        }

        /** The country and two digits once more. */
        private boolean isBegunAnew(int token) {
            if (iban.length() < HEAD) {
                return false;
            }
            int index = call.groups().from(token);
            boolean spelled = index + 2 < call.groups().size()
                    && call.groups().get(index).token() == token
                    && IbanHeads.begins(call, index)
                    && iban.indexOf(call.groups().get(index).digits()
                                    + call.groups().get(index + 1).digits())
                            == 0;
            String capitals = IbanHeads.capitals(call, token);
            return spelled
                    || capitals.length() == COUNTRY
                            && iban.indexOf(capitals) == 0
                            && call.word(token + 1, tokens.utterance(token)).isAny(Role.NUMBER);
        }

        /** "g b one four that's m o n z so m o n z" */
        private boolean isBankTwice() {
            int end = HEAD + 2 * BANK;
            return iban.length() == end
                    && Character.isLetter(iban.charAt(HEAD))
                    && iban.substring(HEAD, HEAD + BANK).equals(iban.substring(HEAD + BANK, end));
        }

        private int add(String characters, int token, int end) {
            lastPiece = iban.length();
            iban.append(characters);
            if (isBankTwice()) {
                iban.setLength(HEAD + BANK);
            }
            int[] last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
            if (last != null && aside == 0 && tokens.utterance(last[0]) == tokens.utterance(token)) {
                last[1] = end;
            } else {
                pieces.add(new int[] {token, end});
            }
            aside = 0;
            return end;
        }
    }
}
