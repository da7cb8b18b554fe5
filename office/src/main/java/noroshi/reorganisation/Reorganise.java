package noroshi.reorganisation;

import java.time.Instant;
import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.reorganisation.Plan.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a plan take place, by hand or by the clock, and takes it back: each one transaction. */
@Component
public final class Reorganise {

    private final Tenancy tenancy;
    private final PlanStore plans;
    private final Organisation organisation;
    private final CarryOut carryOut;
    private final TakeBack takeBack;
    private final Audit audit;

    Reorganise(
            Tenancy tenancy,
            PlanStore plans,
            Organisation organisation,
            CarryOut carryOut,
            TakeBack takeBack,
            Audit audit) {
        this.tenancy = tenancy;
        this.plans = plans;
        this.organisation = organisation;
        this.carryOut = carryOut;
        this.takeBack = takeBack;
        this.audit = audit;
    }

    public record Command(String government, long plan, int version, Officer by, Instant now) {}

    /** いますぐ実行する. */
    public Outcome now(Command command) {
        return WritePlan.lacking(command.by(), command.government())
                .orElseGet(() -> tenancy.in(command.government(), () -> {
                    var found = plans.lock(command.government(), command.plan());
                    if (found.isEmpty()) return new Outcome.Missing();
                    var plan = found.get();
                    if (plan.version() != command.version()) return new Outcome.Overtaken();
                    if (!plan.isPending())
                        return Outcome.Blocked.of(
                                "この計画は「%s」です。".formatted(plan.state().japanese()));
                    return take(plan, command.by().id(), command.now());
                }));
    }

    /** 元に戻す: departments, articles, series, officers and addresses as they were before. */
    public Outcome undo(Command command) {
        return WritePlan.lacking(command.by(), command.government())
                .orElseGet(() -> tenancy.in(command.government(), () -> {
                    var found = plans.lock(command.government(), command.plan());
                    if (found.isEmpty()) return new Outcome.Missing();
                    var plan = found.get();
                    if (plan.version() != command.version()) return new Outcome.Overtaken();
                    if (plan.state() != State.DONE) return Outcome.Blocked.of("元に戻せるのは、実行済みの計画だけです。");
                    return back(plan, command);
                }));
    }

    /** The clock's turn: a plan whose rehearsal finds a problem by now is not carried out, and says so. */
    void due(String government, long id, Instant now) {
        tenancy.run(government, () -> {
            var plan = plans.lock(government, id).orElseThrow();
            if (plan.state() != State.PLANNED) return;
            var unused = take(plan, null, now);
        });
    }

    private Outcome take(Plan plan, @Nullable Long by, Instant now) {
        carryOut.lock(plan.government());
        var rehearsal = organisation.rehearse(plan);
        if (!rehearsal.isClear()) {
            if (by == null) refuse(plan, rehearsal);
            return new Outcome.Blocked(rehearsal.problems());
        }
        carryOut.handle(plan, rehearsal, now);
        plans.save(new Plan(
                plan.government(),
                plan.id(),
                plan.name(),
                State.DONE,
                plan.acts(),
                now,
                plan.version(),
                "",
                plan.createdBy(),
                plan.createdAt()));
        audit.record(
                plan.government(),
                by,
                "reorganisation.done",
                "reorganisation:" + plan.id(),
                "%s（移動%d件、案内するアドレス%d件）"
                        .formatted(
                                plan.name(),
                                rehearsal.moves().size(),
                                rehearsal.redirects().size()));
        return new Outcome.Done(plans.find(plan.government(), plan.id()).orElseThrow());
    }

    private void refuse(Plan plan, Rehearsal rehearsal) {
        var why = rehearsal.problems().getFirst().text();
        plans.save(new Plan(
                plan.government(),
                plan.id(),
                plan.name(),
                State.REFUSED,
                plan.acts(),
                null,
                plan.version(),
                why,
                plan.createdBy(),
                plan.createdAt()));
        audit.record(plan.government(), null, "reorganisation.refused", "reorganisation:" + plan.id(), why);
    }

    private Outcome back(Plan plan, Command command) {
        carryOut.lock(plan.government());
        var contradictions = takeBack.contradictions(plan);
        if (!contradictions.isEmpty())
            return new Outcome.Blocked(contradictions.stream()
                    .map(text -> new Rehearsal.Problem(-1, text))
                    .toList());
        takeBack.handle(plan, command.now());
        plans.save(new Plan(
                plan.government(),
                plan.id(),
                plan.name(),
                State.UNDONE,
                plan.acts(),
                plan.at(),
                plan.version(),
                "",
                plan.createdBy(),
                plan.createdAt()));
        audit.record(
                plan.government(),
                command.by().id(),
                "reorganisation.undone",
                "reorganisation:" + plan.id(),
                plan.name());
        return new Outcome.Done(plans.find(plan.government(), plan.id()).orElseThrow());
    }
}
