package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.words.Cue;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Topic;

/**
 * What is left of the answers to a question for a date of birth or a card's expiry that are told in pieces, mended, and
 * said back: "the tenth" - "yeah" - "of the, hold on, i'm driving, eighth, the ninth, nineteen eighty five".
 */
final class DateAnswersRecognizer implements Recognizer {
    private static final int MOST_UTTERANCES = 6;
    private static final int MOST_TOKENS = 100;
    private static final int MOST_HARD_WORDS_BESIDE = 6;
    private static final int MOST_HARD_WORDS = 3;

    @Override
    public void recognize(Call call, Claims claims) {
        if (call.mentions(Topic.BIRTH) || call.mentions(Topic.EXPIRY)) {
            Cues cues = call.context().cues();
            for (int index = 0; index < cues.size(); index++) {
                EntityType type = type(cues.get(index).topic());
                int asked = call.tokens().utterance(cues.get(index).token());
                if (type != null && claims.has(type, asked, asked + MOST_UTTERANCES)) {
                    claim(call, cues.get(index), end(call, cues, index), type, claims);
                }
            }
        }
    }

    private static EntityType type(Topic topic) {
        if (topic.equals(Topic.BIRTH)) {
            return EntityType.DATE_OF_BIRTH;
        }
        return topic.equals(Topic.EXPIRY) ? EntityType.CARD_EXPIRY : null;
    }

    /** Where something else is spoken of. */
    private static int end(Call call, Cues cues, int asked) {
        int token = cues.get(asked).token();
        int utterance = call.tokens().utterance(token);
        int last = call.tokens().last(Math.min(call.size() - 1, utterance + MOST_UTTERANCES));
        return cues.subjectEnd(asked, Math.min(token + MOST_TOKENS, last), DateAnswersRecognizer::isPassed);
    }

    private static boolean isPassed(Topic topic) {
        return topic.weak() && !topic.isHarmless() || Cues.isSetting(topic);
    }

    /** Whether all of a date was claimed in one utterance. */
    private static boolean isWhole(Call call, int from, int end, EntityType type, Claims claims) {
        DateWords words = new DateWords(call, type, false);
        int utterance = -1;
        for (int token = from; token < end && !words.isWhole(); token++) {
            int wordEnd = claims.touch(token, token + 1) ? words.end(token) : token;
            if (wordEnd > token
                    && type.equals(claims.typeAt(
                            call.tokens().utterance(token), call.tokens().start(token)))) {
                words = call.tokens().utterance(token) == utterance ? words : new DateWords(call, type, false);
                utterance = call.tokens().utterance(token);
                words.add(token, wordEnd);
                token = wordEnd - 1;
            }
        }
        return words.isWhole();
    }

    private static void claim(Call call, Cue cue, int end, EntityType type, Claims claims) {
        DateWords words = new DateWords(call, type, isWhole(call, cue.tokenEnd(), end, type, claims));
        int asking = call.tokens().utterance(cue.token());
        for (int token = cue.tokenEnd(); token < end; token++) {
            int utterance = call.tokens().utterance(token);
            boolean asker = utterance > asking && call.isSameSpeaker(utterance, asking);
            if (asker && call.context().hardWords(utterance) > 0) {
                if (words.isWhole()) {
                    return;
                }
                token = Math.min(end, call.tokens().last(utterance)) - 1;
                continue;
            }
            int wordEnd = words.end(token);
            if (wordEnd > token) {
                boolean claimed = claims.touch(token, token + 1)
                        && type.equals(claims.typeAt(utterance, call.tokens().start(token)));
                if (!claims.touch(wordEnd - 1, wordEnd)
                        && isNearClaim(token, call, type, claims)
                        && words.isOpen(token, asker, claims)) {
                    claims.claimTokens(type, words.start(token), wordEnd);
                    claimed = true;
                }
                if (claimed) {
                    claimOf(call, words.start(token), token, type, claims);
                    words.add(token, wordEnd);
                }
                token = wordEnd - 1;
            }
        }
    }

    /** "thirtieth, sorry, the boiler, of may eighty" */
    private static void claimOf(Call call, int of, int token, EntityType type, Claims claims) {
        if (of < token && call.word(of).says("of") && !claims.touch(of, token)) {
            claims.claimTokens(type, of, token);
        }
    }

    /** Whether something of the date was claimed beside it, or in an utterance before or behind. */
    private static boolean isNearClaim(int token, Call call, EntityType type, Claims claims) {
        int utterance = call.tokens().utterance(token);
        boolean beside = claims.has(type, utterance, utterance);
        return (beside || claims.has(type, utterance - 2, utterance + 2))
                && call.context().hardWords(utterance) <= (beside ? MOST_HARD_WORDS_BESIDE : MOST_HARD_WORDS);
    }
}
