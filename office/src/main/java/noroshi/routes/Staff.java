package noroshi.routes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import noroshi.people.Officer;

/** Who works for a government on a day. @param active those who can sign in */
public record Staff(String government, List<Officer> active, Absences absences, LocalDate today) {

    public Staff {
        active = List.copyOf(active);
    }

    Optional<Officer> find(long id) {
        return active.stream().filter(officer -> officer.id() == id).findFirst();
    }

    /** Who decides today where this officer would. */
    Officer present(Officer officer) {
        return find(absences.presentFor(officer.id(), today)).orElse(officer);
    }
}
