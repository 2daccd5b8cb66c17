package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.RedactionMode;
import io.transcripthub.redaction.RedactionRules;
import java.util.ArrayList;
import java.util.List;

/** All recognizers, the most specific first: where two claim the same characters, the earlier one names the type. */
public final class Recognizers {
    private static final List<Recognizer> RULES = List.of(
            new EmailRecognizer(),
            new SpokenEmailRecognizer(),
            new MailEndingsRecognizer(),
            new MailSpellingRecognizer(),
            new IbanRecognizer(),
            new DictatedIbanRecognizer(),
            new SpelledIbanRecognizer(),
            new CardPiecesRecognizer(),
            new CardRecognizer(),
            new IpAddressRecognizer(),
            new UndottedIpRecognizer(),
            new Ip6AddressRecognizer(),
            new IpPiecesRecognizer(),
            new ExpiryRecognizer(),
            new CardTailRecognizer(),
            new PairedAnswerRecognizer(),
            new SsnRecognizer(),
            new BirthDateRecognizer(),
            new BirthDatePiecesRecognizer(),
            new CardCodeRecognizer(),
            new PassportRecognizer(),
            new RoutingRecognizer(),
            new BankAccountRecognizer(),
            new PinRecognizer(),
            new PhoneRecognizer(),
            new DiallingWordsRecognizer(),
            new RemainderRecognizer(),
            new RepeatRecognizer());

    /** What completes numbers that were claimed, and names. */
    private static final List<Recognizer> COMPLETING = List.of(
            new DateAnswersRecognizer(),
            new SpelledPiecesRecognizer(),
            new NumberEndsRecognizer(),
            new CodeWordsRecognizer(),
            new MonthsBeforeRecognizer(),
            new FalseStartRecognizer(),
            new SpokenDotsRecognizer(),
            new AddressRecognizer(),
            new PersonRecognizer());

    private Recognizers() {}

    public static List<Recognizer> of(RedactionRules rules) {
        List<Recognizer> recognizers = new ArrayList<>();
        rules.types().forEach(type -> recognizers.add(new CustomRecognizer(type)));
        recognizers.addAll(RULES);
        if (rules.mode() == RedactionMode.STRICT) {
            recognizers.add(new LongNumberRecognizer());
        }
        recognizers.add(new LearnedRecognizer(rules.mode()));
        recognizers.addAll(COMPLETING);
        return List.copyOf(recognizers);
    }
}
