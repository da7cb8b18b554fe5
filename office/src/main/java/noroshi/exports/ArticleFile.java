package noroshi.exports;

import java.util.LinkedHashMap;
import noroshi.moving.FrontMatter;
import noroshi.publishing.Article;
import noroshi.publishing.Edition;

/** An edition as a file of Markdown with what is known of it above. Pure. */
final class ArticleFile {

    private ArticleFile() {}

    static FrontMatter of(Article article, Edition edition) {
        var content = edition.content();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("article", String.valueOf(article.id()));
        fields.put("edition", String.valueOf(edition.number()));
        fields.put("path", article.path());
        fields.put("state", article.state().code());
        fields.put("series", article.series());
        fields.put("title", content.title());
        fields.put("summary", content.summary());
        if (content.department() != null) fields.put("department", content.department());
        fields.put("areas", content.areas());
        fields.put("topics", content.topics());
        if (content.image() != null) fields.put("image", content.image());
        fields.put("attachments", content.attachments());
        var happening = content.happening();
        if (happening != null) {
            fields.put("eventStartsAt", happening.startsAt().toString());
            if (happening.endsAt() != null)
                fields.put("eventEndsAt", happening.endsAt().toString());
            fields.put("eventPlace", happening.place());
        }
        if (!edition.change().correction().isBlank())
            fields.put("correction", edition.change().correction());
        if (article.firstPublicAt() != null)
            fields.put("firstPublicAt", article.firstPublicAt().toString());
        if (article.changedAt() != null)
            fields.put("changedAt", article.changedAt().toString());
        if (article.publicEdition() == null) fields.put("draft", "true");
        fields.put("writtenAt", edition.writtenAt().toString());
        return new FrontMatter(fields, content.body());
    }
}
