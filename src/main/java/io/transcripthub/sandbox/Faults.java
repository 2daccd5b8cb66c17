package io.transcripthub.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How the sandbox misbehaves. A specification is a comma-separated list of {@code name=value}, for example
 * {@code 429=0.1,retry-after=2s,503=0.1,slow=50ms,seed=42}.
 *
 * <table>
 * <caption>Names; the value of a fault is its probability from 0 to 1, and 1 where only the name is given</caption>
 * <tr><td>{@code 429}</td><td>too many requests, with a Retry-After in seconds or as an HTTP date by turns</td></tr>
 * <tr><td>{@code 503}</td><td>service unavailable</td></tr>
 * <tr><td>{@code 429-large-page}</td><td>of the speech engines API: a page of more than 20 is too many requests</td></tr>
 * <tr><td>{@code 500}</td><td>of the speech engines and analytics APIs: an internal error</td></tr>
 * <tr><td>{@code truncate}</td><td>the JSON of a success is cut in the middle, its Content-Length right or wrong by
 * turns</td></tr>
 * <tr><td>{@code hang}</td><td>the request is taken and never answered</td></tr>
 * <tr><td>{@code drop}</td><td>the connection is closed without an answer</td></tr>
 * <tr><td>{@code revoke}</td><td>the request revokes all tokens, its own too</td></tr>
 * <tr><td>{@code lost-answer}</td><td>a chat is injected, or a speech engine changed, and the connection closed without an
 * answer</td></tr>
 * <tr><td>{@code 504}</td><td>the same, and a gateway answers in the vendor's place</td></tr>
 * <tr><td>{@code 400}, {@code 401}, {@code 403}</td><td>a chat is refused so, 403 a change of speech engines, too</td></tr>
 * <tr><td>{@code fail}, {@code cancel}, {@code stuck}</td><td>a job accepted now ends FAILED, CANCELLED, never</td></tr>
 * <tr><td>{@code early}</td><td>a transcription's event is sent when it is accepted and not when it has ended, for every
 * second one even before the submission is answered</td></tr>
 * <tr><td>{@code late}</td><td>its event is sent only {@code late-by} after it is due</td></tr>
 * <tr><td>{@code lost}, {@code doubled}</td><td>its event is never sent, sent twice at once</td></tr>
 * <tr><td>{@code forged}</td><td>there is another event, wrongly signed or unsigned by turns</td></tr>
 * <tr><td>{@code untyped}</td><td>a conversation's transcript is an object and no list</td></tr>
 * <tr><td>{@code trailing}</td><td>more text stands behind a conversation's transcript</td></tr>
 * <tr><td>{@code loop}, {@code elsewhere}</td><td>the nextLink of a page of conversations leads back, to another
 * host</td></tr>
 * <tr><td>{@code token-503}, {@code token-hang}</td><td>the same for the token endpoint, which the faults above leave
 * alone</td></tr>
 * <tr><td>{@code webhook-503}, {@code webhook-down}</td><td>the webhook receiver answers 503, closes the
 * connection</td></tr>
 * <tr><td>{@code retry-after}</td><td>whole seconds, {@code 2s} by default</td></tr>
 * <tr><td>{@code slow}</td><td>delay of every answer of the vendor</td></tr>
 * <tr><td>{@code late-by}</td><td>delay of late events, {@code 3s} by default</td></tr>
 * <tr><td>{@code expires}</td><td>lifetime of the tokens issued from now on, {@code 1h} by default</td></tr>
 * <tr><td>{@code seed}</td><td>a whole number that makes the faults repeatable</td></tr>
 * </table>
 *
 * Durations are written {@code 250ms}, {@code 10s}, {@code 5m}, {@code 1h}, {@code 7d}.
 */
public record Faults(
        Map<Fault, Double> probabilities,
        Duration retryAfter,
        Duration slow,
        Duration lateBy,
        Duration tokenLifetime,
        OptionalLong seed) {
    public static final Faults NONE = new Faults(
            Map.of(),
            Duration.ofSeconds(2),
            Duration.ZERO,
            Duration.ofSeconds(3),
            Duration.ofHours(1),
            OptionalLong.empty());

    public Faults {
        probabilities = Map.copyOf(probabilities);
    }

    /**
     * An empty specification is {@link #NONE}.
     *
     * @throws IllegalArgumentException naming the part that does not fit, what was expected and what was found
     */
    public static Faults parse(String specification) {
        return new FaultsParser().parse(specification);
    }

    double probability(Fault fault) {
        return probabilities.getOrDefault(fault, 0.0);
    }
}
