package noroshi.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page made from a register in parts: each is a fragment of its own with its own futures, so that one changed fact changes one part.
 *
 * @param path inside the site, e.g. {@code /shelters/}
 * @param form the form that a POST to the page fills; null: none
 * @param script path inside the site of the one script that the full variant may run; null: none. The page must say all without it
 * @param removed true: the address now answers 410 and {@code sections} is ignored
 */
public record SourceSheet(
        String government,
        String path,
        String title,
        List<Section> sections,
        @Nullable String form,
        @Nullable String script,
        boolean removed) {

    public SourceSheet {
        sections = List.copyOf(sections);
    }

    public static SourceSheet of(String government, String path, String title, List<Section> sections) {
        return new SourceSheet(government, path, title, sections, null, null, false);
    }

    public static SourceSheet removed(String government, String path) {
        return new SourceSheet(government, path, "", List.of(), null, null, true);
    }

    /** One part of the page. */
    public sealed interface Section {

        /** Markdown, with what it will say from later instants on; the first body holds from now. */
        record Words(List<SourcePage.Body> bodies) implements Section {

            public Words {
                bodies = List.copyOf(bodies);
            }

            public static Words always(String markdown) {
                return new Words(List.of(new SourcePage.Body(java.time.Instant.EPOCH, markdown)));
            }
        }

        /**
         * HTML that the register answers for: everything typed in it is escaped already.
         *
         * @param html in the full variant; @param instead in the light ones
         */
        record Markup(String html, String instead) implements Section {}
    }
}
