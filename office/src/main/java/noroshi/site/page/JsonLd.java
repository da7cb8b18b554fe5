package noroshi.site.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.site.view.Link;
import tools.jackson.databind.json.JsonMapper;

/** schema.org for programs that read pages: what a page is about, who says it, where it stands. */
final class JsonLd {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonLd() {}

    /** A data block; it is not a script that runs, and {@code <} is written so that it cannot end the element. */
    static String script(Map<String, Object> object) {
        return "<script type=\"application/ld+json\">"
                + JSON.writeValueAsString(object)
                        .replace("<", "\\u003c")
                        .replace("\u2028", "\\u2028")
                        .replace("\u2029", "\\u2029")
                + "</script>\n";
    }

    static Map<String, Object> government(SiteFacts site) {
        var object = typed("GovernmentOrganization");
        object.put("name", site.name());
        object.put("url", site.publicUrl() + "/" + site.code() + "/");
        object.put("identifier", site.code());
        if (!site.phone().isEmpty()) object.put("telephone", site.phone());
        if (!site.address().isEmpty()) object.put("address", site.address());
        return object;
    }

    static Map<String, Object> crumbs(SiteFacts site, List<Link> crumbs, String here) {
        var items = new ArrayList<Map<String, Object>>();
        for (var crumb : crumbs) {
            var item = item(items.size() + 1, crumb.text());
            item.put("item", site.publicUrl() + crumb.href());
            items.add(item);
        }
        items.add(item(items.size() + 1, here));
        var object = typed("BreadcrumbList");
        object.put("itemListElement", items);
        return object;
    }

    private static Map<String, Object> item(int position, String name) {
        var item = new LinkedHashMap<String, Object>();
        item.put("@type", "ListItem");
        item.put("position", position);
        item.put("name", name);
        return item;
    }

    static Map<String, Object> article(SiteFacts site, ArticleFacts article, String title) {
        var addresses = new Addresses(site, Variant.FULL);
        var object = typed("NewsArticle");
        object.put("headline", title);
        object.put("datePublished", Words.iso(article.publishedAt()));
        object.put("dateModified", Words.iso(article.changedAt()));
        object.put("mainEntityOfPage", addresses.absolute(article.path()));
        object.put("inLanguage", "ja");
        if (!article.summary().isEmpty()) object.put("description", article.summary());
        if (article.image() != null) object.put("image", site.publicUrl() + addresses.media(article.image()));
        if (!article.corrections().isEmpty())
            object.put(
                    "correction",
                    article.corrections().stream()
                            .map(ArticleFacts.Correction::text)
                            .toList());
        object.put("publisher", publisher(site));
        object.put("author", publisher(site));
        if (!article.areas().isEmpty())
            object.put(
                    "contentLocation",
                    article.areas().stream().map(a -> place(a.name(), "")).toList());
        return object;
    }

    static Map<String, Object> event(SiteFacts site, ArticleFacts article, EventFacts event, String title) {
        var object = typed("Event");
        object.put("name", title);
        object.put("startDate", Words.iso(event.startsAt()));
        if (event.endsAt() != null) object.put("endDate", Words.iso(event.endsAt()));
        object.put("eventStatus", "https://schema.org/EventScheduled");
        var place = event.place().isEmpty() ? site.name() : event.place();
        object.put("location", place(place, place));
        object.put("url", new Addresses(site, Variant.FULL).absolute(article.path()));
        object.put("organizer", publisher(site));
        if (!article.summary().isEmpty()) object.put("description", article.summary());
        return object;
    }

    // In a fixed order, unlike Map.of: the same facts always give the same bytes.
    private static Map<String, Object> place(String name, String address) {
        var object = new LinkedHashMap<String, Object>();
        object.put("@type", "Place");
        object.put("name", name);
        if (!address.isEmpty()) object.put("address", address);
        return object;
    }

    private static Map<String, Object> publisher(SiteFacts site) {
        var object = new LinkedHashMap<String, Object>();
        object.put("@type", "GovernmentOrganization");
        object.put("name", site.name());
        object.put("url", site.publicUrl() + "/" + site.code() + "/");
        return object;
    }

    private static Map<String, Object> typed(String type) {
        var object = new LinkedHashMap<String, Object>();
        object.put("@context", "https://schema.org");
        object.put("@type", type);
        return object;
    }
}
