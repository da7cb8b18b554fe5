package noroshi.emergency;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.people.Directory;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.publishing.Outcome.Problem;
import org.springframework.stereotype.Component;

/**
 * Evacuation information of a municipality: one officer proposes, another approves, or one decides alone and says why. Page, banner, mail and
 * CAP follow from the deciding transaction, and only where something changed.
 */
@Component
public final class OrderEvacuation {

    /** An evacuation order does not end by itself; this only bounds the row of a forgotten one. */
    static final Duration LASTS = Duration.ofDays(365);

    static final int REASON_CHARACTERS_MIN = 5;
    static final int REASON_CHARACTERS_MAX = 500;
    static final int ORDERS_LISTED_MAX = 100;

    private final Tenancy tenancy;
    private final Directory directory;
    private final EvacuationStore orders;
    private final EmergencyStore emergencies;
    private final Declared declared;
    private final Audit audit;
    private final InstantSource clock;

    OrderEvacuation(
            Tenancy tenancy,
            Directory directory,
            EvacuationStore orders,
            EmergencyStore emergencies,
            Declared declared,
            Audit audit,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.directory = directory;
        this.orders = orders;
        this.emergencies = emergencies;
        this.declared = declared;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param order its number; 0 where there is none; @param problems none: done */
    public record Outcome(long order, List<Problem> problems) {}

    /** Nothing leaves yet. @param proposed its id, proposer and decision are ignored */
    public Outcome propose(Officer by, EvacuationOrder proposed) {
        var government = by.government();
        if (!by.has(Role.EMERGENCY)) return refused("", "避難情報を起案できるのは、緊急発信担当だけです。危機管理の担当に依頼してください。");
        return tenancy.in(government, () -> {
            if (directory.getGovernment(government).kind().equals("prefecture"))
                return refused("", "避難情報を出すのは市町村です。市町村の職員として起案してください。");
            var order = new EvacuationOrder(
                    0,
                    proposed.issue(),
                    proposed.hazard(),
                    proposed.level(),
                    proposed.blocks(),
                    proposed.words().strip(),
                    proposed.drill(),
                    by.id(),
                    clock.instant(),
                    "waiting",
                    "");
            var problems = standing(government, order).problems(order);
            if (!problems.isEmpty()) return new Outcome(0, problems);
            var id = orders.add(government, order);
            audit.record(government, by.id(), "evacuation.proposed", "evacuation:" + id, order.title());
            return new Outcome(id, List.of());
        });
    }

    /** By a second person. */
    public Outcome approve(Officer by, long order) {
        return decide(by, order, "approved", "");
    }

    /** By the proposer or anyone on duty, alone: the reason stays on the record. */
    public Outcome decideAlone(Officer by, long order, String reason) {
        return decide(by, order, "alone", reason.strip());
    }

    public Outcome refuse(Officer by, long order, String reason) {
        return decide(by, order, "refused", reason.strip());
    }

    public List<EvacuationOrder> newest(String government) {
        return tenancy.in(government, () -> orders.newest(government, ORDERS_LISTED_MAX));
    }

    private Outcome decide(Officer by, long number, String decision, String reason) {
        var government = by.government();
        return tenancy.in(government, () -> {
            orders.hold(government);
            var found = orders.find(government, number);
            if (found.isEmpty() || !found.get().decision().equals("waiting"))
                return refused("", "この起案は見つからないか、すでに決まっています。一覧を開き直してください。");
            var order = found.get();
            var problem = mayNot(by, order, decision, reason);
            if (!problem.isEmpty()) return refused("reason", problem);
            var before = standing(government, order);
            if (!decision.equals("refused")) {
                // It may have been overtaken while it waited.
                var problems = before.problems(order);
                if (!problems.isEmpty()) return new Outcome(0, problems);
            }
            carryOut(by, order, decision, reason, before);
            return new Outcome(number, List.of());
        });
    }

    private void carryOut(Officer by, EvacuationOrder order, String decision, String reason, Evacuation before) {
        var government = by.government();
        var now = clock.instant();
        orders.decide(government, order.id(), decision, by.id(), reason, now);
        audit.record(
                government,
                by.id(),
                "evacuation." + decision,
                "evacuation:" + order.id(),
                order.title() + " " + reason);
        if (!decision.equals("refused")) tell(government, order, before, before.after(order), by, now);
    }

    /** The second person lifts what the first decided alone: at once, and again alone, so that this waits for confirmation in its turn. */
    Outcome lift(Officer by, EvacuationOrder decided, String why) {
        var government = by.government();
        var lift = decided.lift(by.id(), why, clock.instant());
        var before = standing(government, lift);
        var problems = before.problems(lift);
        if (!problems.isEmpty()) return new Outcome(0, problems);
        var number = orders.add(government, lift);
        carryOut(by, orders.find(government, number).orElseThrow(), "alone", why, before);
        return new Outcome(number, List.of());
    }

    private static String mayNot(Officer by, EvacuationOrder order, String decision, String reason) {
        boolean onDuty = by.has(Role.EMERGENCY);
        if (decision.equals("alone")) {
            if (!onDuty) return "一人で決められるのは、緊急発信担当だけです。";
            if (reason.length() < REASON_CHARACTERS_MIN || reason.length() > REASON_CHARACTERS_MAX)
                return "承認を待てない理由を、%d文字以上%d文字以内で入力してください。記録に残ります。"
                        .formatted(REASON_CHARACTERS_MIN, REASON_CHARACTERS_MAX);
            return "";
        }
        if (!onDuty && !by.has(Role.APPROVER) && !by.has(Role.HEAD)) return "承認できるのは、緊急発信担当、承認者、所属長です。";
        if (decision.equals("approved") && by.id() == order.proposedBy())
            return "起案した本人は承認できません。別の人に承認を頼むか、理由を書いて一人で決めてください。";
        return reason.length() > REASON_CHARACTERS_MAX ? "理由は%d文字以内で入力してください。".formatted(REASON_CHARACTERS_MAX) : "";
    }

    private Evacuation standing(String government, EvacuationOrder order) {
        return Evacuation.of(orders.decided(government, order.hazard(), order.mark()));
    }

    /** Each level is an emergency of its own: what is left of one may stand beside another. */
    private void tell(
            String government, EvacuationOrder order, Evacuation before, Evacuation after, Officer by, Instant now) {
        var name = directory.getGovernment(government).name();
        for (var level : EvacuationLevel.values()) {
            if (before.at(level).equals(after.at(level))) continue;
            var event = order.event(government, level);
            var old = emergencies
                    .lock(government, event)
                    .filter(Emergency::isActive)
                    .orElse(null);
            var next = after.at(level).isEmpty() && old != null
                    ? Standing.ended(old, now)
                    : emergency(
                            government,
                            event,
                            order,
                            level,
                            place(name, after.at(level)),
                            old == null ? now : old.startedAt(),
                            now);
            declared.put(next, List.of(government), by.id(), order.words(), now, after.isGraverThan(before, level));
        }
    }

    private static String place(String government, Set<String> blocks) {
        if (blocks.contains(Evacuation.WHOLE)) return government + "全域";
        return government + " " + blocks.stream().collect(Collectors.joining("、"));
    }

    private static Emergency emergency(
            String government,
            String event,
            EvacuationOrder order,
            EvacuationLevel level,
            String place,
            Instant since,
            Instant now) {
        return new Emergency(
                government,
                event,
                order.hazard(),
                level.level(),
                Phase.ALERT,
                level.japanese(),
                government,
                place,
                order.mark(),
                government,
                null,
                since,
                now.plus(LASTS),
                null);
    }

    private static Outcome refused(String field, String why) {
        return new Outcome(0, List.of(new Problem(field, why)));
    }
}
