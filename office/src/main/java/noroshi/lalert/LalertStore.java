package noroshi.lalert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import noroshi.lalert.LalertEntry.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Append-only. */
@Repository
class LalertStore {

    private final JdbcClient sql;

    LalertStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Nobody else makes documents of a government until the transaction ends. */
    void hold(String government) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:government, 7007))::text")
                .param("government", government)
                .query(String.class)
                .single();
    }

    /** The revision made last of a thread. */
    Optional<LalertEntry> newest(String government, Kind kind, String thread) {
        return sql.sql("""
            select * from lalert_document where government = :government and kind = :kind and thread = :thread
             order by id desc limit 1
            """)
                .param("government", government)
                .param("kind", code(kind))
                .param("thread", thread)
                .query(LalertStore::row)
                .optional();
    }

    /** When the first revision of a document was made. */
    Instant first(String government, UUID document) {
        return sql.sql(
                        "select min(made_at) from lalert_document where government = :government and document = :document")
                .param("government", government)
                .param("document", document)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    Optional<LalertEntry> find(String government, long id) {
        return sql.sql("select * from lalert_document where government = :government and id = :id")
                .param("government", government)
                .param("id", id)
                .query(LalertStore::row)
                .optional();
    }

    /** The newest first, without what stands in them: one may be as long as a town has shelters. */
    List<LalertEntry> newest(String government, int max) {
        return sql.sql("""
            select government, id, kind, thread, document, revision, ended, mark, title, '' as told, '' as xml, made_at
              from lalert_document where government = :government order by id desc limit :max
            """)
                .param("government", government)
                .param("max", max)
                .query(LalertStore::row)
                .list();
    }

    /** Its own id is ignored. */
    void add(LalertEntry entry) {
        sql.sql("""
            insert into lalert_document (government, kind, thread, document, revision, ended, mark, title, told, xml, made_at)
            values (:government, :kind, :thread, :document, :revision, :ended, :mark, :title, :told, :xml, :madeAt)
            """)
                .param("government", entry.government())
                .param("kind", code(entry.kind()))
                .param("thread", entry.thread())
                .param("document", entry.document())
                .param("revision", entry.revision())
                .param("ended", entry.ended())
                .param("mark", entry.mark())
                .param("title", entry.title())
                .param("told", entry.told())
                .param("xml", entry.xml())
                .param("madeAt", Timestamp.from(entry.madeAt()))
                .update();
    }

    private static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static LalertEntry row(ResultSet row, int n) throws SQLException {
        return new LalertEntry(
                row.getString("government"),
                row.getLong("id"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("thread"),
                row.getObject("document", UUID.class),
                row.getInt("revision"),
                row.getBoolean("ended"),
                row.getString("mark"),
                row.getString("title"),
                row.getString("told"),
                row.getString("xml"),
                row.getTimestamp("made_at").toInstant());
    }
}
