package io.transcripthub.redaction.words;

/** What a word can be to the redactor; words.txt lists the words of each role. */
public enum Role {
    /** A digit's name, or "oh". */
    DIGIT,
    /** "oh" and "o", which may be no digit. */
    OH,
    /** Several of a digit: "fours". */
    PLURAL,
    /** Sounds like a digit: "to", "for", "ate". */
    HOMOPHONE,
    /** A digit's name that may be none: "one". */
    PRONOUN,
    /** Behind it "one" is no number: "the old one". */
    DETERMINER,
    /** No thing that a number can be of: a small word or a verb. */
    PARTICLE,
    TEEN,
    TENS,
    HUNDRED,
    THOUSAND,
    /** "double", "triple". */
    REPEAT,
    ORDINAL,
    ORDINAL_SUFFIX,
    MONTH,
    /** Before "day" or "eve" a date: "leap", "patrick's". */
    HOLIDAY,
    /** What parts of a date are called: "month", "year". */
    DATE_PART,
    /** A word of the spelling alphabet; its value is the letter. */
    NATO,
    /** A single letter; its value is that letter in upper case. */
    LETTER,
    /** What is said between the digits of one number without meaning anything. */
    FILLER,
    /** Words of "let me see", "hold on", "you know". */
    HESITATION,
    /** Small words around a hesitation or a correction. */
    LINK,
    CORRECTION,
    /** Words of a listener who waits for more. */
    BACKCHANNEL,
    DOT,
    /** Behind "full" a dot: "stop". */
    FULL_STOP,
    DASH,
    SLASH,
    COLON,
    UNDERSCORE,
    AT,
    PLUS,
    SPACE,
    /** What follows a number that counts something. */
    UNIT,
    /** Before a number which of the digits are meant: "the last four". */
    PART,
    /** Behind a number of digits: "all nine digits". */
    COUNTED,
    QUESTION,
    /** Somebody whose number it is: "hers", "husband's". */
    OTHER,
    /** A word that is no part of a name or an address. */
    STOP,
    STREET,
    UNIT_PART,
    CARDINAL_POINT,
    TITLE,
    /** Before "for" and a name: "ask". */
    ASKING,
    GIVEN_NAME,
    SURNAME,
    STATE,
    MAIL_PROVIDER,
    TOP_LEVEL,
    /** What a phrase may have within itself: "date of your birth", "expiration um date". */
    ASIDE,
    /** Written digits; not in the list. */
    DIGITS,
    /** A word that is in no list. */
    UNKNOWN,
    /** A punctuation mark that may separate the digits of a number. */
    SEPARATOR,
    /** Any other mark. */
    MARK,
    CURRENCY;

    /** Within this process only; nothing keeps it. */
    @SuppressWarnings("EnumOrdinal")
    public final long bit = 1L << ordinal();

    public static final long NUMBER =
            DIGIT.bit | TEEN.bit | TENS.bit | HUNDRED.bit | THOUSAND.bit | REPEAT.bit | DIGITS.bit;
    public static final long SPELLED = LETTER.bit | NATO.bit;
    public static final long GLUE = FILLER.bit
            | HESITATION.bit
            | LINK.bit
            | CORRECTION.bit
            | DOT.bit
            | DASH.bit
            | SLASH.bit
            | COLON.bit
            | UNDERSCORE.bit
            | SPACE.bit
            | SEPARATOR.bit;
    public static final long SOFT = GLUE | BACKCHANNEL.bit;
    public static final long ANY_MARK = SEPARATOR.bit | MARK.bit | CURRENCY.bit;
}
