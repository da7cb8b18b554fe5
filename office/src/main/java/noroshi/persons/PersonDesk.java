package noroshi.persons;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Announcement;
import noroshi.platform.Audit;
import noroshi.platform.Event;
import noroshi.platform.Outbox;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What all acts on a person have in common: who may, on which version, what is recorded and announced. Never a name. */
@Component
class PersonDesk {

    /** Somebody became findable, changed, or is to be forgotten. Carries {@code person}: a number, or several with commas between. */
    static final String CHANGED = "persons.changed";

    /** Somebody is protected from now on: who may be the same elsewhere is to be held back. */
    static final String PROTECTED = "persons.protected";

    private static final int ANNOUNCED_TOGETHER_MAX = 400;

    private final PersonStore store;
    private final Tenancy tenancy;
    private final Outbox outbox;
    private final Audit audit;

    PersonDesk(PersonStore store, Tenancy tenancy, Outbox outbox, Audit audit) {
        this.store = store;
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** A person as the officer saw them. */
    record Seen(String government, long person, int version, Officer by, Instant at) {}

    PersonOutcome act(Seen seen, Function<PersonRecord, PersonOutcome> act) {
        if (!mayWrite(seen.by(), seen.government())) return new PersonOutcome.NotAllowed("この団体の安否情報を扱う権限がありません。");
        return tenancy.in(seen.government(), () -> {
            var found = store.lock(seen.government(), seen.person());
            if (found.isEmpty()) return new PersonOutcome.Missing();
            if (found.get().version() != seen.version()) return new PersonOutcome.Overtaken();
            try {
                return act.apply(found.get());
            } catch (IllegalArgumentException wrong) {
                return new PersonOutcome.Invalid(wrong.getMessage() + "。");
            }
        });
    }

    /** Inside the act's transaction. */
    PersonOutcome.Done done(String government, long person, @Nullable Officer by, String act) {
        record(government, by, act, "person:" + person, "");
        announce(government, person);
        return new PersonOutcome.Done(person);
    }

    /** The same for what changes nothing that is public. */
    PersonOutcome.Done kept(String government, long person, @Nullable Officer by, String act) {
        record(government, by, act, "person:" + person, "");
        return new PersonOutcome.Done(person);
    }

    void record(String government, @Nullable Officer by, String act, String subject, String detail) {
        audit.record(government, by == null ? null : by.id(), act, subject, detail);
    }

    void announce(String government, long person) {
        announce(government, List.of(person));
    }

    /** Many who changed together are a few announcements: each costs the site and the index a turn. */
    void announce(String government, Collection<Long> persons) {
        var all = List.copyOf(persons);
        for (int from = 0; from < all.size(); from += ANNOUNCED_TOGETHER_MAX) {
            var some = all.subList(from, Math.min(all.size(), from + ANNOUNCED_TOGETHER_MAX));
            var numbers = some.stream().map(String::valueOf).collect(Collectors.joining(","));
            outbox.announce(government, new Event(CHANGED, String.valueOf(some.getFirst()), Map.of("person", numbers)));
        }
    }

    /** Of whom an announcement of {@link #CHANGED} tells. */
    static List<Long> announced(Announcement one) {
        return Arrays.stream(one.fact("person").split(",")).map(Long::valueOf).toList();
    }

    void announceProtected(String government, long person) {
        outbox.announce(
                government, new Event(PROTECTED, Long.toString(person), Map.of("person", Long.toString(person))));
    }

    /** Inside a transaction: may be somebody protected, so nobody is told of this record before an administrator has looked. */
    void hold(String government, long person, @Nullable Officer by, Instant at) {
        store.set(government, person, "protected_at = :value", at, at);
        done(government, person, by, "person.held");
    }

    static boolean mayWrite(Officer officer, String government) {
        return officer.mayActFor(government);
    }

    static boolean mayProtect(Officer officer, String government) {
        return officer.mayActFor(government) && officer.has(Role.ADMINISTRATOR);
    }

    static boolean mayApprove(Officer officer, String government) {
        return officer.mayActFor(government)
                && (officer.has(Role.APPROVER) || officer.has(Role.ADMINISTRATOR) || officer.has(Role.EMERGENCY));
    }
}
