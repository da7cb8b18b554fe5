package noroshi.routes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Who is away when, and who acts for them. Pure. */
public record Absences(List<Absence> all) {

    public static final Absences NONE = new Absences(List.of());

    public Absences {
        all = List.copyOf(all);
    }

    public Optional<Absence> of(long officer, LocalDate day) {
        return all.stream()
                .filter(one -> one.officer() == officer && one.covers(day))
                .findFirst();
    }

    /** The officer, or whoever acts for them that day: a delegate's delegate when the delegate is away too. */
    public long presentFor(long officer, LocalDate day) {
        var seen = new HashSet<Long>();
        long present = officer;
        // A circle cannot be entered; should one stand in the table all the same, nobody acts but the officer.
        while (seen.add(present)) {
            var away = of(present, day);
            if (away.isEmpty()) return present;
            present = away.get().delegate();
        }
        return officer;
    }

    /** For whom this officer acts that day. */
    public List<Long> representedBy(long officer, LocalDate day) {
        return all.stream()
                .filter(one -> one.covers(day))
                .map(Absence::officer)
                .distinct()
                .filter(absent -> absent != officer && presentFor(absent, day) == officer)
                .toList();
    }

    public Optional<Absence> overlapping(Absence wanted) {
        return all.stream()
                .filter(one -> one.officer() == wanted.officer() && one.id() != wanted.id() && one.overlaps(wanted))
                .findFirst();
    }

    /** The officers of a circle that the wanted absence would close on some day, in its order; empty: none. */
    public List<Long> circle(Absence wanted) {
        var with = new ArrayList<>(all);
        with.removeIf(one -> one.id() == wanted.id());
        with.add(wanted);
        // Who acts for whom changes only where an absence begins.
        return with.stream()
                .map(Absence::from)
                .filter(wanted::covers)
                .distinct()
                .map(day -> circle(wanted.officer(), new Absences(with), day))
                .filter(circle -> !circle.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Long> circle(long start, Absences absences, LocalDate day) {
        var way = new ArrayList<>(List.of(start));
        for (var away = absences.of(start, day); away.isPresent(); ) {
            long next = away.get().delegate();
            if (next == start) return List.copyOf(way);
            if (way.contains(next)) return List.of();
            way.add(next);
            away = absences.of(next, day);
        }
        return List.of();
    }
}
