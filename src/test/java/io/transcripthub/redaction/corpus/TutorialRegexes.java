package io.transcripthub.redaction.corpus;

import io.transcripthub.redaction.Entity;
import io.transcripthub.redaction.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The baseline: the three patterns that tutorials on transcripts give, one after the other over each utterance. A card
 * is 13 to 16 digits with blanks or dashes between them, a social security number is written 3-2-4, a phone number is a North
 * American one.
 */
public final class TutorialRegexes implements Detector {
    private record Rule(EntityType type, Pattern pattern) {}

    private static final List<Rule> RULES = List.of(
            new Rule(EntityType.CREDIT_CARD, Pattern.compile("\\b(?:\\d[ -]*?){13,16}\\b")),
            new Rule(EntityType.SSN, Pattern.compile("\\b\\d{3}[ -]?\\d{2}[ -]?\\d{4}\\b")),
            new Rule(
                    EntityType.PHONE,
                    Pattern.compile("\\b(?:\\+?1[-.\\s]?)?\\(?\\d{3}\\)?[-.\\s]?\\d{3}[-.\\s]?\\d{4}\\b")));

    @Override
    public List<Entity> detect(CorpusCall call) {
        List<Entity> entities = new ArrayList<>();
        for (int i = 0; i < call.utterances().size(); i++) {
            detect(i, new StringBuilder(call.utterances().get(i).text()), entities);
        }
        return entities;
    }

    /** The text with placeholders in place of what was found, as the tutorials write it. */
    public String redact(String text) {
        String redacted = text;
        for (Rule rule : RULES) {
            redacted = rule.pattern().matcher(redacted).replaceAll(rule.type().placeholder());
        }
        return redacted;
    }

    private static void detect(int utterance, StringBuilder text, List<Entity> entities) {
        for (Rule rule : RULES) {
            Matcher match = rule.pattern().matcher(text.toString());
            while (match.find()) {
                entities.add(new Entity(rule.type(), utterance, match.start(), match.end()));
                text.replace(match.start(), match.end(), "[".repeat(match.end() - match.start()));
            }
        }
    }
}
