package noroshi.site;

import java.time.Instant;
import java.util.List;

/**
 * A page made from a register.
 *
 * @param path inside the site, e.g. {@code /shelters/12}
 * @param body Markdown, as readers see it from an instant on; the first holds from now
 * @param removed true: the address now answers 410 and {@code bodies} is ignored
 */
public record SourcePage(String government, String path, String title, List<Body> bodies, boolean removed) {

    public SourcePage {
        bodies = List.copyOf(bodies);
    }

    public record Body(Instant from, String markdown) {}
}
