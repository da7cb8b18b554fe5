package noroshi.care;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import noroshi.platform.Time;
import noroshi.views.Views;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often each public page was read in the last three, six and twelve months; counted once a night. Inside a worker's door. */
@Repository
class Visits {

    private static final Pattern ARTICLE = Pattern.compile("/[a-z][a-z0-9-]*/([0-9]{1,18})(?:/[0-9]+)?");

    private final JdbcClient sql;
    private final Views views;

    Visits(JdbcClient sql, Views views) {
        this.sql = sql;
        this.views = views;
    }

    void count(String government, Instant now) {
        var here = now.atZone(Time.JAPAN);
        var three = perArticle(government, here.minusMonths(3));
        var six = perArticle(government, here.minusMonths(6));
        var twelve = perArticle(government, here.minusMonths(12));
        sql.sql("delete from page_visit where government = :government")
                .param("government", government)
                .update();
        sql.sql("""
                        insert into page_visit (government, article, months3, months6, months12)
                        select :government, x.article, x.three, x.six, x.twelve
                          from unnest(:articles::bigint[], :three::bigint[], :six::bigint[], :twelve::bigint[])
                               x (article, three, six, twelve)
                          join article a on a.government = :government and a.id = x.article
                        """)
                .param("government", government)
                .param("articles", twelve.keySet().toArray(Long[]::new))
                .param(
                        "three",
                        twelve.keySet().stream()
                                .map(id -> three.getOrDefault(id, 0L))
                                .toArray(Long[]::new))
                .param(
                        "six",
                        twelve.keySet().stream()
                                .map(id -> six.getOrDefault(id, 0L))
                                .toArray(Long[]::new))
                .param("twelve", twelve.values().toArray(Long[]::new))
                .update();
    }

    private Map<Long, Long> perArticle(String government, ZonedDateTime from) {
        var perArticle = new HashMap<Long, Long>();
        views.perPath(government, from.toInstant()).forEach((path, count) -> {
            var article = ARTICLE.matcher(path);
            if (article.matches()) perArticle.merge(Long.parseLong(article.group(1)), count, Long::sum);
        });
        return perArticle;
    }
}
