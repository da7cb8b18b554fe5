package noroshi.care;

import java.util.Arrays;
import java.util.List;
import noroshi.publishing.Edition;
import noroshi.publishing.Markdown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pages that say nearly the same. A new print is compared with those that share a band or the title, a bounded number. */
@Repository
class Twins {

    static final int LIKENESS_MIN = 75;
    private static final int COMPARED_MAX = 50;
    private static final int TITLE_CHARACTERS_MIN = 6;

    private final JdbcClient sql;

    Twins(JdbcClient sql) {
        this.sql = sql;
    }

    private record Other(long article, String title, int[] signature) {}

    void put(Edition edition) {
        forget(edition.government(), edition.article());
        var content = edition.content();
        var print = Print.of(Markdown.render(content.body()).plain());
        var title = Grams.folded(Grams.shown(content.title())).replace(" ", "");
        sql.sql("""
                        insert into page_print (government, article, edition, title, characters, signature, bands)
                        values (:government, :article, :edition, :title, :characters, :signature, :bands)
                        """)
                .param("government", edition.government())
                .param("article", edition.article())
                .param("edition", edition.number())
                .param("title", title)
                .param("characters", print.characters())
                .param("signature", boxed(print.signature()))
                .param("bands", boxed(print.bands()))
                .update();
        for (var other : others(edition, print, title)) {
            int likeness = Print.likeness(print.signature(), other.signature());
            boolean same = other.title().equals(title) && title.length() >= TITLE_CHARACTERS_MIN;
            if (same || likeness >= LIKENESS_MIN) write(edition, other.article(), likeness, same);
        }
    }

    private List<Other> others(Edition edition, Print print, String title) {
        return sql.sql("""
                        select article, title, signature from (
                            (select article, title, signature from page_print
                              where government = :government and article <> :article and bands && :bands::bigint[] limit :max)
                            union
                            (select article, title, signature from page_print
                              where government = :government and article <> :article and title = :title limit :max)) p
                        """)
                .param("government", edition.government())
                .param("article", edition.article())
                .param("bands", boxed(print.bands()))
                .param("title", title)
                .param("max", COMPARED_MAX)
                .query((row, n) -> new Other(
                        row.getLong("article"),
                        row.getString("title"),
                        Arrays.stream((Integer[]) row.getArray("signature").getArray())
                                .mapToInt(Integer::intValue)
                                .toArray()))
                .list();
    }

    private void write(Edition edition, long other, int likeness, boolean sameTitle) {
        sql.sql("""
                        insert into page_twin (government, article, other, likeness, same_title)
                        values (:government, :article, :other, :likeness, :same) on conflict do nothing
                        """)
                .param("government", edition.government())
                .param("article", Math.min(edition.article(), other))
                .param("other", Math.max(edition.article(), other))
                .param("likeness", likeness)
                .param("same", sameTitle)
                .update();
    }

    void forget(String government, long article) {
        sql.sql("delete from page_print where government = :government and article = :article")
                .param("government", government)
                .param("article", article)
                .update();
    }

    private static Integer[] boxed(int[] values) {
        return Arrays.stream(values).boxed().toArray(Integer[]::new);
    }

    private static Long[] boxed(long[] values) {
        return Arrays.stream(values).boxed().toArray(Long[]::new);
    }
}
