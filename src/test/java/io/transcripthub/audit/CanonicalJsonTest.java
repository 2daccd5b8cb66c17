package io.transcripthub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The example of RFC 8785, section 3.2.2, and its result from section 3.2.3. */
    @Test
    void the_example_of_the_rfc_is_reproduced() throws Exception {
        String input =
                """
                {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                 "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                 "literals": [null, true, false]}""";

        assertThat(CanonicalJson.of(JSON.readValue(input, Map.class)))
                .isEqualTo("{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /** The sorting example of RFC 8785, section 3.2.3. */
    @Test
    void members_are_sorted_by_utf_16_code_units() {
        Map<String, Object> members = new HashMap<>();
        for (String name : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            members.put(name, true);
        }

        assertThat(CanonicalJson.of(members))
                .isEqualTo("{\"\\r\":true,\"1\":true,\"\u0080\":true,\"\u00f6\":true,\"\u20ac\":true,"
                        + "\"\ud83d\ude00\":true,\"\ufb33\":true}");
    }

    /** RFC 8785, appendix B: IEEE 754 bits and their JSON form. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbers_are_those_of_the_rfc(String bits, String expected) {
        assertThat(CanonicalJson.of(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(expected);
    }

    @Test
    void numbers_of_every_type_are_printed_alike() {
        assertThat(CanonicalJson.of(
                        List.of(1, 1L, 1.0, 1.0f, 0.1f, new BigDecimal("1.00"), BigInteger.TEN, (short) -7, 1.5e-7)))
                .isEqualTo("[1,1,1,1,0.1,1,10,-7,1.5e-7]");
        assertThat(CanonicalJson.of(Math.scalb(1.0, -44))).isEqualTo("5.684341886080802e-14");
        assertThat(CanonicalJson.of(1L << 60)).isEqualTo("1152921504606847000");
    }

    @Property(tries = 2000)
    void numbers_name_the_same_double(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            assertThat(Double.parseDouble(CanonicalJson.of(value))).isEqualTo(value == 0 ? 0.0 : value);
        }
    }

    @Property
    void strings_are_read_back_as_they_were(@ForAll String text) throws Exception {
        assertThat(JSON.readValue(CanonicalJson.of(text), String.class)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numbers_that_json_lacks_are_refused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.of(List.of(value)))
                .withMessage("expected a finite number, found " + value);
    }

    @Test
    void integers_that_would_change_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.of(9007199254740993L))
                .withMessage("expected an integer that a double can hold, found 9007199254740993");
    }

    @Test
    void half_a_surrogate_pair_is_refused() {
        for (String text : List.of("\ud83d", "x\ude00", "\ude00\ud83d", "\ud83dx")) {
            assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(Map.of(text, 1)));
        }
    }

    @Test
    void other_types_are_refused_without_their_value() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.of(Arrays.asList(null, Instant.EPOCH)))
                .withMessage("expected a Map, List, String, Number, Boolean or null, found a java.time.Instant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.of(Map.of(1, 2)))
                .withMessage("expected member names to be strings, found a java.lang.Integer");
    }
}
