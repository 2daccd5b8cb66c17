package io.transcripthub.stages;

import io.transcripthub.audit.AuditLine;
import io.transcripthub.audit.AuditLog;
import io.transcripthub.audit.ChainHead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends the body to a hash-chained audit log and flushes it to disk: a Map is one entry and is chained here; a list of
 * {@link AuditLine}s was chained before, and is appended as it is, but for the lines that the log has already.
 */
public final class AuditAppendStage extends ServiceSupport implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(AuditAppendStage.class);

    private Path dir;
    private String node;
    private AuditLog log;

    /** @param dir folder of the log's files */
    public void setDir(String dir) {
        this.dir = Path.of(dir);
    }

    /** @param node name of the chain: one writer has one chain */
    public void setNode(String node) {
        this.node = node;
    }

    @Override
    protected void doStop() throws IOException {
        if (log != null) {
            log.close();
            log = null;
        }
    }

    @Override
    public synchronized void process(Exchange exchange) throws IOException {
        Object body = exchange.getMessage().getBody();
        if (body instanceof Map<?, ?> entry) {
            log().append(entry(entry));
        } else if (body instanceof List<?> lines) {
            append(lines.stream().map(AuditLine.class::cast).toList());
        } else {
            throw new IllegalArgumentException(
                    "a map or a list of audit lines was expected, found " + ObjectHelper.className(body));
        }
    }

    /** Lines that were on disk and are gone do not stop the log: it goes on, and its verification tells of the gap. */
    private void append(List<AuditLine> lines) throws IOException {
        ChainHead expected = lines.get(0).previous();
        ChainHead found = log().head();
        if (expected.seq() > found.seq()) {
            LOG.error(
                    "Audit lines are missing in {}: expected the chain of {} to end at {}, found {}",
                    dir,
                    node,
                    expected.seq(),
                    found.seq());
            log.continueAfterGap(expected);
        }
        log.append(lines);
    }

    /** Opened with the first line, so that a folder that cannot be written is a fault to retry and not a failed start. */
    private AuditLog log() throws IOException {
        if (log == null) {
            log = AuditLog.open(dir, node);
            if (log.cutBytes() > 0) {
                LOG.warn("The last audit line of {} was torn; {} bytes of it were removed", node, log.cutBytes());
            }
        }
        return log;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> entry(Map<?, ?> entry) {
        return (Map<String, Object>) entry;
    }
}
