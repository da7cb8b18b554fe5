package noroshi.emergency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what an event's timeline tells beside its changes of state: its headquarters. Nothing of it is a change of state. */
@Component
class EventNotes {

    private final HeadquartersStore headquarters;

    EventNotes(HeadquartersStore headquarters) {
        this.headquarters = headquarters;
    }

    /** The oldest first. */
    List<EventNote> of(String government, String event) {
        var notes = new ArrayList<EventNote>();
        for (var one : headquarters.ofEvent(government, event))
            for (var act : one.acts())
                if (act.event().equals(event))
                    notes.add(new EventNote(
                            act.at(), "%s%s%s".formatted(act.marked(), one.told(act.serial()), act.reason())));
        notes.sort(Comparator.comparing(EventNote::at));
        return List.copyOf(notes);
    }
}
