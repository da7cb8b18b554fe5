package noroshi.planning.continuity.recovery;

import java.util.List;
import noroshi.planning.continuity.Use;

/**
 * A repair in the recovery schedule. Hours since the event.
 *
 * @param reachable first hour at which it could have begun with hands enough, as far as roads and power go
 */
public record Task(String part, int start, int end, int reachable, List<Use> uses) {

    public Task {
        uses = List.copyOf(uses);
    }
}
