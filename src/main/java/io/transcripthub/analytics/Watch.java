package io.transcripthub.analytics;

/** Who looks on while an analysis runs, and may stop it. */
public interface Watch {
    /** Nobody looks on. */
    Watch NOBODY = new Watch() {
        @Override
        public void at(String phase, long done, long total) {
            // nobody looks on
        }

        @Override
        public boolean stopped() {
            return false;
        }
    };

    /**
     * @param phase {@code conversations}, {@code transcripts} or {@code report}
     * @param total 0 when it is not known
     */
    void at(String phase, long done, long total);

    /** Whether to end as soon as what is there is kept. */
    boolean stopped();
}
