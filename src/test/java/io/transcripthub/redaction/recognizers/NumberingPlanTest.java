package io.transcripthub.redaction.recognizers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberingPlanTest {
    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    @ParameterizedTest
    @ValueSource(strings = {"US", "CA", "GB", "IE", "FR", "BE", "NL", "DE", "AT", "CH", "IN", "ZA", "AU"})
    void what_is_not_parsed_is_what_the_parser_would_read(String region) throws NumberParseException {
        NumberingPlan plan = new NumberingPlan(region);
        Random random = new Random(11);
        for (int i = 0; i < 4_000; i++) {
            String trunk = random.nextBoolean() ? "0" : random.nextBoolean() ? "1" : "";
            String digits = trunk + digits(6 + random.nextInt(8), random);
            PhoneNumber read = plan.read(digits);
            if (read != null) {
                assertThat(read).as(digits).isEqualTo(numbers.parse(digits, region));
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
