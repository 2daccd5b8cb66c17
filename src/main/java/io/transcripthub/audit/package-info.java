/** Hash-chained audit log: canonical JSON lines in daily files, a chain a node. Plain Java. */
package io.transcripthub.audit;
