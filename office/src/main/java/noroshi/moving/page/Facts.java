package noroshi.moving.page;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page tells of itself: its title, its dates, its meta elements. Read before anything is taken off it. */
final class Facts {

    private static final int TITLE_CHARACTERS_MAX = 120;
    private static final int SUMMARY_CHARACTERS_MAX = 600;
    private static final String NAMELESS = "(?i)(無題|無題ドキュメント|untitled( document)?|新規ページ.{0,3}|new page.{0,3}|\\s*)";
    private static final List<String> FIRST = List.of(
            "noroshi:public",
            "article:published_time",
            "dcterms.issued",
            "dc.date.issued",
            "dc.date",
            "date",
            "pubdate",
            "datepublished",
            "wwwcdate");
    private static final List<String> CHANGED = List.of(
            "noroshi:changed",
            "article:modified_time",
            "dcterms.modified",
            "dc.date.modified",
            "last-modified",
            "lastmodified",
            "datemodified",
            "update");

    private final String address;
    private final String element;
    private final Set<String> endings;
    private final Map<String, String> meta = new TreeMap<>();
    private final @Nullable String time;

    Facts(String address, Document page, Set<String> endings) {
        this.address = address;
        this.element = page.title().strip();
        this.endings = endings;
        for (var told : page.select("meta[content]")) {
            var name = told.hasAttr("name")
                    ? told.attr("name")
                    : told.hasAttr("property") ? told.attr("property") : told.attr("itemprop");
            if (!name.isBlank())
                meta.putIfAbsent(
                        name.strip().toLowerCase(Locale.ROOT),
                        told.attr("content").strip());
        }
        var stamp = page.selectFirst("time[datetime]");
        this.time = stamp == null ? null : stamp.attr("datetime");
    }

    Map<String, String> meta() {
        return meta;
    }

    String summary() {
        var text = oneLine(meta.getOrDefault("description", ""));
        return text.length() <= SUMMARY_CHARACTERS_MAX ? text : text.substring(0, SUMMARY_CHARACTERS_MAX);
    }

    /** The heading that opens the page is its title and is taken off the body; else the title element without the site's name. */
    String title(Element main) {
        var given = oneLine(meta.getOrDefault("noroshi:title", ""));
        if (!given.isEmpty()) return shortened(given);
        var head = withoutSite(element);
        var heading = opening(main);
        if (heading != null) {
            var text = oneLine(heading.text());
            boolean same = !head.isEmpty() && (head.contains(text) || text.contains(head));
            if (!text.isEmpty() && (heading.normalName().equals("h1") || same || head.matches(NAMELESS))) {
                heading.remove();
                return shortened(text);
            }
        }
        if (!head.matches(NAMELESS)) return shortened(head);
        var bold = main.selectFirst("h1, h2, h3, b, strong, font[size]");
        if (bold != null && !bold.text().isBlank()) return shortened(oneLine(bold.text()));
        return shortened(Addresses.fileName(address).replaceFirst("\\.[A-Za-z]{2,5}$", "") + "（題名のないページ）");
    }

    private static @Nullable Element opening(Element main) {
        var heading = main.selectFirst("h1, h2, h3");
        if (heading == null) return null;
        // Only when nothing is said before it.
        var before = new StringBuilder();
        for (var each : main.getAllElements()) {
            if (each == heading) break;
            if (!each.ownText().isBlank() && each.parents().contains(main)) before.append(each.ownText());
        }
        return before.length() > 40 ? null : heading;
    }

    private String withoutSite(String title) {
        var text = oneLine(title);
        for (var ending : endings) {
            if (text.endsWith(ending))
                text = text.substring(0, text.length() - ending.length()).strip();
            else if (text.startsWith(ending))
                text = text.substring(ending.length()).strip();
        }
        return text;
    }

    Optional<Instant> publicAt(String words) {
        var told = told(FIRST);
        if (told.isPresent()) return told;
        if (time != null && OldDates.machine(time).isPresent()) return OldDates.machine(time);
        return OldDates.published(words);
    }

    Optional<Instant> changedAt(String words) {
        var told = told(CHANGED);
        return told.isPresent() ? told : OldDates.changed(words);
    }

    private Optional<Instant> told(List<String> names) {
        return names.stream()
                .map(meta::get)
                .filter(java.util.Objects::nonNull)
                .map(OldDates::machine)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}\\u00a0]+", " ").replaceAll("^[ \\u3000]+|[ \\u3000]+$", "");
    }

    private static String shortened(String text) {
        return text.length() <= TITLE_CHARACTERS_MAX ? text : text.substring(0, TITLE_CHARACTERS_MAX - 1) + "…";
    }
}
