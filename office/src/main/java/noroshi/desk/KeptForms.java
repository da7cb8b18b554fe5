package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import noroshi.people.Officer;
import noroshi.publishing.Article;
import noroshi.writing.UnsavedTexts;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The article form as it was when its window was lost, or when a colleague had taken over. */
@Component
public class KeptForms {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> FIELDS = Set.of(
            "basedOn",
            "series",
            "title",
            "summary",
            "body",
            "areas",
            "topics",
            "department",
            "startDate",
            "startTime",
            "endDate",
            "endTime",
            "place",
            "image",
            "imageAlt",
            "attachments",
            "change",
            "correction");

    private final UnsavedTexts texts;

    KeptForms(UnsavedTexts texts) {
        this.texts = texts;
    }

    /** @param officer who typed it; @param name theirs, where colleagues see it */
    public record Kept(long id, long officer, String name, ArticleForm form, Instant at) {}

    boolean keep(String government, Officer by, long article, Map<String, String[]> sent, Instant at) {
        return texts.keep(government, by, article, written(sent), at);
    }

    /** The form as it is now, which may be more than the browser sent. */
    void keep(String government, Officer by, long article, ArticleForm form, HttpServletRequest request, Instant at) {
        texts.keep(government, by, article, written(form, request), at);
    }

    /** The form of whoever was taken over from, for them and their colleagues; false: too long. */
    boolean setAside(Article article, Officer by, ArticleForm form, HttpServletRequest request, Instant at) {
        return texts.setAside(article.government(), by, article.id(), written(form, request), at);
    }

    private static String written(ArticleForm form, HttpServletRequest request) {
        var fields = new TreeMap<>(request.getParameterMap());
        fields.put("title", new String[] {form.title()});
        fields.put("summary", new String[] {form.summary()});
        fields.put("body", new String[] {form.body()});
        fields.put("image", new String[] {form.image()});
        fields.put("attachments", form.attachments().toArray(new String[0]));
        return written(fields);
    }

    private static String written(Map<String, String[]> sent) {
        var fields = new TreeMap<String, String[]>();
        sent.forEach((name, values) -> {
            // A page form's own fields are named field-…
            if (FIELDS.contains(name) || name.startsWith("field-")) fields.put(name, values);
        });
        return JSON.writeValueAsString(fields);
    }

    /** @param once the name of the form that will be shown; the old one may be used up */
    Optional<Kept> find(String government, Officer by, long article, String once) {
        return texts.find(government, by, article).flatMap(text -> kept(text, once));
    }

    /** Set aside by any officer, the newest first. */
    List<Kept> listSetAside(Article article) {
        return texts.listSetAside(article.government(), article.id()).stream()
                .flatMap(text -> kept(text, "").stream())
                .toList();
    }

    Kept setAside(Article article, long id, String once) {
        return texts.listSetAside(article.government(), article.id()).stream()
                .filter(text -> text.id() == id)
                .findFirst()
                .flatMap(text -> kept(text, once))
                .orElseThrow(() -> Refused.missing("控え"));
    }

    private static Optional<Kept> kept(UnsavedTexts.UnsavedText text, String once) {
        return fields(text.fields())
                .map(fields -> new Kept(
                        text.id(),
                        text.officer(),
                        text.name(),
                        ArticleForm.read(fields).named(once),
                        text.at()));
    }

    private static Optional<Fields> fields(String kept) {
        try {
            return Optional.of(new Fields(JSON.readValue(kept, new TypeReference<Map<String, String[]>>() {})));
        } catch (JacksonException e) {
            return Optional.empty(); // Kept by another version: what cannot be read is not offered.
        }
    }

    void drop(Article article, Officer by, long id) {
        texts.drop(article.government(), by, article.id(), id);
    }

    void forget(String government, Officer by, long article) {
        texts.forget(government, by, article);
    }
}
