package noroshi.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.people.Directory;
import noroshi.publishing.Articles;
import noroshi.publishing.MediaFact;
import noroshi.publishing.MediaShelf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Forms, and the typed values of editions. Reads inside a door of Tenancy. */
@Repository
public class FormShelf {

    static final int ENTRIES_MAX = 5_000;

    private final JdbcClient sql;
    private final MediaShelf media;
    private final Articles articles;
    private final Directory directory;

    FormShelf(JdbcClient sql, MediaShelf media, Articles articles, Directory directory) {
        this.sql = sql;
        this.media = media;
        this.articles = articles;
        this.directory = directory;
    }

    public List<Form> list(String government) {
        return sql.sql("""
                        select f.code, f.series, f.name, f.version, v.definition from form f
                          join form_version v on v.government = f.government and v.form = f.code and v.version = f.version
                         where f.government = :government order by f.name
                        """)
                .param("government", government)
                .query((row, n) -> form(row))
                .list();
    }

    public Optional<Form> find(String government, String code) {
        return sql.sql("""
                        select f.code, f.series, f.name, f.version, v.definition from form f
                          join form_version v on v.government = f.government and v.form = f.code and v.version = f.version
                         where f.government = :government and f.code = :code
                        """)
                .param("government", government)
                .param("code", code)
                .query((row, n) -> form(row))
                .optional();
    }

    private static Form form(java.sql.ResultSet row) throws java.sql.SQLException {
        return FormJson.form(
                row.getString("code"),
                row.getString("series"),
                row.getString("name"),
                row.getInt("version"),
                row.getString("definition"));
    }

    /** What an edition was written with: the form in the version of that time, and its values. */
    public record Written(Form form, Values values) {}

    public Optional<Written> findWritten(String government, long article, int edition) {
        return sql.sql("""
                        select f.code, f.series, f.name, e.version, v.definition, e.data from edition_form e
                          join form f on f.government = e.government and f.code = e.form
                          join form_version v on v.government = e.government and v.form = e.form and v.version = e.version
                         where e.government = :government and e.article = :article and e.edition = :edition
                        """)
                .param("government", government)
                .param("article", article)
                .param("edition", edition)
                .query((row, n) -> new Written(form(row), FormJson.values(row.getString("data"))))
                .optional();
    }

    /** The form that an article has or had; for those who must build its tables anew. */
    List<String> formsOf(String government, long article) {
        return sql.sql("select distinct form from edition_form where government = :government and article = :article")
                .param("government", government)
                .param("article", article)
                .query(String.class)
                .list();
    }

    /** Those that readers see now, the newest first. */
    List<Entry> listPublic(String government, String form) {
        return sql.sql("""
                        select a.id, e.title, d.data, coalesce(a.changed_at, a.first_public_at, e.written_at) changed, a.closes_at
                          from article a
                          join edition e on e.government = a.government and e.article = a.id and e.number = a.public_edition
                          join edition_form d on d.government = a.government and d.article = a.id and d.edition = a.public_edition
                         where a.government = :government and d.form = :form and a.opens_at is null
                         order by a.id desc limit :max
                        """)
                .param("government", government)
                .param("form", form)
                .param("max", ENTRIES_MAX)
                .query((row, n) -> new Entry(
                        row.getLong("id"),
                        row.getString("title"),
                        FormJson.values(row.getString("data")),
                        row.getTimestamp("changed").toInstant(),
                        row.getTimestamp("closes_at") == null
                                ? null
                                : row.getTimestamp("closes_at").toInstant()))
                .list();
    }

    /** What these values point to. */
    public Names names(String government, Form form, List<Values> all) {
        var files = new HashMap<String, MediaFact>();
        var titles = new HashMap<String, String>();
        for (var values : all)
            for (var field : form.fields()) {
                var value = values.part(field, 0);
                if (value.isEmpty()) continue;
                if (field.type() == FieldType.FILE || field.type() == FieldType.IMAGE)
                    media.find(government, value).ifPresent(fact -> files.put(value, fact));
                if (field.type() == FieldType.ARTICLE && value.matches("[0-9]{1,18}") && !titles.containsKey(value))
                    articles.find(government, Long.parseLong(value))
                            .flatMap(found -> articles.findEdition(government, found.id(), found.newestEdition()))
                            .ifPresent(edition -> titles.put(value, edition.title()));
            }
        Map<String, String> departments = new HashMap<>();
        if (form.fields().stream().anyMatch(field -> field.type() == FieldType.DEPARTMENT))
            directory.listDepartments(government).forEach(one -> departments.put(one.code(), one.name()));
        return new Names(files, titles, departments);
    }
}
