package io.transcripthub.redaction.call;

import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import io.transcripthub.redaction.words.Word;

/** Tells by the talk around it that a number that the agent says is one of the company's, though no phrase says so. */
final class CompanyLines {
    private static final int FEW_WORDS = 6;
    private static final int SHORTEST = 7;
    private static final int LONGEST_QUESTION = 40;

    private CompanyLines() {}

    /** @param asked whether somebody's telephone number was asked for */
    static boolean isOne(Call call, DigitRun run, boolean asked) {
        return isAskedOfCompany(call, run)
                || isToldAsOurs(call, run)
                || isFax(call, run)
                || !asked && call.language().isEnglish() && isImpersonal(call, run);
    }

    /** "our station phone is 479 555 0128" */
    private static boolean isToldAsOurs(Call call, DigitRun run) {
        int first = Math.max(call.tokens().first(run.utterance()), run.first().token() - FEW_WORDS);
        for (int token = run.first().token() - 1; token >= first; token--) {
            switch (call.word(token).text()) {
                case "our", "ours" -> {
                    return true;
                }
                case "you", "your", "yours" -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    /** "questions go to 828 555 0100": nobody is said to be reached there. */
    private static boolean isImpersonal(Call call, DigitRun run) {
        int utterance = run.utterance();
        return !isOfSomebody(call, PublicNumbers.clauseStart(call, run), utterance)
                && !isConfirmed(call, utterance)
                && (utterance == 0 || !asksForSomebody(call, utterance - 1));
    }

    /** "will my number be the same", "and text" */
    private static boolean asksForSomebody(Call call, int question) {
        Cues cues = call.context().cues();
        int first = call.tokens().first(question);
        int last = Math.min(call.tokens().last(question), first + LONGEST_QUESTION);
        boolean number = cues.hasBetween(first, last, Topic.PHONE) || cues.hasBetween(first, last, Topic.PHONE_WEAK);
        return number && (isOfSomebody(call, first, question) || call.context().hardWords(question) <= 1);
    }

    /** "fax it to 855 555 0103" */
    private static boolean isFax(Call call, DigitRun run) {
        int first = Math.max(call.tokens().first(run.utterance()), run.first().token() - FEW_WORDS / 2);
        for (int token = first; token < run.first().token(); token++) {
            if (call.word(token).says("fax")) {
                return true;
            }
        }
        return false;
    }

    /** "phone 929 488 0213, correct?", "so it's .." */
    private static boolean isConfirmed(Call call, int utterance) {
        Tokens tokens = call.tokens();
        if (tokens.word(tokens.first(utterance)).says("so")) {
            return true;
        }
        int last = Math.min(tokens.last(utterance), tokens.first(utterance) + LONGEST_QUESTION);
        for (int token = tokens.first(utterance); token < last; token++) {
            switch (tokens.word(token).text()) {
                case "still", "?", "correct", "right", "read", "says", "back" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** "he'll", "you've" */
    private static boolean isContracted(String word) {
        return word.startsWith("he'") || word.startsWith("she'") || word.startsWith("you'") || word.startsWith("i'");
    }

    private static boolean isOfSomebody(Call call, int from, int utterance) {
        Tokens tokens = call.tokens();
        int last = Math.min(tokens.last(utterance), from + LONGEST_QUESTION);
        for (int token = from; token < last; token++) {
            Word word = tokens.word(token);
            if (word.isAny(Role.OTHER.bit | Role.GIVEN_NAME.bit | Role.TITLE.bit)) {
                return true;
            }
            if (isContracted(word.text())) {
                return true;
            }
            switch (word.text()) {
                case "you",
                        "your",
                        "yours",
                        "you're",
                        "he",
                        "he's",
                        "his",
                        "him",
                        "she",
                        "she's",
                        "her",
                        "me",
                        "my",
                        "i",
                        "calling",
                        "texting",
                        "sending",
                        "going",
                        "again",
                        "better",
                        "phone",
                        "mobile",
                        "cell",
                        "landline" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** "what's your fax?", "where do i fax?", "if i need the office", but not "the number you have for me" */
    private static boolean isAskedOfCompany(Call call, DigitRun run) {
        int question = run.utterance() - 1;
        if (question < 0 || call.isAgent(question) || tellsNumber(call, question)) {
            return false;
        }
        if (asksWhomToCall(call, question)
                || asksForTheirs(call, question)
                        && !isOfSomebody(call, call.tokens().first(run.utterance()), run.utterance())) {
            return true;
        }
        boolean yours = false;
        Tokens tokens = call.tokens();
        int last = Math.min(tokens.last(question), tokens.first(question) + LONGEST_QUESTION);
        for (int token = tokens.first(question); token < last; token++) {
            switch (call.word(token).text()) {
                case "you", "your", "yours" -> yours = true;
                case "me", "my", "mine", "have", "our", "file" -> {
                    return false;
                }
                default -> {}
            }
        }
        return yours && call.context().cues().hasIn(question, Topic.PHONE);
    }

    private static boolean tellsNumber(Call call, int utterance) {
        Tokens tokens = call.tokens();
        return call.groups().digitsBetween(tokens.first(utterance), tokens.last(utterance), SHORTEST) >= SHORTEST;
    }

    /** "what's the number for them", "do you have a number for billing", "the direct number to the branch" */
    private static boolean asksForTheirs(Call call, int question) {
        Tokens tokens = call.tokens();
        int last = Math.min(tokens.last(question), tokens.first(question) + LONGEST_QUESTION);
        boolean asked = false;
        for (int token = tokens.first(question); token < last; token++) {
            switch (call.word(token).text()) {
                case "me", "my", "mine", "i'm", "our", "us" -> {
                    return false;
                }
                case "number", "line", "phone" -> {
                    asked |= isOf(call.word(token + 1, question).text())
                            || isTheirs(call.word(token - 1, question).text());
                }
                default -> {}
            }
        }
        return asked;
    }

    private static boolean isOf(String word) {
        return word.equals("for") || word.equals("to") || word.equals("of");
    }

    private static boolean isTheirs(String word) {
        return word.equals("their") || word.equals("there");
    }

    /** "who do i call", "if i need you" */
    private static boolean asksWhomToCall(Call call, int question) {
        Tokens tokens = call.tokens();
        int last = Math.min(tokens.last(question), tokens.first(question) + LONGEST_QUESTION);
        for (int token = tokens.first(question) + 1; token < last; token++) {
            boolean i = call.word(token - 1).says("i") || call.word(token - 1).says("we");
            if (i && isCalling(call.word(token).text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCalling(String verb) {
        return switch (verb) {
            case "call", "ring", "dial", "phone", "fax", "text", "contact", "reach", "need", "speak", "talk" -> true;
            default -> false;
        };
    }
}
