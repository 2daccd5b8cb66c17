package io.transcripthub.routes;

import java.util.Set;

/**
 * What routes may count on beside each other.
 *
 * @param settings names of configuration keys
 * @param beans names of what the hub binds
 * @param asked names of the {@code direct:} endpoints that the hub itself sends to
 */
public record Surroundings(Set<String> settings, Set<String> beans, Set<String> asked) {}
