package noroshi.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Images and attachments, named by the hash of their bytes. Reads inside a door of Tenancy. */
@Repository
public class MediaShelf {

    private final JdbcClient sql;

    public MediaShelf(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<MediaFact> find(String government, String hash) {
        return sql.sql("select %s from media m where m.government = :government and m.hash = :hash"
                        .formatted(MediaRows.FACT))
                .param("government", government)
                .param("hash", hash)
                .query(MediaRows::fact)
                .optional();
    }

    public Optional<byte[]> findContent(String government, String hash) {
        return sql.sql("select content from media where government = :government and hash = :hash")
                .param("government", government)
                .param("hash", hash)
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }

    /** The newest first. @param kind null: both */
    public List<MediaFact> list(String government, MediaFact.@Nullable Kind kind, int max) {
        return sql.sql("""
                        select %s from media m where m.government = :government and (:kind::text is null or m.kind = :kind)
                         order by m.uploaded_at desc, m.hash limit :max
                        """.formatted(MediaRows.FACT))
                .param("government", government)
                .param("kind", kind == null ? null : kind.name().toLowerCase(Locale.ROOT))
                .param("max", max)
                .query(MediaRows::fact)
                .list();
    }

    /**
     * The same bytes once more: they stay. The words are the newer ones, unless an edition beyond a draft shows them: what was
     * approved must not change afterwards.
     */
    void put(String government, MediaFact media, byte[] content, long by, Instant at) {
        sql.sql("""
                        insert into media (government, hash, kind, name, type, extension, bytes, width, height, alt, caption,
                               uploaded_by, uploaded_at, content)
                        values (:government, :hash, :kind, :name, :type, :extension, :bytes, :width, :height, :alt, :caption,
                               :by, :at, :content)
                        on conflict (government, hash) do update set name = :name, alt = :alt, caption = :caption
                         where not exists (
                            select from (select article, edition from edition_media
                                          where government = :government and media = :hash
                                         union all
                                         select article, number from edition
                                          where government = :government and image = :hash) shown
                              join article a on a.government = :government and a.id = shown.article
                             where shown.edition = a.public_edition
                                or shown.edition = a.newest_edition and a.state in ('review', 'approved', 'scheduled'))
                        """)
                .param("government", government)
                .param("hash", media.hash())
                .param("kind", media.kind().name().toLowerCase(Locale.ROOT))
                .param("name", media.name())
                .param("type", media.type())
                .param("extension", media.extension())
                .param("bytes", media.bytes())
                .param("width", media.width())
                .param("height", media.height())
                .param("alt", media.alt())
                .param("caption", media.caption())
                .param("by", by)
                .param("at", ArticleRows.column(at))
                .param("content", content)
                .update();
    }
}
