package noroshi.care;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What can be found in the office, kept as it changes. Inside a worker's door. */
@Repository
class SearchStore {

    static final int SHOWN_CHARACTERS_MAX = 100_000;

    private final JdbcClient sql;

    SearchStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param text what is searched and shown beside the title */
    record Entry(
            String government,
            CareQueue.Kind kind,
            String subject,
            Instant at,
            String state,
            String series,
            String department,
            String title,
            String text) {}

    void put(Entry entry) {
        var title = Grams.shown(entry.title());
        var text = Grams.shown(entry.text());
        var shown = text.length() <= SHOWN_CHARACTERS_MAX ? text : text.substring(0, SHOWN_CHARACTERS_MAX);
        var folded = Grams.folded(title) + "\n" + Grams.folded(shown);
        sql.sql("""
                        insert into search_entry (government, kind, subject, at, state, series, department, title, shown, folded, grams)
                        values (:government, :kind, :subject, :at, :state, :series, :department, :title, :shown, :folded, :grams)
                        on conflict (government, kind, subject) do update
                           set at = :at, state = :state, series = :series, department = :department, title = :title,
                               shown = :shown, folded = :folded, grams = :grams
                        """)
                .param("government", entry.government())
                .param("kind", entry.kind().code())
                .param("subject", entry.subject())
                .param("at", Timestamp.from(entry.at()))
                .param("state", entry.state())
                .param("series", entry.series())
                .param("department", entry.department())
                .param("title", title)
                .param("shown", shown)
                .param("folded", folded)
                .param("grams", Grams.of(entry.government(), folded))
                .update();
    }

    void forget(String government, CareQueue.Kind kind, String subject) {
        sql.sql("delete from search_entry where government = :government and kind = :kind and subject = :subject")
                .param("government", government)
                .param("kind", kind.code())
                .param("subject", subject)
                .update();
    }
}
