package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import noroshi.people.Officer;
import noroshi.writing.UnsavedTexts;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The article form as it was when its window was lost. */
@Component
class KeptForms {

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

    record Kept(ArticleForm form, Instant at) {}

    boolean keep(String government, Officer by, long article, Map<String, String[]> sent, Instant at) {
        var fields = new TreeMap<String, String[]>();
        sent.forEach((name, values) -> {
            // A page form's own fields are named field-…
            if (FIELDS.contains(name) || name.startsWith("field-")) fields.put(name, values);
        });
        return texts.keep(government, by, article, JSON.writeValueAsString(fields), at);
    }

    /** The form as it is now, which may be more than the browser sent. */
    void keep(String government, Officer by, long article, ArticleForm form, HttpServletRequest request, Instant at) {
        var fields = new TreeMap<>(request.getParameterMap());
        fields.put("title", new String[] {form.title()});
        fields.put("summary", new String[] {form.summary()});
        fields.put("body", new String[] {form.body()});
        fields.put("image", new String[] {form.image()});
        fields.put("attachments", form.attachments().toArray(new String[0]));
        keep(government, by, article, fields, at);
    }

    /** @param once the name of the form that will be shown; the old one may be used up */
    Optional<Kept> find(String government, Officer by, long article, String once) {
        return texts.find(government, by, article).flatMap(kept -> fields(kept.fields())
                .map(fields -> new Kept(ArticleForm.read(fields).named(once), kept.at())));
    }

    Optional<Fields> findFields(String government, Officer by, long article) {
        return texts.find(government, by, article).flatMap(kept -> fields(kept.fields()));
    }

    private static Optional<Fields> fields(String kept) {
        try {
            return Optional.of(new Fields(JSON.readValue(kept, new TypeReference<Map<String, String[]>>() {})));
        } catch (JacksonException e) {
            return Optional.empty(); // Kept by another version: what cannot be read is not offered.
        }
    }

    void forget(String government, Officer by, long article) {
        texts.forget(government, by, article);
    }
}
