package noroshi.planning.continuity.recovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import noroshi.planning.continuity.Kind;
import noroshi.planning.continuity.Model;
import noroshi.planning.continuity.failure.Cause;
import noroshi.planning.continuity.failure.Fall;
import noroshi.planning.continuity.failure.Outage;

/** What happens when, hour by hour. */
public final class Timeline {

    public enum Step {
        HIT,
        STOPS,
        REPAIR_BEGINS,
        REPAIRED,
        WORKS_AGAIN
    }

    /** @param hour since the event */
    public record Event(double hour, Step step, String part) {}

    private Timeline() {}

    /** Until the given hour: hits of anything, and stops and returns of power, systems and services. */
    public static List<Event> until(double hours, Model model, Fall fall, Recovery recovery) {
        var events = new ArrayList<Event>();
        fall.hits().forEach((id, cause) -> {
            if (!(cause instanceof Cause.NotYetThere)) events.add(new Event(0, Step.HIT, id));
        });
        for (var task : recovery.tasks()) {
            events.add(new Event(task.start(), Step.REPAIR_BEGINS, task.part()));
            events.add(new Event(task.end(), Step.REPAIRED, task.part()));
        }
        for (var part : model.parts().values()) {
            if (part.kind() != Kind.POWER && part.kind() != Kind.SYSTEM && part.kind() != Kind.SERVICE) continue;
            for (var span :
                    recovery.outages().getOrDefault(part.id(), Outage.NONE).spans()) {
                if (!fall.hits().containsKey(part.id())) events.add(new Event(span.from(), Step.STOPS, part.id()));
                events.add(new Event(span.to(), Step.WORKS_AGAIN, part.id()));
            }
        }
        events.removeIf(event -> event.hour() > hours);
        events.sort(Comparator.comparingDouble(Event::hour).thenComparing(Event::step));
        return events;
    }
}
