package noroshi.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import noroshi.publishing.FormerPlaces.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Places in lists for old articles. An article always goes to the end of its lists; many old ones would stand there before today's news. So
 * where they are older than what is there, they are put between by their dates, once, and the whole site is built anew after it.
 */
@Repository
class MergedLists {

    private final JdbcClient sql;

    MergedLists(JdbcClient sql) {
        this.sql = sql;
    }

    private record Standing(long article, long position, Instant since) {}

    /** @param incoming by list: articles with their dates, the oldest first */
    FormerPlaces enter(String government, TreeMap<String, Map<Long, Instant>> incoming) {
        var former = new ArrayList<Place>();
        // In the order of their names, as every publication takes these locks.
        incoming.forEach((list, articles) -> {
            long end = lock(government, list);
            former.add(new Place(list, FormerPlaces.END, end));
            var standing = standing(government, list);
            var first = articles.values().iterator().next();
            boolean atEnd =
                    standing.isEmpty() || !first.isBefore(standing.getLast().since());
            if (atEnd) append(government, list, end, List.copyOf(articles.keySet()));
            else former.addAll(merge(government, list, standing, articles));
        });
        return new FormerPlaces(former);
    }

    private long lock(String government, String list) {
        return sql.sql("""
                        insert into list_end (government, list, position) values (:government, :list, 0)
                        on conflict (government, list) do update set position = list_end.position returning position
                        """)
                .param("government", government)
                .param("list", list)
                .query(Long.class)
                .single();
    }

    private List<Standing> standing(String government, String list) {
        return sql.sql("""
                        select l.article, l.position, coalesce(a.first_public_at, a.created_at) since from listing l
                          join article a on a.government = l.government and a.id = l.article
                         where l.government = :government and l.list = :list order by l.position
                        """)
                .param("government", government)
                .param("list", list)
                .query((row, n) -> new Standing(
                        row.getLong("article"),
                        row.getLong("position"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    private void append(String government, String list, long end, List<Long> articles) {
        insert(government, list, end + 1, articles);
        setEnd(government, list, end + articles.size());
    }

    /** What stands there keeps its order; empty places of what left are given up. */
    private List<Place> merge(String government, String list, List<Standing> standing, Map<Long, Instant> incoming) {
        var order = new ArrayList<Long>();
        int next = 0;
        for (var entry : incoming.entrySet()) {
            while (next < standing.size() && !standing.get(next).since().isAfter(entry.getValue()))
                order.add(standing.get(next++).article());
            order.add(entry.getKey());
        }
        while (next < standing.size()) order.add(standing.get(next++).article());
        clear(government, list);
        insert(government, list, 1, order);
        setEnd(government, list, order.size());
        return standing.stream()
                .map(one -> new Place(list, one.article(), one.position()))
                .toList();
    }

    /** Puts the lists back as they stood; what came since, and is not among those taken in, follows at their ends. */
    void restore(String government, FormerPlaces former) {
        var byList = new TreeMap<String, List<Place>>();
        for (var place : former.places())
            byList.computeIfAbsent(place.list(), name -> new ArrayList<>()).add(place);
        byList.forEach((list, places) -> {
            lock(government, list);
            var before = new HashMap<Long, Long>();
            places.forEach(place -> before.put(place.article(), place.position()));
            long end = before.getOrDefault(FormerPlaces.END, 0L);
            boolean moved = before.size() > 1;
            var present = standing(government, list);
            var positions = new ArrayList<Place>();
            for (var one : present) {
                long position = one.position();
                if (moved || position > end) {
                    Long was = before.get(one.article());
                    position = was == null ? ++end : was;
                }
                positions.add(new Place(list, one.article(), position));
            }
            clear(government, list);
            place(government, positions);
            if (end == 0) dropEnd(government, list);
            else setEnd(government, list, end);
        });
    }

    private void clear(String government, String list) {
        sql.sql("delete from listing where government = :government and list = :list")
                .param("government", government)
                .param("list", list)
                .update();
    }

    private void insert(String government, String list, long first, List<Long> articles) {
        sql.sql("""
                        insert into listing (government, list, position, article)
                        select :government, :list, :first + n - 1, article
                          from unnest(:articles::bigint[]) with ordinality x (article, n)
                        """)
                .param("government", government)
                .param("list", list)
                .param("first", first)
                .param("articles", articles.toArray(Long[]::new))
                .update();
    }

    private void place(String government, List<Place> places) {
        sql.sql("""
                        insert into listing (government, list, position, article)
                        select :government, list, position, article
                          from unnest(:list::text[], :position::bigint[], :article::bigint[]) x (list, position, article)
                        """)
                .param("government", government)
                .param("list", places.stream().map(Place::list).toArray(String[]::new))
                .param("position", places.stream().map(Place::position).toArray(Long[]::new))
                .param("article", places.stream().map(Place::article).toArray(Long[]::new))
                .update();
    }

    private void setEnd(String government, String list, long end) {
        sql.sql("update list_end set position = :end where government = :government and list = :list")
                .param("government", government)
                .param("list", list)
                .param("end", end)
                .update();
    }

    private void dropEnd(String government, String list) {
        sql.sql("delete from list_end where government = :government and list = :list")
                .param("government", government)
                .param("list", list)
                .update();
    }
}
