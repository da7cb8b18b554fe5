package noroshi.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import noroshi.publishing.Outcome.Problem;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form: listed above it with links, and repeated at each field. */
public record Problems(List<Problem> all) {

    public static final Problems NONE = new Problems(List.of());

    public Problems {
        all = List.copyOf(all);
    }

    static Problems of(String field, String message) {
        return new Problems(List.of(new Problem(field, message)));
    }

    /** Both; of the others only what is about fields that have no problem yet. */
    Problems and(Problems others) {
        var both = new ArrayList<>(all);
        others.all.stream().filter(problem -> !at(place(problem))).forEach(both::add);
        return new Problems(both);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public boolean at(String field) {
        return all.stream().anyMatch(problem -> place(problem).equals(field));
    }

    public String messages(String field) {
        return all.stream()
                .filter(problem -> place(problem).equals(field))
                .map(Problem::message)
                .collect(Collectors.joining(" "));
    }

    /** Id of the field a problem is about: {@code areas/2} stands at {@code areas}, {@code event/endsAt} at {@code event}. */
    public static String place(Problem problem) {
        int slash = problem.field().indexOf('/');
        var field = slash < 0 ? problem.field() : problem.field().substring(0, slash);
        return field.equals("minor") ? "change" : field;
    }

    /** What describes a field to a screen reader: its hint, and its problem when there is one; null: nothing. */
    public @Nullable String describedBy(String field, boolean hint) {
        var ids = new ArrayList<String>();
        if (at(field)) ids.add(field + "-problem");
        if (hint) ids.add(field + "-hint");
        return ids.isEmpty() ? null : String.join(" ", ids);
    }
}
