package noroshi.planning.continuity;

import java.util.ArrayList;
import java.util.List;

/** Something that could be bought. */
public record Measure(String id, String name, long yen, List<Change> changes) {

    public Measure {
        changes = List.copyOf(changes);
    }

    /** One thing that is different afterwards. */
    public sealed interface Change {}

    public record Move(String part, Place to) implements Change {}

    public record LastsLonger(String power, double hours) implements Change {}

    public record AnotherBackup(String data, Backup backup) implements Change {}

    /** One more alternative: the part then needs one of {@code instead} and {@code alternative}. */
    public record Alternative(String part, String instead, String alternative) implements Change {

        /** The part as it then is. */
        public Part added(Part before) {
            var needs = new ArrayList<Need>();
            for (var need : before.needs()) {
                var of = new ArrayList<>(need.of());
                if (of.contains(instead) && !of.contains(alternative)) of.add(alternative);
                needs.add(new Need(need.atLeast(), of));
            }
            return before.withNeeds(needs);
        }
    }

    public record MoreOf(String resource, int amount) implements Change {}
}
