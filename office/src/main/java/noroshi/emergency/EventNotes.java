package noroshi.emergency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what an event's timeline tells beside its changes of state: its headquarters, and who decided and confirmed. */
@Component
class EventNotes {

    private final HeadquartersStore headquarters;
    private final EvacuationStore orders;

    EventNotes(HeadquartersStore headquarters, EvacuationStore orders) {
        this.headquarters = headquarters;
        this.orders = orders;
    }

    /** The oldest first. */
    List<EventNote> of(String government, String event) {
        var notes = new ArrayList<EventNote>();
        for (var one : headquarters.ofEvent(government, event))
            for (var act : one.acts())
                if (act.event().equals(event))
                    notes.add(new EventNote(
                            act.at(), "%s%s%s".formatted(act.marked(), one.told(act.serial()), act.reason())));
        if (Declared.isEvacuation(event)) for (var order : alone(government, event)) notes.addAll(of(order));
        notes.sort(Comparator.comparing(EventNote::at));
        return List.copyOf(notes);
    }

    /** evac-042021-TSUNAMI-4-drill: of which hazard, level and mark. */
    private List<EvacuationOrder> alone(String government, String event) {
        var parts = event.split("-");
        return orders.alone(
                government,
                Hazard.valueOf(parts[2]),
                EvacuationLevel.of(Integer.parseInt(parts[3])),
                event.endsWith("-drill") ? "drill" : "");
    }

    /** The reason stays in the office; that one person decided, and that another looked at it, does not. */
    private static List<EventNote> of(EvacuationOrder order) {
        var notes = new ArrayList<EventNote>();
        var decided = order.decidedAt();
        if (decided == null) return notes;
        var confirmation = order.confirmation();
        notes.add(new EventNote(
                decided,
                "%sは、急を要するため一人の職員が決めました。%s".formatted(order.title(), confirmation == null ? "別の職員の確認を待っています。" : "")));
        if (confirmation != null)
            notes.add(new EventNote(
                    confirmation.at(),
                    "%sを、別の職員が確認し%sました。".formatted(order.title(), confirmation.lifted() ? "、解除し" : "")));
        return notes;
    }
}
