package noroshi.checks;

import java.util.Map;
import java.util.Set;

/**
 * What an officer is writing.
 *
 * @param body Markdown; @param places names of the municipalities of this area, as they are written rightly
 * @param files by the address that links and images use; what is missing is not known
 */
public record Draft(String body, Set<String> places, Map<String, LinkedFile> files) {

    public static final int BODY_CHARACTERS_MAX = 500_000;

    public Draft {
        places = Set.copyOf(places);
        files = Map.copyOf(files);
    }

    public static Draft of(String body) {
        return new Draft(body, Set.of(), Map.of());
    }
}
