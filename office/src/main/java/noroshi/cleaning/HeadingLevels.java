package noroshi.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Element;

/** Which level a heading gets: the largest used is the second (the title is the first), and none is skipped between. */
record HeadingLevels(Map<Integer, Integer> levels) {

    private static final int FIRST = 2;
    private static final int LAST = 6;

    static HeadingLevels of(Element content) {
        var used = new TreeMap<Integer, Integer>();
        List<Element> headings = new ArrayList<>(content.select("h1,h2,h3,h4,h5,h6,[role=heading]"));
        for (var heading : headings) if (heading.hasText()) used.put(written(heading), 0);
        int next = FIRST;
        for (var entry : used.entrySet()) entry.setValue(Math.min(LAST, next++));
        return new HeadingLevels(used);
    }

    int of(Element heading, int fallback) {
        return levels.getOrDefault(written(heading), fallback);
    }

    static boolean isHeading(Element element) {
        return element.normalName().matches("h[1-6]") || element.attr("role").equals("heading");
    }

    private static int written(Element heading) {
        if (heading.normalName().matches("h[1-6]")) return heading.normalName().charAt(1) - '0';
        var level = heading.attr("aria-level");
        return level.matches("[1-6]") ? Integer.parseInt(level) : FIRST;
    }
}
