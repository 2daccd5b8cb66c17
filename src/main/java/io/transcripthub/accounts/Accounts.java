package io.transcripthub.accounts;

import io.transcripthub.events.EventSignature;
import io.transcripthub.ledger.Budget;
import io.transcripthub.ledger.Budgets;
import io.transcripthub.ledger.Pace;
import io.transcripthub.settings.Quantities;
import io.transcripthub.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts that the configuration names. */
public final class Accounts {
    private final Settings settings;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, EventSignature> signatures = new HashMap<>();

    public Accounts(Settings settings) {
        this.settings = settings;
        for (String name : settings.list("hub.accounts")) {
            accounts.put(name, new Account(name, settings.get(name + ".type"), readPace(name + ".polling.")));
            List<String> secrets = EventSignature.secrets(settings.get(name + ".webhook-secret"));
            signatures.put(name, new EventSignature(settings.get(name + ".type"), secrets));
        }
    }

    public Optional<Account> named(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    /** Names of the accounts of a type. */
    public List<String> ofType(String type) {
        return accounts.values().stream()
                .filter(account -> account.type().equals(type))
                .map(Account::name)
                .toList();
    }

    /** Names of the accounts whose vendor is asked for new recordings. */
    public List<String> syncing() {
        return ofType("cxone").stream()
                .filter(name -> Boolean.parseBoolean(settings.get(name + ".recordings.sync")))
                .toList();
    }

    public Collection<Account> all() {
        return accounts.values();
    }

    /** Pace of an account; a job of an account that is no longer configured keeps the common one. */
    public Pace pace(String account) {
        return named(account).map(Account::pace).orElseGet(() -> readPace("polling."));
    }

    /** Whether transcriptions of the account that no job knows are to be taken in as jobs. */
    public boolean adoptsUnknown(String account) {
        return named(account).filter(known -> known.type().equals("genesys")).isPresent()
                && Boolean.parseBoolean(settings.get(account + ".adopt-unknown"));
    }

    /** What tells whether an event comes from the vendor of a configured account. */
    public EventSignature eventSignature(String account) {
        return signatures.get(account);
    }

    /**
     * Where and with what an access token for one of the account's APIs is to be had.
     *
     * @param api {@code recordings}, {@code speech}, {@code analytics} or {@code chat}; empty for a vendor with one API
     */
    public TokenRequest tokenRequest(String account, String api) {
        String prefix = api.isEmpty() ? account + "." : account + "." + api + ".";
        return new TokenRequest(
                account,
                settings.get(prefix + "token-url"),
                settings.get(account + ".client-id"),
                settings.get(account + ".client-secret"),
                settings.get(prefix + "scope"));
    }

    /** Budgets of the accounts that have one. */
    public Budgets budgets(InstantSource clock) {
        Map<String, Budget> budgets = new HashMap<>();
        for (String name : accounts.keySet()) {
            String[] budget = settings.get(name + ".budget").split("/", -1);
            if (budget.length == 2) {
                Duration period = Quantities.duration(budget[1]);
                budgets.put(name, new Budget(Integer.parseInt(budget[0]), period, clock));
            }
        }
        return new Budgets(budgets, clock);
    }

    private Pace readPace(String prefix) {
        return Pace.of(
                settings.duration(prefix + "initial-interval"),
                Double.parseDouble(settings.get(prefix + "multiplier")),
                settings.duration(prefix + "max-interval"),
                settings.duration(prefix + "deadline"));
    }
}
