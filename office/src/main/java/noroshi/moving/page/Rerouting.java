package noroshi.moving.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Leads the links and images of an old page to where it all is now; of those that lead nowhere the words stay. */
final class Rerouting {

    private static final Pattern OUTSIDE = Pattern.compile("(?i)(https?|mailto|tel):[^\\s\\\\]+");
    private static final int LOST_MAX = 30;

    private final String address;
    private final String origin;
    private final Target.Book book;
    private final Set<String> links = new LinkedHashSet<>();
    private final Set<String> lost = new LinkedHashSet<>();

    Rerouting(String address, String origin, Target.Book book) {
        this.address = address;
        this.origin = origin;
        this.book = book;
    }

    /** Canonical addresses inside the old site. */
    List<String> links() {
        return List.copyOf(links);
    }

    List<Remark> reroute(Element main) {
        var remarks = new ArrayList<Remark>();
        frames(main);
        maps(main);
        main.select("img").forEach(new Images(this, remarks)::reroute);
        main.select("a[href]").forEach(this::link);
        lost.forEach(one -> remarks.add(Remark.warning("link", one)));
        return remarks;
    }

    /** A frame inside the page becomes a link to what it showed. */
    private static void frames(Element main) {
        for (var frame : main.select("iframe")) {
            var title = frame.attr("title").isBlank() ? "埋め込まれていたページ" : frame.attr("title");
            frame.replaceWith(linked("p", title, frame.attr("src")));
        }
    }

    /** Places on a picture become links below it. */
    private static void maps(Element main) {
        for (var map : main.select("map")) {
            for (var area : map.select("area[href]")) {
                var label = area.attr("alt").isBlank() ? area.attr("title") : area.attr("alt");
                area.replaceWith(linked("div", label, area.attr("href")));
            }
            map.unwrap();
        }
    }

    private static Element linked(String block, String label, String target) {
        return new Element(block)
                .appendChild(new Element("a").attr("href", target).text(label.strip()));
    }

    private void link(Element link) {
        var sent = link.attr("href").strip();
        var inside = sent.isEmpty() || sent.startsWith("#") ? address : Addresses.resolve(address, sent, origin);
        if (inside == null) outside(link, sent);
        else if (inside.equals(address)) link.unwrap();
        else {
            links.add(inside);
            switch (book.find(inside)) {
                case Target.Page(var article, var title) -> lead(link, "article:" + article, title);
                case Target.File(var path, var image, var name, var bytes) -> lead(link, path, name);
                case Target.Lost(var reason) -> lose(link, sent, reason);
            }
        }
    }

    private void outside(Element link, String sent) {
        var safe = sent.replace(" ", "%20");
        if (OUTSIDE.matcher(safe).matches()) lead(link, safe, safe);
        else if (sent.toLowerCase(Locale.ROOT).startsWith("javascript:")) link.unwrap();
        else lose(link, sent, "使えない番地です");
    }

    private static void lead(Element link, String target, String name) {
        link.attr("href", target);
        if (!link.hasText()) link.text(name.isBlank() ? "リンク" : name);
    }

    private void lose(Element link, String sent, String reason) {
        var shown = sent.length() <= 100 ? sent : sent.substring(0, 100) + "…";
        if (lost.size() < LOST_MAX) lost.add("リンク先「%s」：%s。リンクを外し、言葉だけを残しました。".formatted(shown, reason));
        link.unwrap();
    }

    Target image(String written) {
        var inside = Addresses.resolve(address, written, origin);
        return inside == null ? new Target.Lost("ほかのサイトの画像です") : book.find(inside);
    }
}
