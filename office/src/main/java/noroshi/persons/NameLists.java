package noroshi.persons;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.people.Officer;
import noroshi.platform.Event;
import noroshi.platform.Outbox;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Name lists: written by some officers, approved by another, withdrawn by any. */
@Component
public final class NameLists {

    static final String CHANGED = "persons.list";
    static final int EVENT_CHARACTERS_MAX = 100;
    static final int PERSONS_MAX = 5_000;

    private final NameListStore store;
    private final PersonStore persons;
    private final PersonDesk desk;
    private final LookUpPersons lookUps;
    private final Outbox outbox;
    private final Tenancy tenancy;

    NameLists(
            NameListStore store,
            PersonStore persons,
            PersonDesk desk,
            LookUpPersons lookUps,
            Outbox outbox,
            Tenancy tenancy) {
        this.store = store;
        this.persons = persons;
        this.desk = desk;
        this.lookUps = lookUps;
        this.outbox = outbox;
        this.tenancy = tenancy;
    }

    /** How an act on a list ends. */
    public sealed interface Outcome {
        record Done(long list) implements Outcome {}

        /** @param reason Japanese: what is wrong and what to do */
        record Refused(String reason) implements Outcome {}
    }

    /** @param version of the list that the officer saw */
    public record On(String government, long list, int version, Officer by, Instant at) {}

    public Outcome draft(
            String government, NameList.Kind kind, String event, @Nullable Instant nextUpdate, Officer by, Instant at) {
        if (!PersonDesk.mayWrite(by, government)) return new Outcome.Refused("この団体の名簿を作る権限がありません。");
        var what = Words.line(event);
        if (what.isEmpty() || what.length() > EVENT_CHARACTERS_MAX)
            return new Outcome.Refused("災害の名前を%d字以内で書いてください。".formatted(EVENT_CHARACTERS_MAX));
        return tenancy.in(government, () -> {
            long list = store.add(government, kind, what, by.id(), at, nextUpdate);
            desk.record(government, by, "name_list.drafted", "name_list:" + list, kind.code());
            return new Outcome.Done(list);
        });
    }

    public Outcome enter(On on, long person) {
        return act(on, list -> {
            var found = persons.find(on.government(), person);
            if (found.isEmpty()) return new Outcome.Refused("番号%dの人は見つかりません。閲覧制限のある人は載せられません。".formatted(person));
            if (!list.kind().allows(found.get().consent()))
                return new Outcome.Refused("番号%dの人は載せられません（%s）。%s"
                        .formatted(
                                person,
                                found.get().consent().japanese(),
                                list.kind().rule()));
            if (list.persons().size() >= PERSONS_MAX)
                return new Outcome.Refused("一つの名簿は%d人までです。".formatted(PERSONS_MAX));
            store.enter(on.government(), list.id(), person);
            return redrafted(on, list, "name_list.entered");
        });
    }

    public Outcome strike(On on, long person) {
        return act(on, list -> {
            store.strike(on.government(), list.id(), person);
            // Taking a name away needs no second officer: it is public no longer at once.
            if (list.state() == NameList.State.PUBLIC) return changed(on, list, "name_list.struck");
            return redrafted(on, list, "name_list.struck");
        });
    }

    /** By somebody who wrote nothing of it; every name is looked at once more. */
    public Outcome approve(On on) {
        if (!PersonDesk.mayApprove(on.by(), on.government()))
            return new Outcome.Refused("名簿を承認できるのは、承認者・緊急発信担当・管理者です。");
        return act(on, list -> {
            if (list.state() != NameList.State.DRAFT) return new Outcome.Refused("この名簿は承認待ちではありません。");
            if (list.editedBy().contains(on.by().id()))
                return new Outcome.Refused("この名簿を作ったり変えたりした職員は承認できません。別の職員が承認してください。");
            if (list.persons().isEmpty()) return new Outcome.Refused("名簿に誰も載っていません。");
            var barred = list.persons().stream()
                    .filter(person -> !list.kind().allows(person.consent()))
                    .map(person -> "番号" + person.id())
                    .collect(Collectors.joining("、"));
            if (!barred.isEmpty())
                return new Outcome.Refused(
                        barred + "は載せられません。名簿から外してください。" + list.kind().rule());
            store.approve(on.government(), list.id(), on.by().id(), on.at());
            return changed(on, list, "name_list.approved");
        });
    }

    public Outcome withdraw(On on) {
        return act(on, list -> {
            store.withdraw(on.government(), list.id());
            return changed(on, list, "name_list.withdrawn");
        });
    }

    public List<NameList> list(String government) {
        return tenancy.in(government, () -> store.list(government));
    }

    /** With its names; who is seen is in the log of look-ups. */
    public Optional<NameList> open(String government, long list, Officer by, Instant at) {
        if (!PersonDesk.mayWrite(by, government)) return Optional.empty();
        return tenancy.in(government, () -> {
            var found = store.find(government, list);
            found.ifPresent(one -> lookUps.seen(government, by, at, "list", one.persons().stream()));
            return found;
        });
    }

    private Outcome act(On on, Function<NameList, Outcome> act) {
        if (!PersonDesk.mayWrite(on.by(), on.government())) return new Outcome.Refused("この団体の名簿を扱う権限がありません。");
        return tenancy.in(on.government(), () -> {
            var found = store.lock(on.government(), on.list());
            if (found.isEmpty()) return new Outcome.Refused("名簿が見つかりません。一覧から選び直してください。");
            if (found.get().version() != on.version())
                return new Outcome.Refused("ほかの職員が先に変えました。今の名簿を確かめて、もう一度操作してください。");
            return act.apply(found.get());
        });
    }

    private Outcome redrafted(On on, NameList list, String act) {
        store.redraft(on.government(), list.id(), on.by().id(), on.at());
        return changed(on, list, act);
    }

    private Outcome changed(On on, NameList list, String act) {
        desk.record(on.government(), on.by(), act, "name_list:" + list.id(), "");
        outbox.announce(
                on.government(),
                new Event(CHANGED, Long.toString(list.id()), Map.of("list", Long.toString(list.id()))));
        return new Outcome.Done(list.id());
    }
}
