package io.transcripthub.redaction.words;

/**
 * Decides by their neighbours what words are that sound like digits: "three to five four" is 3254, "the old one" is no
 * number.
 */
public final class Homographs {
    private static final long NO_THING = Role.SOFT & ~Role.HESITATION.bit
            | Role.ANY_MARK
            | Role.NUMBER
            | Role.SPELLED
            | Role.STOP.bit
            | Role.PLUS.bit;
    private static final int SHORTEST = 3;
    private static final int FEWEST_DIGITS = 3;
    private static final int TELEPHONE = 10;
    private static final int LONGEST_DESCRIPTION = 4;
    private static final int MOST_HARD_WORDS = 2;

    private static final long AMBIGUOUS =
            Role.HOMOPHONE.bit | Role.PRONOUN.bit | Role.FULL_STOP.bit | Role.COLON.bit | Role.MONTH.bit;

    private final Tokens tokens;
    private final Vocabulary vocabulary;

    private Homographs(Tokens tokens, Vocabulary vocabulary) {
        this.tokens = tokens;
        this.vocabulary = vocabulary;
    }

    public static void resolve(Tokens tokens, Vocabulary vocabulary) {
        Homographs homographs = new Homographs(tokens, vocabulary);
        DotWords dots = new DotWords(tokens);
        for (int token = tokens.next(0, AMBIGUOUS); token < tokens.size(); token = tokens.next(token + 1, AMBIGUOUS)) {
            Word word = tokens.word(token);
            if (word.is(Role.HOMOPHONE) && dots.isBetweenDots(token)) {
                tokens.replace(token, vocabulary.digit(word.value()));
            } else if (word.is(Role.HOMOPHONE)) {
                token = homographs.readRow(token);
            } else if (word.is(Role.FULL_STOP)) {
                dots.readStop(token);
            } else if (word.is(Role.COLON) && homographs.word(token - 1, token).is(Role.REPEAT)) {
                tokens.replace(token - 1, word);
            } else if (word.is(Role.MONTH) && homographs.isVerb(token)) {
                tokens.replace(token, word.as(word.roles() & ~Role.MONTH.bit));
            } else if (word.is(Role.PRONOUN) && homographs.isPronoun(token)) {
                tokens.replace(token, word.as(Role.LINK.bit | Role.STOP.bit));
            }
        }
    }

    /** "you may. the twenty third of october .." */
    private boolean isVerb(int token) {
        Word after = word(token + 1, token);
        boolean said = after.equals(Word.NONE) || after.isAny(Role.ANY_MARK);
        return said
                && tokens.word(token).says("may")
                && switch (word(token - 1, token).text()) {
                    case "you", "we", "they", "he", "she" -> true;
                    default -> false;
                };
    }

    /** "the old one", "that's an Irish one"; a digit where a number goes on, but not in "a long one, seven oh". */
    private boolean isPronoun(int token) {
        return word(token - 1, token).is(Role.DETERMINER)
                        && (!isDigit(token + 1, token)
                                || word(token - 2, token).says("a")
                                || word(token - 2, token).says("an"))
                || word(token - 1, token).says("digit") && isDigit(token + 1, token)
                || isThing(word(token - 1, token))
                        && (isWrittenNumber(token + 1, token)
                                || isClause(word(token + 1, token))
                                || isDetermined(token) && !isDigit(token + 1, token));
    }

    /** "my home one 98200 44173": nobody says a digit and writes the others. */
    private boolean isWrittenNumber(int token, int sameUtteranceAs) {
        return word(token, sameUtteranceAs).is(Role.DIGITS) && tokens.end(token) - tokens.start(token) >= SHORTEST;
    }

