package io.transcripthub.accounts;

import io.transcripthub.ledger.Pace;

/**
 * An account at a vendor.
 *
 * @param name as configured; also the first part of its keys
 * @param type {@code cxone} or {@code genesys}
 * @param pace how often its vendor is asked
 */
public record Account(String name, String type, Pace pace) {}
