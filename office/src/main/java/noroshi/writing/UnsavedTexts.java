package noroshi.writing;

import static noroshi.platform.Require.require;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * What an officer has typed and not saved, by article: it survives a closed window, a lost session, a crash, and a colleague who took over.
 *
 * <p>The text being typed is its officer's alone and is forgotten by saving. A text that could not be saved because somebody took the article
 * over is set aside (控え): colleagues may read it, and it stays until it is dropped. Neither is an edition; nobody approves or publishes it.
 */
@Component
public final class UnsavedTexts {

    /** The longest body twice over. */
    public static final int CHARACTERS_MAX = 400_000;
    /** Of one officer; the oldest go first. */
    static final int TEXTS_MAX = 50;

    static final int DAYS_MAX = 30;
    /** Of one officer and article. */
    static final int SET_ASIDE_MAX = 5;
    /** The article's number of a text that is none yet. */
    public static final long NEW = 0;

    private final Tenancy tenancy;
    private final JdbcClient sql;

    UnsavedTexts(Tenancy tenancy, JdbcClient sql) {
        this.tenancy = tenancy;
        this.sql = sql;
    }

    /** @param name the officer's; @param fields whatever the screen needs to fill its form again */
    public record UnsavedText(long id, long officer, String name, String fields, Instant at) {}

    /** @return false: too long, or no article of this government; nothing was kept */
    public boolean keep(String government, Officer by, long article, String fields, Instant at) {
        require(article >= 0, "article (%d)", article);
        if (fields.length() > CHARACTERS_MAX || !by.mayActFor(government)) return false;
        return tenancy.in(government, () -> {
            int kept = of(government, by, article, """
                            insert into unsaved_text (government, officer, article, fields, at)
                            select :government, :officer, nullif(:article, 0), :fields, :at
                             where :article = 0 or exists (select from article where government = :government and id = :article)
                            on conflict (government, officer, article) where not set_aside do update set fields = :fields, at = :at
                            """)
                    .param("fields", fields)
                    .param("at", Timestamp.from(at))
                    .update();
            sql.sql("""
                            delete from unsaved_text where government = :government and officer = :officer and not set_aside and (at < :since or id not in
                                (select id from unsaved_text where government = :government and officer = :officer and not set_aside
                                  order by at desc limit :max))
                            """)
                    .param("government", government)
                    .param("officer", by.id())
                    .param("since", Timestamp.from(at.minus(Duration.ofDays(DAYS_MAX))))
                    .param("max", TEXTS_MAX)
                    .update();
            return kept == 1;
        });
    }

    /** Keeps the text beside the article, where colleagues find it; of one officer the last few. */
    public boolean setAside(String government, Officer by, long article, String fields, Instant at) {
        return tenancy.in(government, () -> {
            if (!keep(government, by, article, fields, at)) return false;
            of(government, by, article, "update unsaved_text set set_aside = true where $own and not set_aside")
                    .update();
            of(government, by, article, """
                            delete from unsaved_text where $own and set_aside
                               and id not in (select id from unsaved_text where $own and set_aside order by at desc, id desc limit :max)
                            """).param("max", SET_ASIDE_MAX).update();
            return true;
        });
    }

    public Optional<UnsavedText> find(String government, Officer by, long article) {
        return tenancy.in(
                government,
                () -> of(government, by, article, """
                        select u.*, '' name from unsaved_text u where $own and not set_aside
                        """).query(UnsavedTexts::text).optional());
    }

    /** Of all officers, the newest first. */
    public List<UnsavedText> listSetAside(String government, long article) {
        return tenancy.in(government, () -> sql.sql("""
                        select u.*, coalesce(o.name, '県の管理者') name from unsaved_text u left join officer o on o.id = u.officer
                         where u.government = :government and u.article = :article and set_aside order by u.at desc, u.id desc
                        """)
                .param("government", government)
                .param("article", article)
                .query(UnsavedTexts::text)
                .list());
    }

    public void forget(String government, Officer by, long article) {
        tenancy.run(
                government, () -> of(government, by, article, "delete from unsaved_text where $own and not set_aside")
                        .update());
    }

    /** Only one's own. */
    public void drop(String government, Officer by, long article, long id) {
        tenancy.run(government, () -> of(
                        government, by, article, "delete from unsaved_text where $own and set_aside and id = :id")
                .param("id", id)
                .update());
    }

    private StatementSpec of(String government, Officer by, long article, String statement) {
        var own =
                "government = :government and officer = :officer and article is not distinct from nullif(:article, 0)";
        return sql.sql(statement.replace("$own", own))
                .param("government", government)
                .param("officer", by.id())
                .param("article", article);
    }

    private static UnsavedText text(ResultSet row, int n) throws SQLException {
        return new UnsavedText(
                row.getLong("id"),
                row.getLong("officer"),
                row.getString("name"),
                row.getString("fields"),
                row.getTimestamp("at").toInstant());
    }
}
