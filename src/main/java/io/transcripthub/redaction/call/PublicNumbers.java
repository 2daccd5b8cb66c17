package io.transcripthub.redaction.call;

import io.transcripthub.redaction.numbers.Groups;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import io.transcripthub.redaction.words.Word;

/** Tells the lines that a company gives to everybody from the numbers of those who call. */
public final class PublicNumbers {
    private static final int MOST_WORDS = 12;
    private static final int SHORTEST = 7;
    /** Digits of a number in North America. */
    private static final int LOCAL = 10;

    private PublicNumbers() {}

    /** @param topic what the number is about; null if nothing says it */
    public static boolean isPublic(Call call, DigitRun run, Topic topic) {
        boolean agent = call.isAgent(run.utterance());
        boolean asked = Topic.PHONE.equals(topic);
        return Topic.PUBLIC.equals(topic) && (agent || !isMine(call, run) && !isOurs(call, run))
                || agent && (isToCallUs(call, run) || CompanyLines.isOne(call, run, asked))
                || AnsweringLines.isOne(call, run, asked)
                || !asked && agent && isGivenToCall(call, run)
                || isTollFree(run) && (!asked || agent || Topic.PUBLIC.equals(call.topic(run)));
    }

    /** "mine's 555 0122" */
    private static boolean isMine(Call call, DigitRun run) {
        String before = call.word(run.first().token() - 1, run.utterance()).text();
        String first = before.equals("is") || before.equals("'s")
                ? call.word(run.first().token() - 2, run.utterance()).text()
                : before;
        return first.equals("mine") || first.equals("mine's");
    }

    /** "and outages?" - "call 555 0122", "we're open eight till eight". */
    private static boolean isGivenToCall(Call call, DigitRun run) {
        int utterance = run.utterance();
        int verb = run.first().token() - 1;
        boolean told = isToldToCall(call, verb, utterance)
                || call.word(verb, utterance).isPlain() && isToldToCall(call, verb - 1, utterance);
        Tokens tokens = call.tokens();
        return told
                || isFoundAt(call, verb, utterance)
                || call.context().cues().hasBetween(run.last().tokenEnd(), tokens.last(utterance), Topic.PUBLIC);
    }

    /** "ring me on ..", "get us back at .." */
    private static boolean isToCallUs(Call call, DigitRun run) {
        int utterance = run.utterance();
        int token = run.first().token() - 1;
        boolean at = call.word(token, utterance).says("on")
                || call.word(token, utterance).says("at");
        token -= at ? 1 : 0;
        token -= call.word(token, utterance).says("back") ? 1 : 0;
        boolean us = call.word(token, utterance).says("me")
                || call.word(token, utterance).says("us");
        return at && us && isToldToCall(call, token - 1, utterance);
    }

    /** "call ..", "call collect .." */
    private static boolean isToldToCall(Call call, int verb, int utterance) {
        return switch (call.word(verb, utterance).text()) {
            case "call", "ring", "dial", "phone", "text", "contact", "reach", "try" ->
                !isPromise(call.word(verb - 1, utterance).text());
            default -> false;
        };
    }

    /** "i'll call 555 0122" is the caller's number. */
    private static boolean isPromise(String before) {
        return switch (before) {
            case "i",
                    "i'll",
                    "you",
                    "he",
                    "she",
                    "who",
                    "we",
                    "we'll",
                    "shall",
                    "should",
                    "will",
                    "he'll",
                    "she'll",
                    "they",
                    "they'll" -> true;
            default -> false;
        };
    }

    /** A toll-free number within a sentence, whatever was asked before. */
    static boolean isToldInPassing(Call call, DigitRun run) {
        return isTollFree(run)
                && (call.isAgent(run.utterance()) || call.context().hardWords(run.utterance()) > 0);
    }

    /** "call 739 1141 if you're late", said by the agent, but not "try 85311". */
    static boolean isToldToCall(Call call, DigitRun run) {
        int verb = run.first().token() - 1;
        return isToldToCall(call, verb, run.utterance())
                && call.isAgent(run.utterance())
                && (run.length() >= SHORTEST
                        || !call.word(verb, run.utterance()).says("try"));
    }

    /** 800, 888 and the like in North America, with a one before it or not. */
    public static boolean isTollFree(DigitRun run) {
        int length = run.length();
        if (length != LOCAL && length != LOCAL + 1) {
            return false;
        }
        String digits = run.digits();
        String national = length > LOCAL && digits.startsWith("1") ? digits.substring(1) : digits;
        return national.length() == LOCAL
                && national.charAt(0) == '8'
                && national.charAt(1) == national.charAt(2)
                && "0345678".indexOf(national.charAt(1)) >= 0;
    }

    /** "your provider can advise at 555 0122", but not "i have you at .." or "your wife at .." */
    private static boolean isFoundAt(Call call, int at, int utterance) {
        Word who = call.word(at - 1, utterance);
        if (call.word(at, utterance).says("on")) {
            return who.says("is") || isPlaceOfWork(who.text());
        }
        return call.word(at, utterance).says("at")
                && at - 1 >= call.tokens().first(utterance)
                && !who.isAny(Role.STOP.bit
                        | Role.OTHER.bit
                        | Role.GIVEN_NAME.bit
                        | Role.SURNAME.bit
                        | Role.SOFT
                        | Role.ANY_MARK)
                && !call.context().cues().cover(at - 1);
    }

    private static boolean isPlaceOfWork(String word) {
        return switch (word) {
            case "office", "desk", "line", "department", "branch", "team", "helpline", "hotline" -> true;
            default -> false;
        };
    }

    /** Behind the number that was said before it in the utterance. */
    static int clauseStart(Call call, DigitRun run) {
        Groups groups = call.groups();
        int before = groups.from(run.first().token()) - 1;
        int first = call.tokens().first(run.utterance());
        boolean number = groups.digitsBetween(first, run.first().token(), SHORTEST) >= SHORTEST;
        return number ? groups.get(before).tokenEnd() : first;
    }

    /** "can someone call our it guy at ..", "his office is ..": the caller's company is not everybody's, but "my branch's line" is. */
    private static boolean isOurs(Call call, DigitRun run) {
        int first = Math.max(clauseStart(call, run), run.first().token() - MOST_WORDS);
        for (int token = first; token < run.first().token(); token++) {
            switch (call.word(token).text()) {
                case "our", "ours", "us", "my", "his", "her" -> {
                    return !call.context().cues().hasBetween(token, token + 1, Topic.PUBLIC);
                }
                default -> {}
            }
        }
        return false;
    }

    /** "call hector my husband at ..", said by the one who calls. */
    public static boolean isToBeCalled(Call call, DigitRun run) {
        int utterance = run.utterance();
        int before = run.first().token() - 1;
        before -= call.word(before, utterance).isAny(Role.ANY_MARK) ? 1 : 0;
        boolean at = call.word(before, utterance).says("at")
                || call.word(before, utterance).says("on");
        if (!at || call.isAgent(utterance)) {
            return false;
        }
        int first = Math.max(call.tokens().first(utterance), before - MOST_WORDS);
        for (int token = first; token < before; token++) {
            switch (call.word(token).text()) {
                case "call", "ring", "phone", "text", "reach", "contact", "dial", "message", "try" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
