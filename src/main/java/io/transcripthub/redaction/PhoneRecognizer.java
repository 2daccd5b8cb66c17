package io.transcripthub.redaction;

import io.transcripthub.redaction.NumberingPlan.Fit;
import java.util.List;

/**
 * PHONE: digit groups that libphonenumber calls valid in the call's region, unless the words around them say that they
 * number something else; and groups of merely possible length (fictional numbers such as 555-123-4567) that a cue word, a
 * plus sign or a typical layout makes a phone number. Of a longer run the longest such number counts, from left to right;
 * dates are stepped over.
 */
final class PhoneRecognizer implements Recognizer {
    private static final int SHORTEST = 7;

    @Override
    public void recognize(Call call, Claims claims) {
        List<DigitRun> runs = claims.unclaimed(call.digitRuns()).stream()
                .filter(run -> run.digits().length() >= SHORTEST)
                .toList();
        if (!runs.isEmpty()) {
            NumberingPlan plan = new NumberingPlan(call.region());
            runs.forEach(run -> recognize(call, run, plan, claims));
        }
    }

    /** As there are no words within a run, those around it count for each of its numbers. */
    private static void recognize(Call call, DigitRun run, NumberingPlan plan, Claims claims) {
        String text = call.text(run.utterance());
        PhoneCue cue = PhoneCue.of(call, run);
        for (DigitRun part : run.split((left, right) -> !PhoneLayout.isClose(text, left, right))) {
            new Search(text, part, cue, plan).run(claims);
        }
    }

    private static final class Search {
        /** E.164 has 15 digits at most, an international prefix such as 011 comes before. */
        private static final int LONGEST = 18;

        private final String text;
        private final DigitRun run;
        private final NumberingPlan plan;
        private final PhoneCue cue;

        Search(String text, DigitRun run, PhoneCue cue, NumberingPlan plan) {
            this.text = text;
            this.run = run;
            this.plan = plan;
            this.cue = cue;
        }

        void run(Claims claims) {
            for (int from = 0, to; from < run.size(); from = Math.max(from + 1, to)) {
                to = WrittenDates.end(text, run, from);
                if (to == from) {
                    to = longestEnd(from);
                    claim(from, to, claims);
                }
            }
        }

        private void claim(int from, int to, Claims claims) {
            if (to > from) {
                DigitRun number = run.part(from, to);
                claims.claim(EntityType.PHONE, run.utterance(), PhoneLayout.start(text, number), number.end());
            }
        }

        /** Index behind the last group of the longest number from a group on; that group's own if there is none. */
        private int longestEnd(int from) {
            int valid = from;
            int possible = from;
            for (int to = from + 1; to <= run.size() && run.digitCount(from, to) <= LONGEST; to++) {
                Fit fit = isNumber(from, to) ? fit(run.part(from, to)) : Fit.NONE;
                valid = fit == Fit.VALID ? to : valid;
                possible = fit == Fit.POSSIBLE ? to : possible;
            }
            return valid > from ? valid : possible;
        }

        /** Two digits a group on average at least, else it is counting; a run of its own may be told digit by digit. */
        private boolean isNumber(int from, int to) {
            int digits = run.digitCount(from, to);
            return digits >= SHORTEST && (2 * (to - from) <= digits || from == 0 && to == run.size());
        }

        private Fit fit(DigitRun number) {
            boolean international = PhoneLayout.isInternational(text, number);
            Fit fit = international ? plan.fitInternational(number.digits()) : plan.fit(number.digits());
            if (fit == Fit.NONE || PhoneLayout.isPartOfWord(text, number)) {
                return Fit.NONE;
            }
            boolean written = international || PhoneLayout.isTypical(text, number);
            boolean accepted = written || cue == PhoneCue.FOR || fit == Fit.VALID && cue != PhoneCue.AGAINST;
            return accepted ? fit : Fit.NONE;
        }
    }
}
