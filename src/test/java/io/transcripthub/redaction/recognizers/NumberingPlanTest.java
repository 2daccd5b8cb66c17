package io.transcripthub.redaction.recognizers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberingPlanTest {
    @ParameterizedTest
    @ValueSource(strings = {"US", "CA", "GB", "IE", "FR", "BE", "NL", "DE", "AT", "CH", "IN", "ZA", "AU"})
    void numbers_that_are_not_parsed_are_what_the_parser_would_read(String region) throws NumberParseException {
        NumberingPlan plan = new NumberingPlan(region);
        Random random = new Random(11);
        for (int i = 0; i < 3_000; i++) {
            String digits =
                    (random.nextBoolean() ? "0" : "") + (1 + random.nextInt(9)) + digits(8 + random.nextInt(3), random);
            PhoneNumber read = plan.read(digits);
            if (read != null) {
                assertThat(read)
                        .as(digits)
                        .isEqualTo(PhoneNumberUtil.getInstance().parse(digits, region));
            }
        }
    }

    private static String digits(int length, Random random) {
        StringBuilder digits = new StringBuilder();
        while (digits.length() < length) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
