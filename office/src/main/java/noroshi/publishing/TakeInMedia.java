package noroshi.publishing;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that come from another site: the same look at their content as every upload, but words may still be missing. */
@Component
public final class TakeInMedia {

    private final JdbcClient sql;
    private final MediaShelf shelf;

    TakeInMedia(JdbcClient sql, MediaShelf shelf) {
        this.sql = sql;
        this.shelf = shelf;
    }

    public sealed interface Looked {

        /** @param content without the place and camera that a photograph carries */
        record Fit(MediaFact media, byte[] content) implements Looked {}

        /** @param reason what it is and what to do (Japanese) */
        record Refused(String reason) implements Looked {}
    }

    /** Pure. @param name as the old site had it */
    public static Looked look(String name, byte[] sent, String alt, String caption) {
        var content = MediaCheck.isJpeg(sent) ? JpegPrivacy.cleaned(sent) : sent;
        return switch (MediaCheck.look(name, content)) {
            case MediaCheck.Found.Refused(var reason) -> new Looked.Refused(reason);
            case MediaCheck.Found.Image image ->
                new Looked.Fit(AddMedia.fact(name, content, alt, caption, image), content);
            case MediaCheck.Found.Attachment file ->
                new Looked.Fit(AddMedia.fact(name, content, caption, file), content);
        };
    }

    /** Inside the caller's transaction. False: the same bytes were there already, with words that stay. */
    public boolean keep(String government, MediaFact media, byte[] content, long by, Instant at) {
        if (shelf.find(government, media.hash()).isPresent()) return false;
        shelf.put(government, media, content, by, at);
        return true;
    }

    /** Removes those that no edition shows. Inside the caller's transaction. @return what was removed */
    public Set<String> takeBack(String government, Collection<String> hashes) {
        return new TreeSet<>(sql.sql("""
                        delete from media m where m.government = :government and m.hash = any (:hashes)
                           and not exists (select from edition_media k where k.government = m.government and k.media = m.hash)
                           and not exists (select from edition e where e.government = m.government and e.image = m.hash)
                        returning m.hash
                        """)
                .param("government", government)
                .param("hashes", hashes.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
