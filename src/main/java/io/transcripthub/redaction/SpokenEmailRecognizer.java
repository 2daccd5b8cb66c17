package io.transcripthub.redaction;

/**
 * EMAIL as it is spoken: "j dot smith at example dot com", spelled or not, also where one half of it is written, and where
 * it goes on in the same speaker's next utterance. Without a word about mail only with a known provider or a spelled name,
 * as people look at web sites, too.
 */
final class SpokenEmailRecognizer implements Recognizer {
    private static final int LONGEST_LABEL = 12;
    private static final int LONGEST_LOCAL = 60;
    private static final int LONGEST_NUMBER = 6;
    private static final int MOST_PLAIN_WORDS = 3;
    private static final int LONGEST_PLAIN = 10;
    private static final int NEXT_UTTERANCES = 4;

    private static final long CONNECTOR = Role.DOT.bit | Role.DASH.bit | Role.UNDERSCORE.bit | Role.PLUS.bit;

    @Override
    public void recognize(Call call, Claims claims) {
        Tokens tokens = call.tokens();
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.word(token).is(Role.AT) && !claims.touch(token, token + 1)) {
                new Search(call, claims, token).claim();
            }
        }
    }

    private static final class Search {
        private final Call call;
        private final Tokens tokens;
        private final Claims claims;
        private final int at;
        private boolean provider;
        private boolean connected;

        Search(Call call, Claims claims, int at) {
            this.call = call;
            this.tokens = call.tokens();
            this.claims = claims;
            this.at = at;
        }

        void claim() {
            int domain = at + 1;
            int utterance = tokens.utterance(at);
            if (isOnlySoft(domain, tokens.last(utterance))) {
                utterance = nextOfSpeaker(utterance);
                domain = utterance < 0 ? -1 : skipSoft(tokens.first(utterance), tokens.last(utterance));
            }
            int domainEnd = domain < 0 ? -1 : domainEnd(domain, utterance);
            if (domainEnd < 0) {
                return;
            }
            int local = localStart(at - 1, tokens.first(tokens.utterance(at)));
            local = local < at ? withPlainWords(local, tokens.first(tokens.utterance(at))) : local;
            boolean earlier = local == at;
            int before = earlier ? previousOfSpeaker(tokens.utterance(at)) : -1;
            int earlierStart = before < 0 ? -1 : localStart(lastWord(before), tokens.first(before));
            if ((earlier && (before < 0 || earlierStart > lastWord(before)))
                    || !connected && !provider && !call.mentions(Topic.EMAIL)) {
                return;
            }
            if (earlier) {
                claims.claimTokens(EntityType.EMAIL, earlierStart, lastWord(before) + 1);
            }
            claimDomain(local, domain, domainEnd);
        }

        private void claimDomain(int local, int domain, int domainEnd) {
            if (tokens.utterance(domain) == tokens.utterance(at)) {
                claims.claimTokens(EntityType.EMAIL, local, withManner(domainEnd, tokens.utterance(domain)));
            } else {
                claims.claimTokens(EntityType.EMAIL, local, at + 1);
                claims.claimTokens(EntityType.EMAIL, domain, domainEnd);
            }
        }

        /** "four kids and a dog at ..": where a mail address was asked for, small words may be part of it. */
        private int withPlainWords(int local, int first) {
            int from = tokens.first(Math.max(0, tokens.utterance(at) - 1));
            if (!call.context().cues().hasBetween(from, local, Topic.EMAIL)) {
                return local;
            }
            int start = local;
            while (start > first && start > local - LONGEST_PLAIN && !isIntroduction(tokens.word(start - 1))) {
                start--;
            }
            return start > local - LONGEST_PLAIN ? start : local;
        }

        private static boolean isIntroduction(Word word) {
            return word.isAny(Role.ANY_MARK | Role.FILLER.bit)
                    || switch (word.text()) {
                        case "it's",
                                "its",
                                "is",
                                "that's",
                                "or",
                                "my",
                                "email",
                                "mail",
                                "address",
                                "word",
                                "caps",
                                "case",
                                "be",
                                "use",
                                "me",
                                "at",
                                "to",
                                "it",
                                "just",
                                "that" -> true;
                        default -> false;
                    };
        }

        /** "all one word", "all lower case" tell how it is written. */
        private int withManner(int from, int utterance) {
            int token = from;
            while (call.word(token, utterance).text().equals(",")) {
                token++;
            }
            if (!call.word(token, utterance).text().equals("all")) {
                return from;
            }
            return switch (call.word(token + 1, utterance).text()) {
                case "one", "lower", "upper" -> Math.min(token + 3, tokens.last(utterance));
                default -> from;
            };
        }

        private boolean isOnlySoft(int from, int to) {
            return skipSoft(from, to) == to;
        }

        private int skipSoft(int from, int to) {
            int token = from;
            while (token < to
                    && tokens.word(token).isAny(Role.FILLER.bit | Role.SEPARATOR.bit)
                    && token < from + LONGEST_LABEL) {
                token++;
            }
            return token;
        }

        private int nextOfSpeaker(int utterance) {
            for (int i = utterance + 1; i <= utterance + NEXT_UTTERANCES && i < call.size(); i++) {
                if (call.isSameSpeaker(i, utterance)) {
                    return i;
                }
            }
            return -1;
        }

        private int previousOfSpeaker(int utterance) {
            for (int i = utterance - 1; i >= utterance - NEXT_UTTERANCES && i >= 0; i--) {
                if (call.isSameSpeaker(i, utterance)) {
                    return i;
                }
            }
            return -1;
        }

        private int lastWord(int utterance) {
            int token = tokens.last(utterance) - 1;
            while (token > tokens.first(utterance) && tokens.word(token).isAny(Role.SEPARATOR.bit | Role.FILLER.bit)) {
                token--;
            }
            return token;
        }

        /** Behind the top-level domain, or -1 if there is none. */
        private int domainEnd(int from, int utterance) {
            int end = -1;
            int label = from;
            int last = Math.min(tokens.last(utterance), from + LONGEST_LOCAL);
            for (int token = from; token < last && token < label + LONGEST_LABEL; token++) {
                Word word = tokens.word(token);
                provider |= word.is(Role.MAIL_PROVIDER);
                if (isDot(token)) {
                    if (token == label
                            || end >= 0
                                    && !call.word(token + 1, utterance).is(Role.TOP_LEVEL)
                                    && !isLastLabel(token + 1, utterance)) {
                        return end;
                    }
                    label = token + 1;
                    if (call.word(label, utterance).is(Role.TOP_LEVEL) || isLastLabel(label, utterance)) {
                        end = label + 1;
                    }
                } else if (end == token) {
                    return end;
                } else if (!isLabel(word)) {
                    return end;
                }
            }
            return end;
        }

        /** There are more than a thousand top-level domains; any word behind a spoken dot may be one. */
        private boolean isLastLabel(int token, int utterance) {
            return token < tokens.last(utterance)
                    && !call.word(token - 1, utterance).is(Role.SEPARATOR)
                    && tokens.end(token) - tokens.start(token) >= 2
                    && !tokens.word(token).isAny(Role.ANY_MARK | Role.NUMBER | Role.STOP.bit | CONNECTOR);
        }

        private boolean isDot(int token) {
            Word word = tokens.word(token);
            return word.is(Role.DOT)
                    && (!word.is(Role.SEPARATOR) || tokens.adjoins(token) && tokens.adjoins(token + 1));
        }

        private static boolean isLabel(Word word) {
            return !word.isAny(Role.ANY_MARK)
                    || word.is(Role.DASH)
                    || word.text().equals(",");
        }

        /** The first token of the local part that ends with a token; the one behind that if there is none. */
        private int localStart(int last, int first) {
            int start = last + 1;
            int plain = 0;
            int digits = 0;
            int behindDigits = start;
            for (int token = last; token >= first && token > last - LONGEST_LOCAL; token--) {
                Word word = tokens.word(token);
                if (isSpelledAs(token, first)) {
                    token -= tokens.word(token - 1).text().equals("in") ? 3 : 2;
                    start = token;
                    connected = true;
                    plain = 0;
                } else if (isConnector(token)) {
                    connected = true;
                    plain = 0;
                    start = start <= last ? token : start;
                } else if (call.groups().cover(token)) {
                    boolean number = tokens.word(token).isAny(Role.NUMBER);
                    behindDigits = number && digits == 0 ? start : behindDigits;
                    digits = number ? digits + Math.max(1, digitsAt(token)) : 0;
                    if (digits > LONGEST_NUMBER) {
                        return behindDigits;
                    }
                    connected |= tokens.end(token) - tokens.start(token) == 1;
                    start = token;
                    plain = 0;
                } else if (isPassed(word)) {
                    plain = Math.max(plain, MOST_PLAIN_WORDS - 1);
                } else if (isName(word) || isTied(token, first)) {
                    if (++plain > MOST_PLAIN_WORDS) {
                        return start;
                    }
                    start = token;
                } else {
                    return start;
                }
            }
            return start;
        }

        private int digitsAt(int token) {
            DigitGroup group = call.groups().at(token);
            return group == null ? 0 : group.size();
        }

        /** Between two connectors any word is a part: "info dot the dot man". */
        private boolean isTied(int token, int first) {
            return isConnector(token + 1)
                    && token + 1 < at
                    && !tokens.word(token).isAny(Role.ANY_MARK)
                    && token > first
                    && isConnector(token - 1);
        }

        private boolean isConnector(int token) {
            Word word = tokens.word(token);
            return word.isAny(CONNECTOR)
                    && (!word.is(Role.SEPARATOR) || tokens.adjoins(token) && tokens.adjoins(token + 1));
        }

        private static boolean isPassed(Word word) {
            return word.text().equals(",")
                    || word.is(Role.DASH)
                    || switch (word.text()) {
                        case "uh", "um", "er", "then", "and" -> true;
                        default -> false;
                    };
        }

        private static boolean isName(Word word) {
            return !word.isAny(Role.STOP.bit | Role.ANY_MARK);
        }

        private boolean isSpelledAs(int token, int first) {
            String before = token - 1 < first ? "" : tokens.word(token - 1).text();
            return before.equals("in")
                            && token - 3 >= first
                            && tokens.word(token - 2).text().equals("as")
                            && tokens.word(token - 3).is(Role.LETTER)
                    || (before.equals("for") || before.equals("like"))
                            && token - 2 >= first
                            && tokens.word(token - 2).is(Role.LETTER);
        }
    }
}
