package noroshi.moving.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import noroshi.cleaning.Cleaning;
import noroshi.cleaning.Wishes;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One page of an old site, whatever state its markup is in. */
public final class OldPage {

    /** Never part of what a page has to say. */
    private static final String SURROUNDINGS =
            "header, footer, nav, aside, [role=banner], [role=navigation], [role=contentinfo], [role=search], #header, #footer, #globalnav, #gnav, "
                    + "#navi, #nav, #menu, #sidebar, #side, #leftmenu, #breadcrumb, #breadcrumbs, #topicpath, #pankuzu, .breadcrumb, .breadcrumbs, "
                    + ".topicpath, .pankuzu, .navheader, .navfooter, .skip, .pagetop, .noprint";

    private static final String TRAILS =
            "#breadcrumb, #breadcrumbs, #topicpath, #pankuzu, .breadcrumb, .breadcrumbs, .topicpath, .pankuzu, nav[aria-label*=現在]";

    private static final List<String> MAINS = List.of(
            "main, [role=main]",
            "#main-content, #maincontent, #honbun, #tmp_contents",
            "#main, #content, #contents, #mainbody",
            "article",
            ".entry-content, .post-content, .main-content");

    private static final Pattern EMPTY =
            Pattern.compile("<(a|span|div|p|i|b|em|strong|td|th|li|script|title|code|ul|dd|dt)(\\s[^<>]*?)?/>");

    private static final int MAIN_CHARACTERS_MIN = 40;
    private static final int NOTES_MAX = 30;
    /** Links and images are rerouted before; an archive keeps its characters. */
    private static final Wishes AS_IT_LEADS = new Wishes(link -> link, image -> image, false);

    private final String address;
    private final Document page;

    private OldPage(String address, Document page) {
        this.address = address;
        this.page = page;
    }

    public static OldPage parse(String address, String html) {
        return new OldPage(address, Jsoup.parse(html.contains("//DTD XHTML") ? paired(html) : html));
    }

    /** XHTML served as HTML: there {@code <a id="x"/>} ends at once, here it would go on over all that follows. */
    private static String paired(String xhtml) {
        return EMPTY.matcher(xhtml)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement("<%s%s></%s>"
                        .formatted(found.group(1), found.group(2) == null ? "" : found.group(2), found.group(1))));
    }

    /** One frame of a frameset. @param name in lower case */
    public record Frame(String name, String source) {}

    /**
     * What must be known of every page before any is converted.
     *
     * @param heading its title element; @param links addresses as written, of pages and files
     */
    public record Survey(String heading, List<Long> blocks, List<Frame> frames, List<String> links, String sentTo) {}

    public Survey survey() {
        var frames = frames();
        var links = links();
        var sentTo = refresh();
        var copy = page.clone();
        Clearing.clean(copy);
        var hashes = Pieces.of(copy.body()).hashes();
        return new Survey(page.title().strip(), hashes, frames, links, sentTo);
    }

    private List<Frame> frames() {
        return page.select("frame[src]").stream()
                .map(frame -> new Frame(frame.attr("name").toLowerCase(Locale.ROOT), frame.attr("src")))
                .toList();
    }

    /** Everything that the page shows or leads to. */
    public List<String> links() {
        var links = new ArrayList<String>();
        page.select("a[href], area[href]").forEach(link -> links.add(link.attr("href")));
        page.select("img[src], frame[src], iframe[src]").forEach(shown -> links.add(shown.attr("src")));
        return links.stream().filter(link -> !link.isBlank()).distinct().toList();
    }

    /** Where the page sends its readers at once; empty: nowhere. */
    private String refresh() {
        var told = page.selectFirst("meta[http-equiv~=(?i)refresh][content~=(?i)^\\s*[0-5]\\s*;\\s*url]");
        return told == null
                ? ""
                : told.attr("content").replaceFirst("(?i)^.*?url\\s*=\\s*", "").replaceAll("^['\"]|['\"]$", "");
    }

    /** What the whole site knows. @param endings of titles that many pages share */
    public record Site(Map<Long, Integer> blocks, int pages, Set<String> endings, String origin) {}

    /**
     * The page in Markdown.
     *
     * @param trail its breadcrumbs; @param around the words taken off it, where rules look for departments
     * @param links canonical addresses that it leads to inside the old site
     */
    public record Converted(
            String title,
            String summary,
            String body,
            String trail,
            String around,
            Map<String, String> meta,
            Optional<java.time.Instant> publicAt,
            Optional<java.time.Instant> changedAt,
            List<String> links,
            List<Remark> remarks) {}

    public Converted convert(Site site, Target.Book book) {
        var facts = new Facts(address, page, site.endings());
        var meta = facts.meta();
        var whole = page.text();
        var remarks = new ArrayList<>(Clearing.clean(page));
        var named = page.select(TRAILS).text();
        var around = new StringBuilder(page.select(SURROUNDINGS).text()).append('\n');
        page.select(SURROUNDINGS).forEach(Element::remove);
        var main = main();
        if (main != page.body()) around.append(without(main)).append('\n');
        var pieces = Pieces.of(main);
        var trail = named.isBlank() ? pieces.trail() : named;
        around.append(pieces.trim(new Pieces.Common(site.blocks(), site.pages())));
        var title = facts.title(main);
        var rerouting = new Rerouting(address, site.origin(), book);
        remarks.addAll(rerouting.reroute(main));
        remarks.addAll(Clearing.headless(main));
        var body = markdown(main, remarks);
        return new Converted(
                title,
                facts.summary(),
                body,
                trail,
                around.toString(),
                meta,
                facts.publicAt(whole),
                facts.changedAt(whole),
                rerouting.links(),
                List.copyOf(remarks));
    }

    /** Lines across the page were its look, not its words. */
    private static String markdown(Element main, List<Remark> remarks) {
        main.select("hr").remove();
        var cleaned = Cleaning.element(main, AS_IT_LEADS);
        cleaned.notes().stream()
                .limit(NOTES_MAX)
                .map(note -> new Remark(Remark.WARNING, "cleaned", note.line(), note.message()))
                .forEach(remarks::add);
        return cleaned.markdown().strip();
    }

    private String without(Element main) {
        var all = page.body().text();
        return all.replace(main.text(), " ");
    }

    private Element main() {
        int all = page.body().text().length();
        for (var selector : MAINS) {
            var found = page.body().select(selector);
            if (found.size() != 1) continue;
            int length = found.getFirst().text().length();
            if (length >= MAIN_CHARACTERS_MIN && length * 4 >= all) return found.getFirst();
        }
        return page.body();
    }
}
