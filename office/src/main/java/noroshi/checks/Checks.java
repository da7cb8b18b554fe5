package noroshi.checks;

import java.util.List;
import java.util.Set;
import noroshi.checks.page.PageChecks;
import noroshi.checks.text.TextChecks;

/** The way in: everything the rules find, in the order of the source. Each call stands alone and may come from any thread. */
public final class Checks {

    private Checks() {}

    /** @param html a whole page, as it is served or was imported */
    public static List<Finding> page(String html) {
        return PageChecks.look(html, true).findings();
    }

    /** A text in Markdown while it is written; places are offsets in its body. */
    public static List<Finding> draft(Draft draft) {
        return TextChecks.draft(draft);
    }

    /** A text without markup: a title, a summary, a caption. */
    public static List<Finding> words(String words, Set<String> places) {
        return TextChecks.plain(words, places);
    }
}
