package noroshi.persons;

import java.time.Instant;
import java.util.List;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Consent, families, protection. */
@Component
public final class ChangePerson {

    static final int HOUSEHOLD_CHARACTERS_MAX = 60;
    static final int REASON_CHARACTERS_MAX = 300;

    private final PersonStore store;
    private final PersonDesk desk;
    private final Suppression suppression;
    private final Tenancy tenancy;
    private final Protected held;

    ChangePerson(PersonStore store, PersonDesk desk, Suppression suppression, Tenancy tenancy, Protected held) {
        this.store = store;
        this.desk = desk;
        this.suppression = suppression;
        this.tenancy = tenancy;
        this.held = held;
    }

    /** @param version of the person that the officer saw */
    public record On(String government, long person, int version, Officer by, Instant at) {

        PersonDesk.Seen seen() {
            return new PersonDesk.Seen(government, person, version, by, at);
        }
    }

    public PersonOutcome consent(On on, Consent consent) {
        return desk.act(on.seen(), person -> {
            store.set(on.government(), person.id(), "consent = :value", consent.code(), on.at());
            return desk.done(on.government(), person.id(), on.by(), "person.consent_" + consent.code());
        });
    }

    /** @param household the same word for every member, e.g. a telephone's last digits; empty: of no family here */
    public PersonOutcome household(On on, String household) {
        var word = Words.line(household);
        if (word.length() > HOUSEHOLD_CHARACTERS_MAX)
            return new PersonOutcome.Invalid("世帯の目印は%d字までです。".formatted(HOUSEHOLD_CHARACTERS_MAX));
        return desk.act(on.seen(), person -> {
            store.set(on.government(), person.id(), "household = :value", word, on.at());
            return desk.done(on.government(), person.id(), on.by(), "person.household");
        });
    }

    /**
     * 閲覧制限: from this commit on nobody is told anything; every officer may, since minutes count. Other records that may be the same
     * human being are held back a moment later, in every town ({@link HoldAlike}).
     */
    public PersonOutcome protect(On on) {
        return tenancy.in(on.government(), () -> {
            suppression.mayProtect();
            return desk.act(on.seen(), person -> {
                suppression.remember(on.government(), person.id(), person.facts());
                // The records that were put together may have told other names.
                for (var facts : store.mergedInto(on.government(), person.id()))
                    suppression.remember(on.government(), person.id(), facts);
                store.set(on.government(), person.id(), "protected_at = :value", on.at(), on.at());
                desk.announceProtected(on.government(), person.id());
                return desk.done(on.government(), person.id(), on.by(), "person.protected");
            });
        });
    }

    /** Only an administrator, who must have asked the person; by the number alone, since the name is shown nowhere. */
    public PersonOutcome lift(String government, long person, String reason, Officer by, Instant at) {
        if (!PersonDesk.mayProtect(by, government)) return new PersonOutcome.NotAllowed("保護を解けるのは管理者だけです。");
        var why = Words.line(reason);
        if (why.isEmpty() || why.length() > REASON_CHARACTERS_MAX)
            return new PersonOutcome.Invalid("保護を解く理由を%d字以内で書いてください。".formatted(REASON_CHARACTERS_MAX));
        return tenancy.in(government, () -> {
            if (!held.isProtected(government, person)) return new PersonOutcome.Missing();
            suppression.forget(government, person);
            store.set(government, person, "protected_at = :value", null, at);
            desk.record(government, by, "person.protection_lifted", "person:" + person, "");
            desk.announce(government, person);
            return new PersonOutcome.Done(person);
        });
    }

    /** Another year from now on, by the number alone: the name may be erased by now, its hashes are not. */
    public PersonOutcome prolong(String government, long person, Officer by, Instant at) {
        if (!PersonDesk.mayProtect(by, government)) return new PersonOutcome.NotAllowed("保護を延ばせるのは管理者だけです。");
        return tenancy.in(government, () -> {
            if (!held.isProtected(government, person)) return new PersonOutcome.Missing();
            store.set(government, person, "protected_at = :value", at, at);
            return desk.kept(government, person, by, "person.protection_prolonged");
        });
    }

    /** Protected records by number and time; no name leaves the database. */
    public List<Protected.Entry> held(String government, Officer by) {
        if (!PersonDesk.mayProtect(by, government)) return List.of();
        return tenancy.in(government, () -> held.list(government));
    }
}
