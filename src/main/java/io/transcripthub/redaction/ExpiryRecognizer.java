package io.transcripthub.redaction;

import java.util.List;

/** CARD_EXPIRY: month and year, as figures or with the month's name, for which the words around ask. */
final class ExpiryRecognizer implements Recognizer {
    @Override
    public void recognize(Call call, Claims claims) {
        if (!call.mentions(Topic.EXPIRY)) {
            return;
        }
        boolean card = call.mentions(Topic.CARD) || call.mentions(Topic.CVV) || claims.has(EntityType.CREDIT_CARD);
        for (DateReader.Named date : call.namedDates()) {
            if (!claims.touch(date.token(), date.tokenEnd())
                    && Topic.EXPIRY.equals(call.context().topic(date.token(), date.tokenEnd(), 4))
                    && card
                    && date.isMonthAndYear()) {
                claims.claimTokens(EntityType.CARD_EXPIRY, withEnd(call, date.token()), date.tokenEnd());
            }
        }
        List<DigitRun> runs = claims.unclaimed(call.digitRuns());
        for (DigitRun run : runs) {
            if (card
                    && !call.isInNamedDate(run)
                    && run.length() >= 2
                    && run.length() <= 8
                    && !call.isMeasure(run)
                    && Topic.EXPIRY.equals(call.context()
                            .topic(run.first().token(), run.last().tokenEnd(), Math.max(3, run.length())))) {
                claim(run, claims);
            }
        }
    }

    /** "end of may" */
    private static int withEnd(Call call, int month) {
        int utterance = call.tokens().utterance(month);
        boolean end = call.word(month - 1, utterance).text().equals("of")
                && call.word(month - 2, utterance).text().equals("end");
        return end ? month - 2 : month;
    }

    private static void claim(DigitRun run, Claims claims) {
        for (int to = run.size(); to > 0; to--) {
            if (isMonthAndYear(run.part(0, to))) {
                claims.claim(EntityType.CARD_EXPIRY, run.part(0, to));
                return;
            }
        }
        if (run.size() > 1) {
            claims.claim(EntityType.CARD_EXPIRY, run);
        }
    }

    /** 427, 0427, 04/27, 4/2027, 042027. */
    static boolean isMonthAndYear(DigitRun run) {
        String digits = run.digits();
        return switch (digits.length()) {
            case 3 -> digits.charAt(0) != '0' && isYear(digits.substring(1));
            case 4 -> isMonth(digits.substring(0, 2)) && isYear(digits.substring(2));
            case 5 -> digits.charAt(0) != '0' && digits.startsWith("20", 1) && isYear(digits.substring(3));
            case 6 -> isMonth(digits.substring(0, 2)) && digits.startsWith("20", 2) && isYear(digits.substring(4));
            default -> false;
        };
    }

    private static boolean isMonth(String digits) {
        int month = Integer.parseInt(digits);
        return month >= 1 && month <= 12;
    }

    private static boolean isYear(String digits) {
        int year = Integer.parseInt(digits);
        return year >= 15 && year <= 49;
    }
}
