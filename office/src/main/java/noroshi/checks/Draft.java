package noroshi.checks;

import java.util.Map;
import java.util.Set;

/**
 * What an officer is writing.
 *
 * @param body Markdown; @param places names of the municipalities of this area, as they are written rightly
 * @param files by the address that links and images use; what is missing is not known
 * @param deadLinks by the address as written: why it leads nowhere and what to do (Japanese); addresses that are missing here lead somewhere or
 *     are not known; @param deadLink which rule they break: whether they stop a publication, each government says
 */
public record Draft(
        String body, Set<String> places, Map<String, LinkedFile> files, Map<String, String> deadLinks, Rule deadLink) {

    public static final int BODY_CHARACTERS_MAX = 500_000;

    public Draft {
        places = Set.copyOf(places);
        files = Map.copyOf(files);
        deadLinks = Map.copyOf(deadLinks);
    }

    public Draft(String body, Set<String> places, Map<String, LinkedFile> files) {
        this(body, places, files, Map.of(), Rule.LINK_TARGET);
    }

    public static Draft of(String body) {
        return new Draft(body, Set.of(), Map.of());
    }
}
