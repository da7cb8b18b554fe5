package noroshi.api;

import java.util.LinkedHashMap;
import java.util.Map;
import noroshi.platform.Settings;
import noroshi.publishing.Article;
import noroshi.publishing.Edition;
import noroshi.publishing.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An article as the API shows it. Absent values are left out. */
@Component
class ArticleJson {

    private final String publicUrl;

    ArticleJson(Settings settings) {
        var url = settings.publicUrl().toString();
        publicUrl = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** What a write answers. {@code url} = public address + {@code path}; the path carries the site. */
    LinkedHashMap<String, Object> receipt(Article article, int edition) {
        var path = "/" + article.government() + article.path();
        var json = new LinkedHashMap<String, Object>();
        json.put("id", article.id());
        json.put("edition", edition);
        json.put("state", article.state().code());
        json.put("path", path);
        json.put("url", publicUrl + path);
        return json;
    }

    /** The receipt, with what will not look as the author means it: lines of broken or harmful markup, shown as text. */
    Map<String, Object> receipt(Article article, Edition edition) {
        var json = receipt(article, edition.number());
        var notices = Markdown.render(edition.content().body()).notices();
        if (!notices.isEmpty()) json.put("notices", notices);
        return json;
    }

    Map<String, Object> full(Article article, Edition edition) {
        var json = receipt(article, edition.number());
        json.put("government", article.government());
        json.put("series", article.series());
        var content = edition.content();
        json.put("title", content.title());
        json.put("summary", content.summary());
        json.put("body", content.body());
        json.put("areas", content.areas());
        json.put("topics", content.topics());
        put(json, "department", content.department());
        var happening = content.happening();
        if (happening != null) {
            var event = new LinkedHashMap<String, Object>();
            event.put("startsAt", happening.startsAt().toString());
            put(event, "endsAt", happening.endsAt());
            event.put("place", happening.place());
            json.put("event", event);
        }
        put(json, "image", content.image());
        json.put("attachments", content.attachments());
        json.put("marks", content.marks().code());
        json.put("correction", edition.change().correction());
        json.put("lane", article.lane().name().toLowerCase(java.util.Locale.ROOT));
        json.put("reviewDue", article.reviewDue());
        put(json, "publicEdition", article.publicEdition());
        put(json, "opensAt", article.opensAt());
        put(json, "closesAt", article.closesAt());
        put(json, "firstPublicAt", article.firstPublicAt());
        put(json, "changedAt", article.changedAt());
        put(json, "origin", article.origin());
        json.put("writtenAt", edition.writtenAt().toString());
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) json.put(name, value instanceof Number ? value : value.toString());
    }
}
