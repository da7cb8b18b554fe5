package noroshi.channels;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The series and areas that can be chosen, and their names. */
@Repository
class Choices {

    private final JdbcClient sql;

    Choices(JdbcClient sql) {
        this.sql = sql;
    }

    /** Without codes that do not exist: a page may be older than the office. If none is left, all are meant. */
    Interests known(String government, Interests wish) {
        var series = new HashSet<>(wish.series());
        series.retainAll(sql.sql("select code from series where government = :government")
                .param("government", government)
                .query(String.class)
                .list());
        var areas = new HashSet<>(wish.areas());
        areas.retainAll(sql.sql("select code from area").query(String.class).list());
        return new Interests(series, areas);
    }

    /** Markdown, for the reader to check. */
    String inWords(String government, Interests wish) {
        var known = known(government, wish);
        return "- 媒体：%s\n- 地域：%s"
                .formatted(
                        listed(seriesNames(government, known.series()), "すべての媒体"),
                        listed(areaNames(known.areas()), "すべての地域"));
    }

    private List<String> seriesNames(String government, Set<String> codes) {
        if (codes.isEmpty()) return List.of();
        return sql.sql("select name from series where government = :government and code in (:codes) order by position, code")
                .param("government", government)
                .param("codes", codes)
                .query(String.class)
                .list();
    }

    private List<String> areaNames(Set<String> codes) {
        if (codes.isEmpty()) return List.of();
        return sql.sql("select name from area where code in (:codes) order by position, code")
                .param("codes", codes)
                .query(String.class)
                .list();
    }

    private static String listed(List<String> names, String all) {
        return names.isEmpty() ? all : String.join("、", names);
    }
}
