package noroshi.emergency;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import noroshi.emergency.HeadquartersAct.Act;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Event;
import noroshi.platform.Outbox;
import noroshi.platform.Tenancy;
import noroshi.publishing.Outcome.Problem;
import org.springframework.stereotype.Component;

/** 災害対策本部 and the like: established, changed (a 警戒本部 becomes a 対策本部), dissolved. Page, banner, timeline and data follow from the act. */
@Component
public final class LeadHeadquarters {

    static final int LISTED_MAX = 100;
    /** Somebody must read the timeline. */
    static final int ACTS_MAX = 200;

    /** Pages and open data follow. Carries {@code headquarters}, the government's number of it. */
    public static final String CHANGED = "headquarters.changed";

    private final Tenancy tenancy;
    private final HeadquartersStore store;
    private final EmergencyStore emergencies;
    private final Declared declared;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    LeadHeadquarters(
            Tenancy tenancy,
            HeadquartersStore store,
            EmergencyStore emergencies,
            Declared declared,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.emergencies = emergencies;
        this.declared = declared;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param headquarters its number; 0 where nothing was done; @param problems none: done */
    public record Outcome(int headquarters, List<Problem> problems) {}

    /** The newest established first. */
    public List<Headquarters> newest(String government) {
        return tenancy.in(government, () -> store.newest(government, LISTED_MAX));
    }

    /** Call inside a door. */
    public Optional<Headquarters> find(String government, int number) {
        return store.find(government, number);
    }

    public Outcome establish(Officer by, HeadquartersTerms terms) {
        return inDoor(by, now -> {
            var government = by.government();
            var problems = terms.problems(now);
            if (!problems.isEmpty()) return new Outcome(0, problems);
            var emergency = event(government, terms.event());
            if (!terms.event().isEmpty() && emergency.isEmpty())
                return refused("event", "この緊急態勢は続いていません。一覧を開き直して選んでください。");
            if (emergency.isPresent() && emergency.get().mark().isEmpty() && terms.drill())
                return refused("event", "訓練の本部は、実際の緊急態勢には設置できません。訓練の緊急態勢を選ぶか、対象を「なし」にしてください。");
            var mark = emergency.map(Emergency::mark).orElse(terms.drill() ? "drill" : "");
            var act = act(government, store.nextNumber(government), 1, Act.ESTABLISHED, terms, mark, now);
            if (store.newest(government, LISTED_MAX).stream().anyMatch(other -> isTheSame(other, act)))
                return refused("name", "同じ本部がすでに設置されています。一覧からその本部を開いて変更してください。");
            return done(act, by, List.of(act.event()));
        });
    }

    /** Another kind, head, place or emergency; whether it is a drill never changes. */
    public Outcome change(Officer by, int number, HeadquartersTerms terms) {
        return inDoor(by, now -> {
            var found = standing(by.government(), number);
            if (found.isEmpty()) return refused("", "この本部は見つからないか、すでに解散しています。一覧を開き直してください。");
            var last = found.get().newest();
            var problems = terms.problems(now);
            problems.addAll(after(found.get(), terms.at()));
            if (!problems.isEmpty()) return new Outcome(0, problems);
            if (!terms.event().equals(last.event()) && !terms.event().isEmpty()) {
                var emergency = event(by.government(), terms.event());
                if (emergency.isEmpty() || !emergency.get().mark().equals(last.mark()))
                    return refused("event", "この緊急態勢は選べません。続いている緊急態勢で、訓練か実際かが本部と同じものを選んでください。");
            }
            var act = act(by.government(), number, last.serial() + 1, Act.CHANGED, terms, last.mark(), now);
            if (isUnchanged(last, act)) return refused("kind", "変わったところがありません。種類、名称、対象、場所、本部長のどれかを変えてください。");
            return done(act, by, List.of(last.event(), act.event()));
        });
    }

    public Outcome dissolve(Officer by, int number, String reason, Instant at) {
        return inDoor(by, now -> {
            var found = standing(by.government(), number);
            if (found.isEmpty()) return refused("", "この本部は見つからないか、すでに解散しています。一覧を開き直してください。");
            var last = found.get().newest();
            var terms = new HeadquartersTerms(
                    last.kind(), last.name(), last.event(), last.place(), last.head(), reason, false, at);
            var problems = HeadquartersTerms.of(terms.reason(), at, now);
            problems.addAll(after(found.get(), at));
            if (!problems.isEmpty()) return new Outcome(0, problems);
            var act = act(by.government(), number, last.serial() + 1, Act.DISSOLVED, terms, last.mark(), now);
            return done(act, by, List.of(act.event()));
        });
    }

    private Outcome inDoor(Officer by, Function<Instant, Outcome> act) {
        if (!by.has(Role.EMERGENCY)) return refused("", "災害対策本部の設置・変更・解散を記録できるのは、緊急発信担当だけです。危機管理の担当に依頼してください。");
        return tenancy.in(by.government(), () -> {
            store.hold(by.government());
            return act.apply(clock.instant());
        });
    }

    private Optional<Headquarters> standing(String government, int number) {
        return store.find(government, number).filter(Headquarters::stands);
    }

    private Optional<Emergency> event(String government, String event) {
        if (event.isEmpty()) return Optional.empty();
        return emergencies.listActive(government).stream()
                .filter(one -> one.event().equals(event))
                .findFirst();
    }

    private static List<Problem> after(Headquarters headquarters, Instant at) {
        if (headquarters.acts().size() >= ACTS_MAX)
            return List.of(new Problem("", "記録が%d件に達しました。この本部を解散し、新しく設置してください。".formatted(ACTS_MAX)));
        return at.isBefore(headquarters.newest().at())
                ? List.of(new Problem(
                        "at",
                        "前の記録（%s）より後の日時を入力してください。"
                                .formatted(Moments.full(headquarters.newest().at()))))
                : List.of();
    }

    private static boolean isTheSame(Headquarters standing, HeadquartersAct act) {
        var other = standing.newest();
        return standing.stands()
                && other.called().equals(act.called())
                && other.event().equals(act.event())
                && other.mark().equals(act.mark())
                && other.place().equals(act.place());
    }

    private static boolean isUnchanged(HeadquartersAct last, HeadquartersAct act) {
        return last.kind() == act.kind()
                && last.name().equals(act.name())
                && last.event().equals(act.event())
                && last.place().equals(act.place())
                && last.head().equals(act.head());
    }

    private static HeadquartersAct act(
            String government, int number, int serial, Act act, HeadquartersTerms terms, String mark, Instant now) {
        return new HeadquartersAct(
                government,
                number,
                serial,
                act,
                terms.kind(),
                terms.name(),
                terms.event(),
                terms.place(),
                terms.head(),
                terms.reason(),
                mark,
                terms.at(),
                now);
    }

    private Outcome done(HeadquartersAct act, Officer by, List<String> events) {
        var government = act.government();
        store.add(act, by.id());
        audit.record(
                government,
                by.id(),
                "headquarters." + act.act().name().toLowerCase(java.util.Locale.ROOT),
                "headquarters:" + act.headquarters(),
                "%s %s".formatted(act.title(), act.reason()));
        var facts = Map.of("headquarters", String.valueOf(act.headquarters()), "governments", government);
        outbox.announce(government, new Event(CHANGED, String.valueOf(act.headquarters()), facts));
        // The banner's own, quick way.
        outbox.announce(government, new Event("emergency.changed", "headquarters-" + act.headquarters(), facts));
        events.stream()
                .filter(event -> !event.isEmpty())
                .distinct()
                .forEach(event -> declared.retell(government, event));
        return new Outcome(act.headquarters(), List.of());
    }

    private static Outcome refused(String field, String why) {
        return new Outcome(0, List.of(new Problem(field, why)));
    }
}
