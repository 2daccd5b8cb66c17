package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import io.transcripthub.redaction.words.Word;

/**
 * EMAIL as it is spoken: "j dot smith at example dot com", spelled or not, also where one half of it is written, and where
 * it goes on in the same speaker's next utterance. Without a word about mail only with a known provider or a spelled name,
 * as people look at web sites, too.
 */
final class SpokenEmailRecognizer implements Recognizer {
    private static final int LONGEST_TURN = 8;
    private static final int MOST_UTTERANCES_BEHIND_CUE = 5;

    private static final long DOT_OR_PROVIDER = Role.DOT.bit | Role.MAIL_PROVIDER.bit;

    static final long CONNECTOR = Role.DOT.bit | Role.DASH.bit | Role.UNDERSCORE.bit | Role.PLUS.bit;

    @Override
    public void recognize(Call call, Claims claims) {
        Tokens tokens = call.tokens();
        for (int token = tokens.next(0, Role.AT.bit);
                token < tokens.size();
                token = tokens.next(token + 1, Role.AT.bit)) {
            if (!claims.touch(token, token + 1)) {
                new Search(call, claims, token).claim();
            }
        }
    }

    private static final class Search {
        private final Call call;
        private final Tokens tokens;
        private final Claims claims;
        private final int at;
        private final SpokenLocalPart localPart;
        private final SpokenMailPieces pieces;

        Search(Call call, Claims claims, int at) {
            this.call = call;
            this.tokens = call.tokens();
            this.claims = claims;
            this.at = at;
            this.localPart = new SpokenLocalPart(call, at);
            this.pieces = new SpokenMailPieces(call, claims, localPart);
        }

        void claim() {
            Word behind = call.word(at + 1, tokens.utterance(at));
            int domain = behind.says(",") || MailAsides.isClosingBracket(behind) ? at + 2 : at + 1;
            int utterance = tokens.utterance(at);
            if (pieces.isOnlySoft(domain, tokens.last(utterance))) {
                utterance = pieces.nextOfSpeaker(utterance);
                domain = utterance < 0 ? -1 : pieces.skipSoft(tokens.first(utterance), tokens.last(utterance));
            }
            SpokenDomain spoken = domain >= 0 && mayHaveDomain(utterance)
                    ? new SpokenDomain(call, domain, utterance, isAsked())
                    : null;
            if (spoken != null && spoken.end() >= 0) {
                claim(spoken, domain);
            }
        }

        /** A cheap look at the roles: whether a dot or a provider is named, if only in the next utterance. */
        private boolean mayHaveDomain(int utterance) {
            int behind = tokens.last(utterance);
            return tokens.hasIn(utterance, DOT_OR_PROVIDER)
                    || behind < tokens.size() && tokens.hasIn(tokens.utterance(behind), Role.DOT.bit);
        }

        private void claim(SpokenDomain spoken, int domain) {
            int first = tokens.first(tokens.utterance(at));
            int before = pieces.pieceBefore(first, at, isAsked());
            int local = before < 0 ? localStart(first, spoken.isProvider()) : at;
            if (RoleMailboxes.isGiven(call, local, at, claims)) {
                return;
            }
            local = local == at && at > first && before < 0 && isAsked() && pieces.isOwnName(at - 1) ? at - 1 : local;
            before = local == at && before < 0 && pieces.isOnlySmall(first, at)
                    ? pieces.previousOfSpeaker(tokens.utterance(at))
                    : before;
            int earlierStart = before < 0 ? -1 : localPart.start(pieces.lastWord(before), tokens.first(before));
            boolean found = local < at || before >= 0 && earlierStart <= pieces.lastWord(before);
            if (!found || !isAddress(local, spoken)) {
                return;
            }
            if (local == at) {
                claims.claimTokens(EntityType.EMAIL, earlierStart, pieces.lastWord(before) + 1);
            }
            int begun = new MailFalseStarts(call, pieces, claims).claim(local);
            pieces.claimBefore(local == at ? before : tokens.utterance(at), local == at ? earlierStart : begun);
            claimDomain(local, domain, spoken.end());
            pieces.claimOtherDomain(spoken.end());
        }

        private boolean isAddress(int local, SpokenDomain spoken) {
            if (localPart.isConnected() || spoken.isProvider() || spoken.isConnected()) {
                return true;
            }
            return !WebSites.isSeen(call, local, at)
                    && (!call.isAgent(tokens.utterance(at))
                            || isSentTo(local)
                            || call.mentions(Topic.EMAIL)
                            || isWholeTurn(local, spoken.end()));
        }

        /** "a benson" is no article at the beginning of an utterance. */
        private int localStart(int first, boolean provider) {
            int local = localPart.start(new MailAsides(call, at, isAsked()).before(), first);
            boolean certain = isAsked() || provider && (local == at || at - first <= LONGEST_TURN);
            int plain = certain ? new PlainMailWords(call, at).start(local, first) : local;
            int start = localPart.described(plain < local ? localPart.start(plain - 1, first) : plain, first);
            boolean initial = start == first + 1 && tokens.word(first).says("a");
            return initial ? first : start;
        }

        private boolean isAsked() {
            int from = tokens.first(Math.max(0, tokens.utterance(at) - MOST_UTTERANCES_BEHIND_CUE));
            return call.context().cues().hasBetween(from, at, Topic.EMAIL);
        }

        /** "mail it to ops at pines dot org" */
        private boolean isSentTo(int local) {
            return call.word(local - 1, tokens.utterance(at)).says("to");
        }

        /** Nothing but small words around "bex at oakfield dot org". */
        private boolean isWholeTurn(int local, int domainEnd) {
            int utterance = tokens.utterance(at);
            return tokens.utterance(domainEnd - 1) == utterance
                    && local < at
                    && tokens.hardWords(tokens.first(utterance), local) == 0
                    && tokens.hardWords(domainEnd, tokens.last(utterance)) == 0;
        }

        private void claimDomain(int local, int domain, int domainEnd) {
            if (tokens.utterance(domain) == tokens.utterance(at)) {
                claims.claimTokens(EntityType.EMAIL, local, new SpokenMailTail(call, local, domainEnd).end());
            } else {
                claims.claimTokens(EntityType.EMAIL, local, at + 1);
                claims.claimTokens(EntityType.EMAIL, domain, domainEnd);
            }
        }
    }
}
