package noroshi.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import noroshi.standards.jma.Body;
import noroshi.standards.jma.Telegram;
import noroshi.standards.jma.TelegramReader;
import noroshi.standards.jma.TelegramRejected;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Telegrams as they came, byte for byte. */
@Repository
class TelegramStore {

    private final JdbcClient sql;

    TelegramStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** One event's telegrams are worked on by one transaction at a time. */
    void lock(String event) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:event, 7002))::text")
                .param("event", event)
                .query(String.class)
                .list();
    }

    /** False if this telegram was here before. */
    boolean add(
            String government,
            int replay,
            Telegram telegram,
            byte[] content,
            boolean stale,
            List<String> events,
            Instant now) {
        return sql.sql("""
                                insert into telegram (government, replay, identity, kind, title, status, info_type, report_at, received_at,
                                                      stale, interpreted, events, content)
                                values (:government, :replay, :identity, :kind, :title, :status, :infoType, :reportAt, :now,
                                        :stale, :interpreted, :events, :content)
                                on conflict (government, replay, identity) do nothing
                                """)
                        .param("government", government)
                        .param("replay", replay)
                        .param("identity", telegram.identity().toString())
                        .param("kind", telegram.kind())
                        .param("title", telegram.head().title())
                        .param("status", telegram.control().status().name())
                        .param("infoType", telegram.head().infoType().name())
                        .param("reportAt", Timestamp.from(telegram.head().reportDateTime()))
                        .param("now", Timestamp.from(now))
                        .param("stale", stale)
                        .param("interpreted", !(telegram.body() instanceof Body.NotInterpreted))
                        .param("events", events.toArray(String[]::new))
                        .param("content", content)
                        .update()
                == 1;
    }

    /** @param shift added to every instant; zero in real life */
    List<Received> ofEvent(String government, int replay, String event, Duration shift) {
        return sql.sql("""
                        select kind, content, stale from telegram
                         where government = :government and replay = :replay and events @> array[:event]::text[]
                        """)
                .param("government", government)
                .param("replay", replay)
                .param("event", event)
                .query((row, n) -> received(row, shift))
                .list();
    }

    void attach(String government, int replay, String event, long article) {
        sql.sql("""
                        update telegram set article = :article
                         where government = :government and replay = :replay and events @> array[:event]::text[]
                           and article is distinct from :article
                        """)
                .param("article", article)
                .param("government", government)
                .param("replay", replay)
                .param("event", event)
                .update();
    }

    @Nullable
    Long findArticle(String government, int replay, String event) {
        return sql.sql("""
                        select article from telegram
                         where government = :government and replay = :replay and events @> array[:event]::text[] and article is not null
                         limit 1
                        """)
                .param("government", government)
                .param("replay", replay)
                .param("event", event)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    List<StoredTelegram> newest(String government, int max) {
        return sql.sql("""
                        select id, replay, kind, title, status, info_type, report_at, received_at, stale, interpreted, article
                          from telegram where government = :government order by received_at desc, id desc limit :max
                        """)
                .param("government", government)
                .param("max", max)
                .query((row, n) -> {
                    var article = row.getLong("article");
                    return new StoredTelegram(
                            row.getLong("id"),
                            row.getInt("replay"),
                            row.getString("kind"),
                            row.getString("title"),
                            row.getString("status"),
                            row.getString("info_type"),
                            row.getTimestamp("report_at").toInstant(),
                            row.getTimestamp("received_at").toInstant(),
                            row.getBoolean("stale"),
                            row.getBoolean("interpreted"),
                            article == 0 ? null : article);
                })
                .list();
    }

    private static Received received(ResultSet row, Duration shift) throws SQLException {
        try {
            return new Received(
                    TelegramReader.read(row.getBytes("content"), row.getString("kind"), shift),
                    row.getBoolean("stale"));
        } catch (TelegramRejected e) {
            throw new IllegalStateException("A stored telegram cannot be read again: " + e.getMessage(), e);
        }
    }
}
