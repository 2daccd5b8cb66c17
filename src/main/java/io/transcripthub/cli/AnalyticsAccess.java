package io.transcripthub.cli;

import io.transcripthub.analytics.Analytics;
import io.transcripthub.analytics.Period;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Interaction analytics, in a running hub or in this process. */
interface AnalyticsAccess extends AutoCloseable {
    /**
     * How it ended.
     *
     * @param messages for standard error
     * @param summary one line for standard output; null when there are no files
     * @param complete whether the period was read whole
     */
    record Outcome(List<String> messages, String summary, boolean complete) {
        static Outcome of(Analytics.Ended ended, Path folder) {
            if (ended.stopped()) {
                return new Outcome(List.of("stopped; what was fetched is kept, call again to go on"), null, false);
            }
            List<String> messages = new ArrayList<>(ended.problems());
            if (ended.search().failed() > 0) {
                messages.add("search: " + ended.search().failed() + " of " + ended.conversations()
                        + " documents are not in the index interactions: "
                        + ended.search().reason());
            }
            String summary = "conversations " + ended.conversations() + ", transcripts " + ended.transcripts()
                    + ", gaps " + ended.gaps() + ": see " + folder.resolve("report.html");
            return new Outcome(messages, summary, ended.complete());
        }
    }

    /** @throws CommandFailed when there is nothing to be had */
    Outcome run(Period period, Path folder) throws Exception;

    @Override
    void close();
}
