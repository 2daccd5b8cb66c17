package io.transcripthub.analytics;

import io.transcripthub.ledger.AnalyticsDays.Day;
import java.util.List;
import java.util.Map;

/**
 * What belongs to a run besides its findings.
 *
 * @param broken why a list of conversations ended before its last page, an account each; empty when none has
 * @param faults what was left out of pages
 * @param days by account
 */
record Facts(
        Period period,
        List<String> accounts,
        List<String> broken,
        List<String> faults,
        Map<String, List<Day>> days,
        Indexing.Result search) {}
