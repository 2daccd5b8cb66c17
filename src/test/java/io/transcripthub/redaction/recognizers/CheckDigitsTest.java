package io.transcripthub.redaction.recognizers;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.redaction.numbers.PaymentCards;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDigitsTest {
    @ParameterizedTest
    @CsvSource({"79927398713, true", "79927398710, false", "0, true", "18, true", "81, false", "4111111111111111, true"
    })
    void luhn_adds_up_to_a_multiple_of_ten(String digits, boolean valid) {
        assertThat(PaymentCards.isLuhnValid(digits, 0, digits.length())).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "4111111111111111, true",
        "411111111111116, false",
        "378282246310005, true",
        "3782822463100050, false",
        "2221000000000009, true",
        "2220000000000000, false",
        "2720990000000007, true",
        "2721000000000004, false"
    })
    void a_card_number_is_of_an_issuers_range_and_length(String digits, boolean valid) {
        assertThat(PaymentCards.isCardNumber(digits, 0, digits.length())).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "GB82WEST12345698765432, true",
        "GB83WEST12345698765432, false",
        "FR1420041010050500013M02606, true",
        "LC55HEMM000100010012001200023015, true",
        "DE8937040044053201300, false",
        "DE, false",
        "ZZ82WEST12345698765432, false"
    })
    void an_iban_has_its_countrys_length_and_remainder_one(String iban, boolean valid) {
        assertThat(Ibans.isValid(iban)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "123456789, true",
        "000456789, false",
        "666456789, false",
        "665456789, true",
        "899456789, true",
        "900456789, false",
        "123006789, false",
        "123450000, false"
    })
    void some_areas_groups_and_serials_were_never_issued(String digits, boolean issuable) {
        assertThat(SsnRecognizer.isIssuable(digits)).isEqualTo(issuable);
    }
}
