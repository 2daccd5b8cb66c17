package io.transcripthub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditChainTest {
    /** The hash was computed with {@code sha256sum} over the line without its member hash. */
    @Test
    void the_hash_is_the_sha_256_of_the_canonical_line_without_it() {
        AuditLine line = AuditChain.next(
                ChainHead.GENESIS, Map.of("timestamp", "2026-03-01T12:00:00Z", "actor", "hub", "latencySeconds", 2.0));

        assertThat(line.seq()).isEqualTo(1);
        assertThat(line.hash()).isEqualTo("cabdcfb2acc5441bfc9fcf2724ca8c3e6973c676f048d3f20bca737175c2a6c7");
        assertThat(line.json())
                .isEqualTo("{\"actor\":\"hub\",\"hash\":\"" + line.hash()
                        + "\",\"latencySeconds\":2,\"prevHash\":\"" + "0".repeat(64)
                        + "\",\"seq\":1,\"timestamp\":\"2026-03-01T12:00:00Z\"}");
    }

    @Test
    void a_line_names_the_one_before_it() {
        AuditLine first = AuditChain.next(ChainHead.GENESIS, Entries.at("2026-03-01T12:00:00Z"));
        AuditLine second = AuditChain.next(first.head(), Entries.at("2026-03-01T12:00:00Z"));

        assertThat(second.seq()).isEqualTo(2);
        assertThat(second.json()).contains("\"prevHash\":\"" + first.hash() + "\"");
    }

    @Test
    void a_timestamp_is_required_to_be_an_instant_in_utc() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditChain.next(ChainHead.GENESIS, Map.of("actor", "hub")))
                .withMessage("timestamp: expected an ISO-8601 instant in UTC, found none");
        for (Object other : new Object[] {"2026-03-01T12:00:00+02:00", "2026-03-01", "yesterdayZ", 7}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AuditChain.next(ChainHead.GENESIS, Map.of("timestamp", other)))
                    .withMessage("timestamp: expected an ISO-8601 instant in UTC, found something else");
        }
    }

    @Test
    void an_entry_does_not_choose_its_place_in_the_chain() {
        Map<String, Object> entry = Map.of("timestamp", "2026-03-01T12:00:00Z", "seq", 7);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditChain.next(ChainHead.GENESIS, entry))
                .withMessage("seq: is assigned by the chain, not by the entry");
    }
}
