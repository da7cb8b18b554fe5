package noroshi.views;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions about a government's views. Inside its door. */
@Repository
public class Views {

    private final JdbcClient sql;

    public Views(JdbcClient sql) {
        this.sql = sql;
    }

    /** How finely time is told. */
    public enum Grain {
        HOUR("hour"),
        DAY("day");

        private final String word;

        Grain(String word) {
            this.word = word;
        }
    }

    /** @param at beginning of the hour, or of the day in Japan */
    public record Count(Instant at, long full, long lite, long text) {
        public long all() {
            return full + lite + text;
        }
    }

    /** @param path in the full variant; {@code *} stands for those beyond what beacons count one by one */
    public record Page(String path, long full, long lite, long text) {
        public long all() {
            return full + lite + text;
        }
    }

    /** Only times with views, the oldest first. */
    public List<Count> over(String government, Grain grain, Instant from, Instant until) {
        return sql.sql("""
                        select date_trunc('%s', hour, 'Asia/Tokyo') as at,
                               coalesce(sum(views) filter (where variant = 'full'), 0) as full_views,
                               coalesce(sum(views) filter (where variant = 'lite'), 0) as lite_views,
                               coalesce(sum(views) filter (where variant = 'text'), 0) as text_views
                          from view_count
                         where government = :government and hour >= :from and hour < :until
                         group by 1 order by 1
                        """.formatted(grain.word))
                .param("government", government)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query((row, number) -> new Count(
                        row.getTimestamp("at").toInstant(),
                        row.getLong("full_views"),
                        row.getLong("lite_views"),
                        row.getLong("text_views")))
                .list();
    }

    /** The pages looked at most. */
    public List<Page> top(String government, Instant from, Instant until, int most) {
        return sql.sql("""
                        select path,
                               coalesce(sum(views) filter (where variant = 'full'), 0) as full_views,
                               coalesce(sum(views) filter (where variant = 'lite'), 0) as lite_views,
                               coalesce(sum(views) filter (where variant = 'text'), 0) as text_views
                          from view_count
                         where government = :government and hour >= :from and hour < :until
                         group by path order by sum(views) desc, path limit :most
                        """)
                .param("government", government)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("most", most)
                .query((row, number) -> new Page(
                        row.getString("path"),
                        row.getLong("full_views"),
                        row.getLong("lite_views"),
                        row.getLong("text_views")))
                .list();
    }

    /** Every page that was looked at since then, in whatever variant. */
    public Map<String, Long> perPath(String government, Instant from) {
        var perPath = new HashMap<String, Long>();
        sql.sql("""
                        select path, sum(views) as views from view_count
                         where government = :government and hour >= :from group by path
                        """)
                .param("government", government)
                .param("from", Timestamp.from(from))
                .query(row -> {
                    perPath.put(row.getString("path"), row.getLong("views"));
                });
        return perPath;
    }

    /** Since when views of this government are counted. */
    public Optional<Instant> since(String government) {
        return sql.sql("select hour from view_count where government = :government order by hour limit 1")
                .param("government", government)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
