package noroshi.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import noroshi.platform.Announcement;

/** What a batch of announcements touches on one government's site. */
final class Touched {

    /** Articles with the address they were announced under. */
    final Map<Long, String> articles = new LinkedHashMap<>();

    final Set<String> lists = new LinkedHashSet<>();
    /** Old address → article that moved. */
    final Map<String, Long> moves = new LinkedHashMap<>();

    /** What registers hear: everything. */
    final List<Announcement> others = new ArrayList<>();

    static Map<String, Touched> of(List<Announcement> batch) {
        var touched = new LinkedHashMap<String, Touched>();
        for (var announcement : batch)
            touched.computeIfAbsent(announcement.government(), g -> new Touched())
                    .add(announcement);
        return touched;
    }

    private void add(Announcement announcement) {
        // A register may gather articles (page forms), so it hears of them too.
        others.add(announcement);
        if (!announcement.event().topic().equals("article.changed")) return;
        var facts = announcement.event().facts();
        long article = Long.parseLong(announcement.fact("article"));
        articles.put(article, announcement.fact("path"));
        for (var list : facts.getOrDefault("lists", "").split(",")) if (!list.isEmpty()) lists.add(list);
        var from = facts.get("from");
        if (from != null) moves.put(from, article);
    }
}