    /** "it's the new blue one, um, five three ..": behind an article and what describes it. */
    private boolean isDetermined(int token) {
        for (int before = token - 2; before >= token - LONGEST_DESCRIPTION; before--) {
            Word word = word(before, token);
            if (word.is(Role.DETERMINER)) {
                return true;
            }
            if (word.isAny(Role.ANY_MARK | Role.NUMBER)) {
                return false;
            }
            switch (word.text()) {
                case "a", "the" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** "the checking one is ..", "japanese one actually": a word that means something. */
    private static boolean isThing(Word word) {
        return !word.equals(Word.NONE) && !word.isAny(NO_THING);
    }

    private static boolean isClause(Word word) {
        return !word.equals(Word.NONE)
                && !word.isAny(Role.ANY_MARK | Role.NUMBER | Role.SPELLED | Role.HOMOPHONE.bit)
                && (!word.isAny(Role.SOFT) || word.is(Role.LINK) || word.says("actually"));
    }

    /** Turns the homophones of a row of digits into digits; the last token of the row. */
    private int readRow(int homophone) {
        int from = homophone;
        for (int next = beside(from, -1); isInRow(next, homophone); next = beside(from, -1)) {
            from = next;
        }
        int to = homophone;
        for (int next = beside(to, 1); isInRow(next, homophone); next = beside(to, 1)) {
            to = next;
        }
        if (isNumber(from, to)) {
            for (int token = from; token <= to; token++) {
                if (isMeant(token, from, to)) {
                    tokens.replace(token, vocabulary.digit(tokens.word(token).value()));
                }
            }
        }
        return to;
    }

    private boolean isNumber(int from, int to) {
        if (from == to && !isRare(tokens.word(from)) || word(to + 1, to).text().startsWith("digit")) {
            return false;
        }
        int words = 0;
        int digits = 0;
        boolean rare = false;
        for (int token = from; token <= to; token++) {
            Word word = tokens.word(token);
            words += word.is(Role.SEPARATOR) ? 0 : 1;
            digits += word.isAny(Role.NUMBER) ? 1 : 0;
            rare |= isRare(word);
        }
        return words >= SHORTEST && (rare || digits >= FEWEST_DIGITS || isWholeAnswer(from, to, words, digits))
                || words == 1
                        && rare
                        && (isBeforeSlash(to) || word(from - 1, from).is(Role.TENS))
                || words == 2 && digits == 1 && isOnlyDigit(tokens.word(from))
                || words == 2 && digits == 1 && isBeforeSlash(to);
    }

    /** "for for six", "five to one too", but not "three to five": nothing follows it, and only small words come before. */
    private boolean isWholeAnswer(int from, int to, int words, int digits) {
        int utterance = tokens.utterance(from);
        boolean range = words == SHORTEST && digits == 2 && tokens.word(from).is(Role.DIGIT);
        if (digits == 0 || range || !isEnd(to, utterance)) {
            return false;
        }
        boolean edge = from == tokens.first(utterance) || isEdge(tokens.word(from - 1));
        return edge && tokens.hardWords(tokens.first(utterance), from) <= MOST_HARD_WORDS;
    }

    private boolean isEnd(int to, int utterance) {
        for (int token = to + 1; token < tokens.last(utterance); token++) {
            if (!tokens.word(token).isAny(Role.ANY_MARK)) {
                return false;
            }
        }
        return true;
    }

    private boolean isBeforeSlash(int token) {
        return word(token + 1, token).is(Role.SLASH) && isDigit(token + 2, token);
    }

    /** "ate", "tree", but not "to", "for" and "too", of which talk is full. */
    private static boolean isRare(Word word) {
        return word.is(Role.HOMOPHONE) && !word.is(Role.STOP);
    }

    /** "aught one, twenty nine" */
    private static boolean isOnlyDigit(Word word) {
        return word.says("aught") || word.says("fower");
    }

    /** At its ends a row has no small word that belongs to the sentence: "I moved to four one ..". */
    private boolean isMeant(int token, int from, int to) {
        Word word = tokens.word(token);
        if (!word.is(Role.HOMOPHONE) || isBetweenTwo(token, from, to)) {
            return false;
        }
        boolean begins =
                token > from || isRare(word) || isEdge(word(token - 1, token)) && !isBeforeTelephone(token, to);
        boolean ends = token < to || isRare(word) || isEdge(word(token + 1, token));
        return begins && ends;
    }

    /** "from four oh one two to nine oh one two" */
    private boolean isBetweenTwo(int token, int from, int to) {
        return word(from - 1, from).says("from")
                && tokens.word(token).says("to")
                && token - from == to - token
                && token - from >= SHORTEST;
    }

    /** "to oh seven five four three .." */
    private boolean isBeforeTelephone(int token, int to) {
        return word(token + 1, token).is(Role.DIGIT) && word(token + 1, token).value() == 0 && to - token >= TELEPHONE;
    }

    private static boolean isEdge(Word word) {
        return word.equals(Word.NONE)
                || word.isAny(Role.ANY_MARK | Role.FILLER.bit | Role.SLASH.bit)
                || word.says("it's")
                || word.says("is");
    }

    private boolean isInRow(int token, int sameUtteranceAs) {
        Word word = word(token, sameUtteranceAs);
        return word.isAny(Role.DIGIT.bit | Role.REPEAT.bit | Role.HOMOPHONE.bit);
    }

    private boolean isDigit(int token, int sameUtteranceAs) {
        return word(token, sameUtteranceAs).isAny(Role.NUMBER);
    }

    /** The next token in a direction, or the one behind it where that is a separator. */
    private int beside(int token, int step) {
        return word(token + step, token).is(Role.SEPARATOR) ? token + 2 * step : token + step;
    }

    /** {@link Word#NONE} outside of the utterance. */
    private Word word(int token, int sameUtteranceAs) {
        int utterance = tokens.utterance(sameUtteranceAs);
        return token >= tokens.first(utterance) && token < tokens.last(utterance) ? tokens.word(token) : Word.NONE;
    }
}
