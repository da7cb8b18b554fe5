package noroshi.moving.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the titles of many pages have in common: 「 - 山元町ホームページ」 is the site's name and no page's. */
public final class SiteNames {

    private static final String SEPARATORS = "|｜/／-－―–—:：»>＞〜~・";

    private SiteNames() {}

    /** Beginnings and endings, with their separators, of at least a fifth of the titles. */
    public static Set<String> of(Collection<String> titles) {
        var counts = new HashMap<String, Integer>();
        for (var title : titles) {
            var text = title.strip();
            for (int i = 1; i < text.length() - 1; i++) {
                if (SEPARATORS.indexOf(text.charAt(i)) < 0) continue;
                counts.merge(spaced(text, i, true), 1, Integer::sum);
                counts.merge(spaced(text, i, false), 1, Integer::sum);
            }
        }
        var common = new LinkedHashSet<String>();
        int least = Math.max(3, titles.size() / 5);
        counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> -entry.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> common.add(entry.getKey()));
        return common;
    }

    private static String spaced(String text, int at, boolean ending) {
        if (ending) {
            int from = at;
            while (from > 0 && text.charAt(from - 1) == ' ') from--;
            return text.substring(from);
        }
        int to = at + 1;
        while (to < text.length() && text.charAt(to) == ' ') to++;
        return text.substring(0, to);
    }
}
