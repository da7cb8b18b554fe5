package noroshi.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import noroshi.people.Officer;
import noroshi.publishing.InReview;
import noroshi.publishing.InReview.Waiting;
import noroshi.routes.Lack;
import noroshi.routes.Rules;
import noroshi.routes.Staff;

/** だれがだれを待っているか: what waits in a government, and for whom. Pure. */
public record Board(List<Entry> entries) {

    /**
     * One article that waits.
     *
     * @param step its name; @param awaited who may decide today; @param days it has waited in this step; @param overdue longer than agreed
     * @param lack why nobody can ever decide; "": somebody can
     */
    public record Entry(
            Waiting waiting,
            String step,
            int missing,
            List<Officer> awaited,
            long days,
            boolean overdue,
            String lack) {}

    /** What waits for one person. */
    public record Person(Officer officer, List<Entry> entries) {

        public long overdue() {
            return entries.stream().filter(Entry::overdue).count();
        }
    }

    public Board {
        entries = List.copyOf(entries);
    }

    static Board of(List<InReview.Waiting> waiting, Staff staff, Rules rules, Instant now) {
        return new Board(
                waiting.stream().map(one -> entry(one, staff, rules, now)).toList());
    }

    private static Entry entry(Waiting waiting, Staff staff, Rules rules, Instant now) {
        Set<Long> excluded = rules.ownText() ? Set.of() : Set.of(waiting.writtenBy());
        var current = waiting.progress().current();
        long days = Math.max(0, Duration.between(waiting.since(), now).toDays());
        return new Entry(
                waiting,
                current.map(step -> step.name()).orElse(""),
                current.map(step -> waiting.progress().missing(step)).orElse(0),
                waiting.progress().awaited(staff, excluded),
                days,
                days >= rules.remindDays(),
                waiting.progress()
                        .unfulfillable(staff, excluded)
                        .map(Lack::sentence)
                        .orElse(""));
    }

    /** What nobody can decide: somebody has to change the route or the roles. */
    public List<Entry> stuck() {
        return entries.stream().filter(entry -> !entry.lack().isEmpty()).toList();
    }

    /** By person, who keeps most waiting first. */
    public List<Person> people() {
        var people = new LinkedHashMap<Officer, List<Entry>>();
        for (var entry : entries)
            for (var officer : entry.awaited())
                people.computeIfAbsent(officer, one -> new ArrayList<>()).add(entry);
        return people.entrySet().stream()
                .map(one -> new Person(one.getKey(), List.copyOf(one.getValue())))
                .sorted(Comparator.comparing(Person::overdue)
                        .thenComparing(person -> person.entries().size())
                        .reversed())
                .toList();
    }

    /** What this officer may decide now. */
    public List<Entry> of(Officer officer) {
        return entries.stream()
                .filter(entry -> entry.awaited().stream().anyMatch(one -> one.id() == officer.id()))
                .toList();
    }
}
