package noroshi.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import noroshi.site.page.MediaFacts;
import noroshi.site.page.Window;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files and who shows them. */
@Repository
class MediaReader {

    private final JdbcClient sql;

    MediaReader(JdbcClient sql) {
        this.sql = sql;
    }

    byte[] content(String government, String hash) {
        return sql.sql("select content from media where government = :government and hash = :hash")
                .param("government", government)
                .param("hash", hash)
                .query(byte[].class)
                .single();
    }

    /** When the public editions that use a file are open; empty: nobody may see it any longer. */
    List<Window> windows(String government, String hash) {
        return sql
                .sql("""
                        select a.opens_at, a.closes_at from edition_media k
                          join article a on a.government = k.government and a.id = k.article and a.public_edition = k.edition
                         where k.government = :government and k.media = :hash
                        union
                        select a.opens_at, a.closes_at from edition e
                          join article a on a.government = e.government and a.id = e.article and a.public_edition = e.number
                         where e.government = :government and e.image = :hash
                        union
                        select null, null from (select look from site_release where government = :government
                                                 order by number desc limit 1) r
                         where position(:hash in r.look) > 0
                        """)
                .param("government", government)
                .param("hash", hash)
                .query((row, n) -> Optional.ofNullable(Window.of(instant(row, "opens_at"), instant(row, "closes_at"))))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Every file that any edition of an article ever used. */
    List<MediaFacts> ofArticle(String government, long article) {
        return sql.sql("""
                        select distinct m.hash, m.name, m.type, m.extension, m.bytes, m.width, m.height, m.alt, m.caption
                          from media m
                         where m.government = :government and m.hash in (
                            select media from edition_media where government = :government and article = :article
                            union select image from edition
                             where government = :government and article = :article and image is not null)
                        """)
                .param("government", government)
                .param("article", article)
                .query((row, n) -> new MediaFacts(
                        row.getString("hash"),
                        row.getString("name"),
                        row.getString("type"),
                        row.getString("extension"),
                        row.getLong("bytes"),
                        row.getInt("width"),
                        row.getInt("height"),
                        Objects.requireNonNullElse(row.getString("alt"), ""),
                        Objects.requireNonNullElse(row.getString("caption"), "")))
                .list();
    }

    /** Those of the hashes that are images of the government. */
    Map<String, MediaFacts> images(String government, Collection<String> hashes) {
        if (hashes.isEmpty()) return Map.of();
        return sql
                .sql("""
                        select hash, name, type, extension, bytes, coalesce(width, 0) width, coalesce(height, 0) height, alt, caption
                          from media where government = :government and kind = 'image' and hash in (:hashes)
                        """)
                .param("government", government)
                .param("hashes", hashes)
                .query(MediaFacts.class)
                .list()
                .stream()
                .collect(Collectors.toMap(MediaFacts::hash, m -> m));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
