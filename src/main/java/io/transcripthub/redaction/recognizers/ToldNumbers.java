package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.Claims.KnownNumber;
import java.util.ArrayList;
import java.util.List;

/** The numbers that were recognised in a call, in all the ways in which they may be told again. */
final class ToldNumbers {
    private static final int MOST_KNOWN = 200;
    private static final int NEAR = 3;

    private ToldNumbers() {}

    /** With what was told in two parts, each taken for a number. */
    static List<KnownNumber> of(Call call, Claims claims) {
        List<KnownNumber> numbers = claims.numbers(number -> true, MOST_KNOWN);
        List<KnownNumber> known = new ArrayList<>(numbers);
        for (KnownNumber number : numbers) {
            addMonthYear(number, known);
        }
        for (int i = 1; i < numbers.size(); i++) {
            KnownNumber one = numbers.get(i - 1);
            KnownNumber next = numbers.get(i);
            int distance = next.firstUtterance() - one.lastUtterance();
            if (one.type().equals(next.type())
                    && distance >= 0
                    && distance <= NEAR
                    && call.isSameSpeaker(one.firstUtterance(), next.firstUtterance())) {
                known.add(new KnownNumber(
                        one.type(), one.digits().concat(next.digits()), one.firstUtterance(), next.lastUtterance()));
            }
        }
        return known;
    }

    private static void addMonthYear(KnownNumber number, List<KnownNumber> known) {
        MonthYear date = number.type().equals(EntityType.CARD_EXPIRY) ? MonthYear.of(number.digits()) : null;
        for (String digits : date == null ? List.<String>of() : date.digits()) {
            known.add(new KnownNumber(number.type(), digits, number.firstUtterance(), number.lastUtterance()));
        }
    }
}
