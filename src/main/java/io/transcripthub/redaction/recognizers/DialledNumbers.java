package io.transcripthub.redaction.recognizers;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.transcripthub.redaction.recognizers.NumberingPlan.Fit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Numbers of one call, each of them read once by the plan of a region, as that is costly. */
final class DialledNumbers {
    private final Supplier<NumberingPlan> region;
    private final Map<String, PhoneNumber> numbers = new HashMap<>();
    /** Null where nobody asked yet. */
    private NumberingPlan plan;

    DialledNumbers(Supplier<NumberingPlan> region) {
        this.region = region;
    }

    Fit fitInternational(String digits) {
        return plan().fitInternational(digits);
    }

    Fit fitAbroad(String digits) {
        return plan().fitAbroad(digits);
    }

    /** A cheap look at the length and the prefix. */
    boolean mayBeGivenOut(String digits) {
        return plan().mayBeGivenOut(digits);
    }

    Fit fit(String digits) {
        return plan().fit(digits, read(digits));
    }

    /** Whether calls to such a number are free or cost the same from everywhere: a company's, nobody's own. */
    boolean isPublic(String digits) {
        return plan().mayBePublic(digits) && plan().isPublic(read(digits));
    }

    private NumberingPlan plan() {
        if (plan == null) {
            plan = region.get();
        }
        return plan;
    }

    private PhoneNumber read(String digits) {
        PhoneNumber number = numbers.get(digits);
        if (number == null) {
            number = plan().read(digits);
            numbers.put(digits, number);
        }
        return number;
    }
}
