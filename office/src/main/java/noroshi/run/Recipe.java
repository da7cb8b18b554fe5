package noroshi.run;

import java.util.List;
import java.util.Map;

/**
 * How to start one child.
 *
 * @param command asked again at each start, so it may look at the world first (a stale lock, an orphan)
 * @param signal how to ask it to stop: TERM, or INT for PostgreSQL's fast shutdown
 */
record Recipe(String name, Command command, Map<String, String> environment, String signal) {

    Recipe {
        environment = Map.copyOf(environment);
    }

    /** May throw a {@link Refusal}; then the child counts as died and is tried again later. */
    interface Command {
        List<String> prepare();
    }
}
