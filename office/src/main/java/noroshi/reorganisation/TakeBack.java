package noroshi.reorganisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import noroshi.people.Departments;
import noroshi.people.Directory;
import noroshi.publishing.DepartmentArticles;
import noroshi.reorganisation.PlanStore.Step;
import org.springframework.stereotype.Component;

/**
 * Takes back what a plan did, from its trace. Offered as long as nothing contradicts: the departments are as the plan left them, and what it
 * founded holds nothing but what it moved there.
 */
@Component
class TakeBack {

    private static final String DEPARTMENT = "department";

    private final Directory directory;
    private final Departments departments;
    private final DepartmentArticles articles;
    private final Organisation organisation;
    private final CarryOut carryOut;
    private final PlanStore plans;
    private final OrganisationNews news;

    TakeBack(
            Directory directory,
            Departments departments,
            DepartmentArticles articles,
            Organisation organisation,
            CarryOut carryOut,
            PlanStore plans,
            OrganisationNews news) {
        this.directory = directory;
        this.departments = departments;
        this.articles = articles;
        this.organisation = organisation;
        this.carryOut = carryOut;
        this.plans = plans;
        this.news = news;
    }

    /** What stands in the way, in words; empty: it can be taken back. */
    List<String> contradictions(Plan plan) {
        var contradictions = new ArrayList<String>();
        var present = new LinkedHashMap<String, Unit>();
        directory.listDepartments(plan.government()).stream().map(Unit::of).forEach(u -> present.put(u.code(), u));
        var steps = plans.steps(plan);
        var founded = new TreeSet<String>();
        for (var step : steps) {
            if (!step.kind().equals(DEPARTMENT)) continue;
            if (step.source().isEmpty()) founded.add(step.key());
            var now = present.get(step.key());
            var then = step.target().isEmpty() ? null : plans.read(step.target());
            if (then == null ? now != null : !then.equals(now))
                contradictions.add("課室「%s」は、この計画のあとで変えられています。先にその変更を戻してください。"
                        .formatted(now != null ? now.name() : then != null ? then.name() : step.key()));
        }
        contradictions.addAll(newcomers(plan, steps, founded));
        for (var unit : present.values())
            if (founded.contains(unit.parent()) && steps.stream().noneMatch(s -> isDepartment(s, unit.code())))
                contradictions.add("課室「%s」が、新設した課室の下に置かれています。先に移してください。".formatted(unit.name()));
        return contradictions;
    }

    private static boolean isDepartment(Step step, String code) {
        return step.kind().equals(DEPARTMENT) && step.key().equals(code);
    }

    /** What came to a new department since, and would be left without one. */
    private List<String> newcomers(Plan plan, List<Step> steps, Set<String> founded) {
        if (founded.isEmpty()) return List.of();
        var known = new TreeSet<String>();
        var counted = new TreeMap<String, Integer>();
        for (var step : steps) {
            known.add(step.kind() + " " + step.key());
            counted.merge(step.kind() + " " + step.target(), 1, Integer::sum);
        }
        var held = organisation.holdings(plan.government(), founded);
        var words = new ArrayList<String>();
        for (var paper : held.papers())
            if (!known.contains(Transfers.ARTICLE + " " + paper.article())) words.add("記事" + paper.article());
        for (var stream : held.series())
            if (!known.contains(Transfers.SERIES + " " + stream.code())) words.add("媒体「%s」".formatted(stream.name()));
        for (var person : held.officers())
            if (!known.contains(Transfers.OFFICER + " " + person.id())) words.add("職員「%s」".formatted(person.name()));
        held.others()
                .forEach((what, counts) -> counts.forEach((department, count) -> {
                    int more = count - counted.getOrDefault(what + " " + department, 0);
                    if (more > 0) words.add("%s%d件".formatted(what, more));
                }));
        if (words.isEmpty()) return List.of();
        return List.of("新設した課室に、実行のあとで加わったものがあります：%s。先にほかの課室へ移してください。"
                .formatted(String.join("、", words.subList(0, Math.min(10, words.size())))));
    }

    void handle(Plan plan, Instant now) {
        var government = plan.government();
        var steps = plans.steps(plan);
        var before = new LinkedHashMap<String, Unit>();
        var founded = new TreeSet<String>();
        for (var step : steps)
            if (step.kind().equals(DEPARTMENT)) {
                if (step.source().isEmpty()) founded.add(step.key());
                else before.put(step.key(), plans.read(step.source()));
            }
        before.keySet().forEach(code -> departments.revive(government, code));
        before.values()
                .forEach(unit -> departments.change(
                        government,
                        unit.code(),
                        unit.name(),
                        unit.parent().isEmpty() ? null : unit.parent(),
                        unit.contact()));
        var moved = steps.stream().filter(s -> !s.kind().equals(DEPARTMENT)).toList();
        carryOut.back(government, moved.stream().collect(groupingBy(Step::kind, toList())));
        var heirs = heirs(moved, founded, before.keySet());
        founded.forEach(code -> departments.end(government, code, heirs.get(code), now));
        articles.lead(government, addresses(plan, steps, heirs), now);
        articles.forget(government, addressesOf(before.keySet()));
        articles.order(government, touched(moved, founded, before.keySet()));
        announce(plan, moved, founded, before.keySet());
    }

    /** Where addresses of what the plan founded lead from now on: to where most of what it held came from. */
    private static Map<String, String> heirs(List<Step> moved, Set<String> founded, Set<String> revived) {
        var heirs = new TreeMap<String, String>();
        for (var code : founded)
            moved.stream()
                    .filter(s -> s.target().equals(code) && revived.contains(s.source()))
                    .collect(groupingBy(Step::source, TreeMap::new, java.util.stream.Collectors.counting()))
                    .entrySet()
                    .stream()
                    .max(Map.Entry.comparingByValue())
                    .ifPresent(most -> heirs.put(code, most.getKey()));
        return heirs;
    }

    private Map<String, String> addresses(Plan plan, List<Step> steps, Map<String, String> heirs) {
        var addresses = new LinkedHashMap<String, String>();
        heirs.forEach((code, heir) -> {
            addresses.put("/departments/%s/".formatted(code), "/departments/%s/".formatted(heir));
            addresses.put("/inquiry/" + code, "/inquiry/" + heir);
            long pages = (articles.places(plan.government(), code) + 19) / 20;
            for (long page = 1; page <= pages; page++)
                addresses.put("/departments/%s/p/%d".formatted(code, page), "/departments/%s/".formatted(heir));
        });
        return addresses;
    }

    private static List<String> addressesOf(Set<String> revived) {
        var addresses = new ArrayList<String>();
        for (var code : revived) {
            addresses.add("/departments/%s/".formatted(code));
            addresses.add("/inquiry/" + code);
        }
        return addresses;
    }

    private static Set<String> touched(List<Step> moved, Set<String> founded, Set<String> revived) {
        var touched = new TreeSet<String>(revived);
        touched.addAll(founded);
        for (var step : moved)
            if (step.kind().equals(Transfers.ARTICLE)) {
                touched.add(step.source());
                touched.add(step.target());
            }
        return touched;
    }

    private void announce(Plan plan, List<Step> moved, Set<String> founded, Set<String> revived) {
        var present = touched(moved, Set.of(), revived);
        for (var step : moved) present.add(step.target());
        present.removeAll(founded);
        var papers = new TreeSet<Long>();
        for (var step : moved) if (step.kind().equals(Transfers.ARTICLE)) papers.add(Long.valueOf(step.key()));
        news.announce(plan.government(), present, founded, papers);
    }
}
