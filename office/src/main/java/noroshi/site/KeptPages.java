package noroshi.site;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Public records that a restored database does not know. Reads and writes inside a door of Tenancy. */
@Repository
class KeptPages {

    private static final Pattern TITLE = Pattern.compile("<title>([^<]{1,300})</title>");
    private static final Pattern VARIANT = Pattern.compile("/[lt](/.*)");

    private final JdbcClient sql;

    KeptPages(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param title "" for what is no page of its own */
    record Record(Key key, String title) {

        static Record of(Key key, @Nullable Timeline<Value> value) {
            boolean variant = VARIANT.matcher(key.path()).matches();
            var last = value == null || variant ? null : value.steps().getLast().value();
            return new Record(key, last instanceof Value.Page page ? title(page) : "");
        }

        private static String title(Value.Page page) {
            if (!page.head().type().startsWith("text/html")) return "";
            for (var part : page.parts())
                if (part instanceof Part.Piece(Fragment fragment)) {
                    var found = TITLE.matcher(new String(fragment.plain(), StandardCharsets.UTF_8));
                    if (found.find()) return found.group(1);
                }
            return "";
        }
    }

    /** @param title as it stands in the page, with HTML's entities */
    record Kept(String government, String path, String title, Instant foundAt) {}

    /** As {@link Draft#name} writes them. */
    Set<String> names(String government) {
        return new HashSet<>(
                sql.sql("select government || path || case query when '' then '' else '?' || query end from kept_page"
                                + " where government = :government")
                        .param("government", government)
                        .query(String.class)
                        .list());
    }

    /** What is built by now is known again; what was found is new. */
    void replace(String government, Set<String> built, List<Record> found, Instant now) {
        for (var name : names(government))
            if (built.contains(name))
                sql.sql("delete from kept_page where government = :government"
                                + " and government || path || case query when '' then '' else '?' || query end = :name")
                        .param("government", government)
                        .param("name", name)
                        .update();
        for (var each : found)
            sql.sql("""
                            insert into kept_page (government, path, query, title, found_at)
                            values (:government, :path, :query, :title, :at) on conflict do nothing
                            """)
                    .param("government", government)
                    .param("path", each.key().path())
                    .param("query", each.key().query())
                    .param("title", each.title())
                    .param("at", Timestamp.from(now))
                    .update();
    }

    /** Pages with a title, of those governments that the door shows. */
    List<Kept> list(int max) {
        return sql.sql("select government, path, title, found_at from kept_page where title <> ''"
                        + " order by government, path limit :max")
                .param("max", max)
                .query((row, n) -> new Kept(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** Forgets the page with all that belongs to it, and returns it: its variants, and what lies below its address. */
    List<Key> take(String government, String path) {
        return sql
                .sql("select path, query from kept_page where government = :government")
                .param("government", government)
                .query((row, n) -> new Key(government, row.getString(1), row.getString(2)))
                .list()
                .stream()
                .filter(key -> belongs(key.path(), path))
                .peek(key -> sql.sql(
                                "delete from kept_page where government = :government and path = :path and query = :query")
                        .param("government", government)
                        .param("path", key.path())
                        .param("query", key.query())
                        .update())
                .toList();
    }

    private static boolean belongs(String path, String page) {
        var variant = VARIANT.matcher(path);
        var plain = variant.matches() ? variant.group(1) : path;
        return plain.equals(page) || plain.startsWith(page.endsWith("/") ? page : page + "/");
    }
}
