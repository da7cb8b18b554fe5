package noroshi.reorganisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.reorganisation.Plan.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything an administrator does to a plan before it takes place: create, name, add and remove acts, fix its moment, cancel. */
@Component
public final class WritePlan {

    private final Tenancy tenancy;
    private final PlanStore plans;
    private final Organisation organisation;
    private final Audit audit;

    WritePlan(Tenancy tenancy, PlanStore plans, Organisation organisation, Audit audit) {
        this.tenancy = tenancy;
        this.plans = plans;
        this.organisation = organisation;
        this.audit = audit;
    }

    public record Command(String government, long plan, int version, Change change, Officer by, Instant now) {}

    /** What is to be changed. */
    public sealed interface Change {

        /** A new plan; the command's plan and version do not count. */
        record Create(String name) implements Change {}

        record Rename(String name) implements Change {}

        record Add(List<Act> acts) implements Change {

            public Add {
                acts = List.copyOf(acts);
            }
        }

        /** @param act its place, from 0 */
        record Remove(int act) implements Change {}

        /** 予約. It takes place by itself. */
        record Fix(@Nullable Instant at) implements Change {}

        /** Back from 予約済み to 作成中, to be changed. */
        record Loosen() implements Change {}

        record Cancel() implements Change {}
    }

    static Optional<Outcome> lacking(Officer by, String government) {
        if (by.mayActFor(government) && by.has(Role.ADMINISTRATOR)) return Optional.empty();
        return Optional.of(new Outcome.NotAllowed("組織改正を扱えるのは、その団体の管理者だけです。管理者に依頼してください。"));
    }

    public Outcome handle(Command command) {
        return lacking(command.by(), command.government())
                .orElseGet(() -> tenancy.in(command.government(), () -> decide(command)));
    }

    private Outcome decide(Command command) {
        return switch (command.change()) {
            case Change.Create(var name) -> create(command, name);
            case Change.Rename(var name) -> whileOpen(command, plan -> rename(plan, name));
            case Change.Add(var acts) -> whileOpen(command, plan -> add(plan, acts));
            case Change.Remove(int act) -> whileOpen(command, plan -> remove(plan, act));
            case Change.Fix(var at) -> whileOpen(command, plan -> fix(command, plan, at));
            case Change.Loosen() ->
                changed(command, plan -> plan.state() == State.PLANNED ? saved(plan, State.DRAFT, null) : late());
            case Change.Cancel() ->
                changed(command, plan -> plan.isPending() ? saved(plan, State.CANCELLED, null) : late());
        };
    }

    private Outcome create(Command command, String name) {
        var wrong = wrong(name);
        if (wrong.isPresent()) return wrong.get();
        if (plans.list(command.government()).size() >= Plan.PLANS_MAX)
            return new Outcome.Invalid("name", "計画は%d件までです。".formatted(Plan.PLANS_MAX));
        long id = plans.create(command.government(), name.strip(), command.by().id(), command.now());
        var plan = plans.find(command.government(), id).orElseThrow();
        record(command, plan, "reorganisation.written", plan.name());
        return new Outcome.Done(plan);
    }

    private static Optional<Outcome> wrong(String name) {
        if (!name.isBlank()
                && name.length() <= Plan.NAME_CHARACTERS_MAX
                && name.chars().noneMatch(Character::isISOControl)) return Optional.empty();
        return Optional.of(new Outcome.Invalid(
                "name", "計画の名前は1〜%d字で入力してください（例：令和9年4月1日 組織改正）。".formatted(Plan.NAME_CHARACTERS_MAX)));
    }

    private Outcome whileOpen(Command command, Function<Plan, Outcome> work) {
        return changed(
                command,
                plan -> plan.isOpen()
                        ? work.apply(plan)
                        : Outcome.Blocked.of("この計画は「%s」のため変えられません。予約済みのときは「予約を解く」を先に行ってください。"
                                .formatted(plan.state().japanese())));
    }

    private Outcome changed(Command command, Function<Plan, Outcome> work) {
        var found = plans.lock(command.government(), command.plan());
        if (found.isEmpty()) return new Outcome.Missing();
        if (found.get().version() != command.version()) return new Outcome.Overtaken();
        var outcome = work.apply(found.get());
        if (outcome instanceof Outcome.Done(var plan)) record(command, plan, act(command.change()), detail(plan));
        return outcome;
    }

    private static Outcome late() {
        return Outcome.Blocked.of("この計画の状態では行えません。画面を開き直して確かめてください。");
    }

    private Outcome rename(Plan plan, String name) {
        return wrong(name)
                .orElseGet(() -> saved(new Plan(
                        plan.government(),
                        plan.id(),
                        name.strip(),
                        plan.state(),
                        plan.acts(),
                        plan.at(),
                        plan.version(),
                        plan.problem(),
                        plan.createdBy(),
                        plan.createdAt())));
    }

    private Outcome add(Plan plan, List<Act> acts) {
        var all = new ArrayList<>(plan.acts());
        all.addAll(acts);
        if (all.size() > Rehearse.ACTS_MAX)
            return Outcome.Blocked.of("1つの計画に書けるのは%d件までです。計画を分けてください。".formatted(Rehearse.ACTS_MAX));
        return saved(with(plan, all));
    }

    private Outcome remove(Plan plan, int act) {
        if (act < 0 || act >= plan.acts().size()) return new Outcome.Overtaken();
        var all = new ArrayList<>(plan.acts());
        all.remove(act);
        return saved(with(plan, all));
    }

    private Outcome fix(Command command, Plan plan, @Nullable Instant at) {
        if (at == null) return new Outcome.Invalid("date", "実行する日を入力してください。");
        if (!at.isAfter(command.now()))
            return new Outcome.Invalid("date", "過ぎた日時には予約できません。先の日時にするか、「いますぐ実行する」を使ってください。");
        var rehearsal = organisation.rehearse(plan);
        if (!rehearsal.isClear()) return new Outcome.Blocked(rehearsal.problems());
        return saved(plan, State.PLANNED, at);
    }

    private Outcome saved(Plan plan, State state, @Nullable Instant at) {
        return saved(new Plan(
                plan.government(),
                plan.id(),
                plan.name(),
                state,
                plan.acts(),
                at,
                plan.version(),
                "",
                plan.createdBy(),
                plan.createdAt()));
    }

    private static Plan with(Plan plan, List<Act> acts) {
        return new Plan(
                plan.government(),
                plan.id(),
                plan.name(),
                State.DRAFT,
                acts,
                null,
                plan.version(),
                "",
                plan.createdBy(),
                plan.createdAt());
    }

    private Outcome saved(Plan plan) {
        plans.save(plan);
        return new Outcome.Done(plans.find(plan.government(), plan.id()).orElseThrow());
    }

    private static String act(Change change) {
        return switch (change) {
            case Change.Create create -> "reorganisation.written";
            case Change.Rename rename -> "reorganisation.written";
            case Change.Add add -> "reorganisation.written";
            case Change.Remove remove -> "reorganisation.written";
            case Change.Fix fix -> "reorganisation.planned";
            case Change.Loosen loosen -> "reorganisation.loosened";
            case Change.Cancel cancel -> "reorganisation.cancelled";
        };
    }

    private static String detail(Plan plan) {
        var at = plan.at();
        return "%s（%d件%s）".formatted(plan.name(), plan.acts().size(), at == null ? "" : "、" + at);
    }

    private void record(Command command, Plan plan, String act, String detail) {
        audit.record(command.government(), command.by().id(), act, "reorganisation:" + plan.id(), detail);
    }
}
