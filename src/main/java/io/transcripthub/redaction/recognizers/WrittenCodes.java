package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;

/** Digits and letters written in one word, such as "19FH40827" or "C01X00T47". */
final class WrittenCodes {
    private static final int SHORTEST = 6;
    private static final int LONGEST = 12;
    private static final int FEWEST_DIGITS = 3;
    private static final int NEAR = 2;

    private final Call call;
    private final Tokens tokens;
    private final Claims claims;

    WrittenCodes(Call call, Claims claims) {
        this.call = call;
        this.tokens = call.tokens();
        this.claims = claims;
    }

    void claimPassports() {
        for (int i = 0; i < call.groups().size(); i++) {
            DigitGroup group = call.groups().get(i);
            int from = from(group.token());
            int to = to(group.tokenEnd());
            boolean mixed = to - from > group.tokenEnd() - group.token();
            if (mixed && isCode(from, to) && !claims.touch(from, to) && isPassport(from, to)) {
                claims.claimTokens(EntityType.PASSPORT, from, to);
                String code = call.text(group.utterance()).substring(tokens.start(from), tokens.end(to - 1));
                claims.remember(EntityType.PASSPORT, code, group.utterance(), group.utterance());
            }
        }
    }

    private int from(int token) {
        int from = token;
        while (tokens.adjoins(from) && !call.word(from - 1).isAny(Role.ANY_MARK)) {
            from--;
        }
        return from;
    }

    private int to(int token) {
        int to = token;
        while (to < tokens.size() && tokens.adjoins(to) && !call.word(to).isAny(Role.ANY_MARK)) {
            to++;
        }
        return to;
    }

    private boolean isCode(int from, int to) {
        int length = tokens.end(to - 1) - tokens.start(from);
        String text = call.text(tokens.utterance(from));
        long digits = text.substring(tokens.start(from), tokens.end(to - 1))
                .chars()
                .filter(Character::isDigit)
                .count();
        return length >= SHORTEST && length <= LONGEST && digits >= FEWEST_DIGITS && digits < length;
    }

    private boolean isPassport(int from, int to) {
        Topic topic = call.context().topic(from, to, SHORTEST);
        int utterance = tokens.utterance(from);
        return Topic.PASSPORT.equals(topic)
                || (topic == null || topic.weak())
                        && (claims.has(EntityType.PASSPORT, utterance - NEAR, utterance)
                                || call.context().cues().hasBetween(tokens.first(utterance), from, Topic.PASSPORT));
    }
}
