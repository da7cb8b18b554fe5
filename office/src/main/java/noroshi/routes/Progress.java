package noroshi.routes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.people.Officer;

/**
 * How far an edition has come on its route, and who may decide next. Pure.
 *
 * <p>Steps come in their order. One person counts once: neither twice in a step nor in two steps, and an absent officer for whom a
 * delegate decided has decided.
 *
 * @param given the approvals that stand
 */
public record Progress(String government, List<Step> steps, List<Given> given) {

    public Progress {
        steps = List.copyOf(steps);
        given = List.copyOf(given);
    }

    /** The step that is under way; empty: all are done. */
    public Optional<Step> current() {
        return steps.stream().filter(step -> missing(step) > 0).findFirst();
    }

    public boolean isComplete() {
        return current().isEmpty();
    }

    /** How many approvals the step still needs. */
    public int missing(Step step) {
        return Math.max(0, step.required() - count(step));
    }

    public int count(Step step) {
        return (int) given.stream().filter(one -> one.step() == step.position()).count();
    }

    /** How many approvals all steps need together. */
    public int required() {
        return steps.stream().mapToInt(Step::required).sum();
    }

    public Progress with(Given another) {
        var more = new ArrayList<>(given);
        more.add(another);
        return new Progress(government, steps, more);
    }

    /** In their own name, or an absent colleague's. */
    public boolean hasDecided(long officer) {
        return given.stream().anyMatch(one -> one.officer() == officer);
    }

    private boolean counts(long officer) {
        return given.stream().anyMatch(one -> one.isOf(officer));
    }

    /** Where the officer may decide now; empty: nowhere. Whether it is their own text, the caller asks. */
    public Optional<Seat> seat(Officer officer, Staff staff) {
        var current = current();
        if (current.isEmpty() || hasDecided(officer.id())) return Optional.empty();
        var step = current.get();
        if (step.suits(officer, government) && !counts(officer.id())) return Optional.of(new Seat(step, null));
        return staff.absences().representedBy(officer.id(), staff.today()).stream()
                .filter(absent -> !counts(absent))
                .filter(absent -> staff.find(absent)
                        .filter(one -> step.suits(one, government))
                        .isPresent())
                .findFirst()
                .map(absent -> new Seat(step, absent));
    }

    /** Who may decide the current step today, delegates in the place of those who are away. */
    public List<Officer> awaited(Staff staff, Set<Long> excluded) {
        var current = current();
        if (current.isEmpty()) return List.of();
        var awaited = new LinkedHashSet<Officer>();
        for (var officer : staff.active()) {
            if (!current.get().suits(officer, government) || counts(officer.id()) || excluded.contains(officer.id()))
                continue;
            var present = staff.present(officer);
            if (!counts(present.id()) && !excluded.contains(present.id())) awaited.add(present);
        }
        return List.copyOf(awaited);
    }

    /** The step that nobody is left for; empty: the rest of the route can be gone. */
    public Optional<Step> unfulfillable(Staff staff, Set<Long> excluded) {
        var people = staff.active().stream()
                .filter(officer -> !counts(officer.id()) && !excluded.contains(officer.id()))
                .toList();
        return Fulfilment.lacking(government, steps, this::missing, people);
    }
}
