package noroshi.reorganisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import noroshi.people.DepartmentUse;
import noroshi.people.Departments;
import noroshi.publishing.DepartmentArticles;
import noroshi.reorganisation.PlanStore.Step;
import noroshi.reorganisation.Rehearsal.Move;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes what a rehearsal says, and the trace by which it can be taken back. Inside one transaction of the government. */
@Component
class CarryOut {

    private final Departments departments;
    private final DepartmentArticles articles;
    private final ObjectProvider<DepartmentUse> uses;
    private final PlanStore plans;
    private final OrganisationNews news;

    CarryOut(
            Departments departments,
            DepartmentArticles articles,
            ObjectProvider<DepartmentUse> uses,
            PlanStore plans,
            OrganisationNews news) {
        this.departments = departments;
        this.articles = articles;
        this.uses = uses;
        this.plans = plans;
        this.news = news;
    }

    /** One department change at a time in a government. */
    void lock(String government) {
        departments.lock(government);
    }

    /** From where to where. */
    private record Way(String from, String to) {}

    void handle(Plan plan, Rehearsal rehearsal, Instant now) {
        var government = plan.government();
        var steps = new ArrayList<>(units(rehearsal));
        found(government, rehearsal);
        steps.addAll(move(government, rehearsal));
        end(government, rehearsal, now);
        if (!rehearsal.redirects().isEmpty()) articles.lead(government, rehearsal.redirects(), now);
        order(government, rehearsal);
        plans.trace(plan, steps);
        news.announce(government, rehearsal);
    }

    /** Every department that is different afterwards, as it was and as it will be. */
    private List<Step> units(Rehearsal rehearsal) {
        var steps = new ArrayList<Step>();
        rehearsal.before().forEach((code, unit) -> {
            var after = rehearsal.after().get(code);
            if (!unit.equals(after))
                steps.add(new Step("department", code, plans.written(unit), after == null ? "" : plans.written(after)));
        });
        for (var unit : rehearsal.founded()) steps.add(new Step("department", unit.code(), "", plans.written(unit)));
        return steps;
    }

    /** First all that are new, then parents: one may stand under another. */
    private void found(String government, Rehearsal rehearsal) {
        for (var unit : rehearsal.founded()) departments.found(government, unit.code(), unit.name(), unit.contact());
        for (var unit : rehearsal.founded()) change(government, unit);
        for (var unit : rehearsal.changed()) change(government, unit);
    }

    private void change(String government, Unit unit) {
        departments.change(
                government, unit.code(), unit.name(), unit.parent().isEmpty() ? null : unit.parent(), unit.contact());
    }

    private List<Step> move(String government, Rehearsal rehearsal) {
        var steps = new ArrayList<Step>();
        var byKind = rehearsal.moves().stream().collect(groupingBy(Move::kind, TreeMap::new, toList()));
        byKind.forEach((kind, moves) -> {
            var ways = moves.stream().collect(groupingBy(m -> new Way(m.from(), m.to()), mapping(Move::key, toList())));
            ways.forEach((way, keys) -> write(government, kind, way, keys)
                    .forEach(key -> steps.add(new Step(kind, key, way.from(), way.to()))));
        });
        return steps;
    }

    private List<String> write(String government, String kind, Way way, List<String> keys) {
        switch (kind) {
            case Transfers.ARTICLE -> {
                var ids = keys.stream().map(Long::valueOf).toList();
                articles.lock(government, ids);
                articles.move(government, ids, way.from(), way.to());
            }
            case Transfers.SERIES -> articles.moveSeries(government, keys, way.from(), way.to());
            case Transfers.OFFICER ->
                departments.moveOfficers(
                        government, keys.stream().map(Long::valueOf).toList(), way.from(), way.to());
            default -> {
                return uses.orderedStream()
                        .filter(use -> use.what().equals(kind))
                        .flatMap(use -> use.move(government, way.from(), way.to()).stream())
                        .toList();
            }
        }
        return keys;
    }

    private void end(String government, Rehearsal rehearsal, Instant now) {
        rehearsal.heirs().forEach((code, heir) -> departments.end(government, code, heir.isEmpty() ? null : heir, now));
    }

    private void order(String government, Rehearsal rehearsal) {
        var lists = new TreeSet<String>(rehearsal.heirs().keySet());
        for (var move : rehearsal.moves())
            if (move.kind().equals(Transfers.ARTICLE)) {
                lists.add(move.from());
                lists.add(move.to());
            }
        articles.order(government, lists);
    }

    /** For {@link TakeBack}: the same writes, the other way. */
    void back(String government, Map<String, List<Step>> steps) {
        steps.forEach((kind, all) -> {
            var ways = all.stream()
                    .collect(groupingBy(s -> new Way(s.target(), s.source()), mapping(Step::key, toList())));
            ways.forEach((way, keys) -> {
                if (kind.equals(Transfers.ARTICLE) || kind.equals(Transfers.SERIES) || kind.equals(Transfers.OFFICER)) {
                    var unused = write(government, kind, way, keys);
                } else
                    uses.orderedStream()
                            .filter(use -> use.what().equals(kind))
                            .forEach(use -> use.moveBack(government, keys, way.to(), way.from()));
            });
        });
    }
}
