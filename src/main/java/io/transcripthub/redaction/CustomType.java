package io.transcripthub.redaction;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.transcripthub.redaction.words.Topic;
import java.util.List;

/** A kind of personal data of a user's own. */
public final class CustomType {
    private static final String NAME = "[A-Z][A-Z0-9_]{0,39}";

    private final EntityType type;
    private final Pattern pattern;
    private final List<String> words;
    private final Topic topic;

    private CustomType(EntityType type, Pattern pattern, List<String> words) {
        this.type = type;
        this.pattern = pattern;
        this.words = List.copyOf(words);
        this.topic = new Topic(type.name(), 0, Integer.MAX_VALUE, false);
    }

    /**
     * @param name becomes {@code [REDACTED_<name>]}
     * @param pattern in RE2's syntax, which is matched in linear time whatever it says
     * @param words phrases of which one must say what the value is, before it or in the question; none if the pattern is
     *     enough
     * @throws IllegalArgumentException in words that can follow the name of a key
     */
    public static CustomType of(String name, String pattern, List<String> words) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException(
                    "expected a name of upper-case letters, digits and _, found '" + name + "'");
        }
        if (List.of(EntityType.values()).contains(new EntityType(name)) || Topic.BY_NAME.containsKey(name)) {
            throw new IllegalArgumentException("expected a name that is not taken, found '" + name + "'");
        }
        try {
            Pattern compiled = Pattern.compile(pattern);
            if (compiled.matches("")) {
                throw new IllegalArgumentException(
                        "expected a pattern that matches something, found one that matches nothing");
            }
            return new CustomType(new EntityType(name), compiled, words);
        } catch (PatternSyntaxException fault) {
            throw new IllegalArgumentException("expected a pattern in RE2's syntax, found " + fault.getDescription());
        }
    }

    public EntityType type() {
        return type;
    }

    public Pattern pattern() {
        return pattern;
    }

    public List<String> words() {
        return words;
    }

    public Topic topic() {
        return topic;
    }
}
