package noroshi.reorganisation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import noroshi.people.DepartmentUse;
import noroshi.people.Departments;
import noroshi.people.Directory;
import noroshi.publishing.DepartmentArticles;
import noroshi.reorganisation.Rehearsal.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads what a rehearsal needs to know. Inside a door of Tenancy. */
@Component
class Organisation {

    private static final int ENTRIES_ON_PAGE = 20;

    private final Directory directory;
    private final Departments departments;
    private final DepartmentArticles articles;
    private final ObjectProvider<DepartmentUse> uses;
    private final PlanStore plans;

    Organisation(
            Directory directory,
            Departments departments,
            DepartmentArticles articles,
            ObjectProvider<DepartmentUse> uses,
            PlanStore plans) {
        this.directory = directory;
        this.departments = departments;
        this.articles = articles;
        this.uses = uses;
        this.plans = plans;
    }

    Rehearsal rehearse(Plan plan) {
        var government = plan.government();
        var units = directory.listDepartments(government).stream().map(Unit::of).toList();
        var touched = plan.touched();
        var rehearsal = Rehearse.of(units, departments.ended(government), holdings(government, touched), plan.acts());
        var problems = new ArrayList<>(rehearsal.problems());
        problems.addAll(rivals(plan, touched));
        return new Rehearsal(
                rehearsal.before(),
                rehearsal.after(),
                rehearsal.heirs(),
                rehearsal.moves(),
                rehearsal.redirects(),
                problems);
    }

    /** Two plans on one department: the second would find another organisation than it was rehearsed with. */
    private ArrayList<Problem> rivals(Plan plan, Set<String> touched) {
        var problems = new ArrayList<Problem>();
        for (var other : plans.list(plan.government())) {
            if (other.id() == plan.id() || other.state() != Plan.State.PLANNED) continue;
            var both = new TreeSet<>(other.touched());
            both.retainAll(touched);
            if (!both.isEmpty())
                problems.add(new Problem(
                        -1,
                        "予約済みの計画「%s」も、同じ課室（%s）を変えます。1つの計画にまとめるか、先の計画が終わってから予約してください。"
                                .formatted(other.name(), String.join("、", both))));
        }
        return problems;
    }

    Holdings holdings(String government, Set<String> codes) {
        var pages = new LinkedHashMap<String, Integer>();
        for (var code : codes)
            pages.put(code, (int) ((articles.places(government, code) + ENTRIES_ON_PAGE - 1) / ENTRIES_ON_PAGE));
        var others = new TreeMap<String, Map<String, Integer>>();
        uses.orderedStream().forEach(use -> {
            var counts = new TreeMap<>(use.counts(government));
            counts.keySet().retainAll(codes);
            others.put(use.what(), counts);
        });
        return new Holdings(
                articles.list(government, codes).stream()
                        .map(held -> new Holdings.Paper(held.article(), held.series(), held.department(), held.open()))
                        .toList(),
                articles.listSeries(government, codes).stream()
                        .map(s -> new Holdings.Stream(
                                s.code(), s.name(), java.util.Objects.requireNonNull(s.department())))
                        .toList(),
                departments.members(government, codes).stream()
                        .map(m -> new Holdings.Person(m.id(), m.login(), m.name(), m.department(), m.active()))
                        .toList(),
                pages,
                others);
    }
}
