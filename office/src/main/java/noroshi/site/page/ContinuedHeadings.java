package noroshi.site.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Repeats on each part of a long article the headings under which it goes on: nobody loses the thread, no level is skipped. */
final class ContinuedHeadings {

    private static final Pattern HEADING = Pattern.compile("(?s)<h([2-6])>(.*)</h\\1>\\s*");
    private static final int LEVEL_FIRST = 2;

    private final @Nullable String[] open = new @Nullable String[7];

    static boolean isHeading(String block) {
        return HEADING.matcher(block).matches();
    }

    void pass(String block) {
        var heading = HEADING.matcher(block);
        if (!heading.matches()) return;
        int level = level(heading.group(1));
        open[level] = heading.group(2);
        for (int deeper = level + 1; deeper < open.length; deeper++) open[deeper] = null;
    }

    /** The headings that a part needs which begins with this block. */
    String before(String block) {
        var heading = HEADING.matcher(block);
        int until = heading.matches() ? level(heading.group(1)) : open.length;
        var text = new StringBuilder();
        for (int level = LEVEL_FIRST; level < until; level++)
            if (open[level] != null) text.append("<h%d>%s（続き）</h%d>\n".formatted(level, open[level], level));
        return text.toString();
    }

    private static int level(String digit) {
        return digit.charAt(0) - '0';
    }
}
