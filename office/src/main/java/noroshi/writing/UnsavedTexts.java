package noroshi.writing;

import static noroshi.platform.Require.require;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an officer has typed and not saved, by article: it survives a closed window, a lost session and a crash.
 *
 * <p>Each officer sees only their own. It is no edition, nobody approves or publishes it, and saving the article forgets it.
 */
@Component
public final class UnsavedTexts {

    /** The longest body twice over. */
    public static final int CHARACTERS_MAX = 400_000;
    /** Of one officer; the oldest go first. */
    static final int TEXTS_MAX = 50;

    static final int DAYS_MAX = 30;
    /** The article's number of a text that is none yet. */
    public static final long NEW = 0;

    private final Tenancy tenancy;
    private final JdbcClient sql;

    UnsavedTexts(Tenancy tenancy, JdbcClient sql) {
        this.tenancy = tenancy;
        this.sql = sql;
    }

    /** @param fields whatever the screen needs to fill its form again */
    public record Kept(long article, String fields, Instant at) {}

    /** @return false: too long, nothing was kept */
    public boolean keep(String government, Officer by, long article, String fields, Instant at) {
        require(article >= 0, "article (%d)", article);
        if (fields.length() > CHARACTERS_MAX || !by.mayActFor(government)) return false;
        tenancy.run(government, () -> {
            sql.sql("""
                            insert into unsaved_text (government, officer, article, fields, at)
                            values (:government, :officer, :article, :fields, :at)
                            on conflict (government, officer, article) do update set fields = :fields, at = :at
                            """)
                    .param("government", government)
                    .param("officer", by.id())
                    .param("article", article)
                    .param("fields", fields)
                    .param("at", Timestamp.from(at))
                    .update();
            sql.sql("""
                            delete from unsaved_text where government = :government and officer = :officer and (at < :since or article not in
                                (select article from unsaved_text where government = :government and officer = :officer
                                  order by at desc limit :max))
                            """)
                    .param("government", government)
                    .param("officer", by.id())
                    .param("since", Timestamp.from(at.minus(java.time.Duration.ofDays(DAYS_MAX))))
                    .param("max", TEXTS_MAX)
                    .update();
        });
        return true;
    }

    public Optional<Kept> find(String government, Officer by, long article) {
        return tenancy.in(government, () -> sql.sql("""
                        select article, fields, at from unsaved_text
                         where government = :government and officer = :officer and article = :article
                        """)
                .param("government", government)
                .param("officer", by.id())
                .param("article", article)
                .query((row, n) -> new Kept(
                        row.getLong("article"),
                        row.getString("fields"),
                        row.getTimestamp("at").toInstant()))
                .optional());
    }

    public void forget(String government, Officer by, long article) {
        tenancy.run(government, () -> sql.sql(
                        "delete from unsaved_text where government = :government and officer = :officer and article = :article")
                .param("government", government)
                .param("officer", by.id())
                .param("article", article)
                .update());
    }
}
