package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.DigitGroup.Joint;
import io.transcripthub.redaction.words.Role;

/** IP_ADDRESS: four numbers up to 255 with dots between them, written or spoken. */
final class IpAddressRecognizer implements Recognizer {
    private static final int PARTS = 4;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!call.tokens().has(Role.DOT.bit)) {
            return;
        }
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (run.size() >= PARTS && run.has(Joint.DOT)) {
                recognize(call, run, claims);
            }
        }
    }

    /** Each number up to 255 may be of several groups: "one nine two". */
    private static void recognize(Call call, DigitRun run, Claims claims) {
        for (int from = 0; from < run.size(); from++) {
            int end = addressEnd(call, run, from);
            if (end > from) {
                if (!SoftwareVersions.isOne(call, run.part(from, end)) && !isMask(run.part(from, end))) {
                    claims.claim(EntityType.IP_ADDRESS, run.part(from, end));
                }
                from = end - 1;
            }
        }
    }

    /** 255.255.255.0 */
    static boolean isMask(DigitRun address) {
        return address.digits().startsWith("255255");
    }

    private static int addressEnd(Call call, DigitRun run, int from) {
        int group = from;
        for (int part = 0; part < PARTS; part++) {
            int end = correctedEnd(run, octetEnd(run, group));
            if (end == group || part > 0 && !isBehindDot(call, run, group)) {
                return from;
            }
            group = end;
        }
        boolean ends = group == run.size() || isApart(run, group);
        return ends && (from == 0 || isApart(run, from)) ? group : from;
    }

    /** "one sixteen, no, one sixty": behind the number that was meant. */
    private static int correctedEnd(DigitRun run, int end) {
        int said = 0;
        int meant = end;
        while (meant > said && meant < run.size() && run.group(meant).joint() == Joint.CORRECTION) {
            said = meant;
            meant = octetEnd(run, said);
        }
        return meant;
    }

    /** Between utterances the dot may be said in either. */
    private static boolean isBehindDot(Call call, DigitRun run, int index) {
        DigitGroup group = run.group(index);
        DigitGroup before = run.group(index - 1);
        return group.utterance() == before.utterance()
                ? group.joint() == Joint.DOT
                : call.word(group.token() - 1, group.utterance()).is(Role.DOT)
                        || call.word(before.tokenEnd(), before.utterance()).is(Role.DOT);
    }

    /** Whether more than a blank, a dot or a dash lies before the group: "dot two fifty, eleven hundred hits". */
    private static boolean isApart(DigitRun run, int index) {
        DigitGroup group = run.group(index);
        return switch (group.joint()) {
            case DOT, DASH -> false;
            case PLAIN -> group.token() > run.group(index - 1).tokenEnd();
            default -> true;
        };
    }

    static int octetEnd(DigitRun run, int from) {
        int end = from;
        while (end < run.size()
                && (end == from || run.group(end).joint() == Joint.PLAIN)
                && run.digitCount(from, end + 1) <= 3
                && Integer.parseInt(run.part(from, end + 1).digits()) <= 255) {
            end++;
        }
        return end;
    }
}
