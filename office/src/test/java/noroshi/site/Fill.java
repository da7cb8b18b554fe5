package noroshi.site;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many public articles in a moment: the rows that publishing would have written one by one. */
final class Fill {

    private Fill() {}

    /** @param from makes titles differ; positions follow the last ones given */
    static void news(JdbcClient sql, String government, long author, int from, int count, Instant now) {
        sql.sql("""
                        with made as (
                            insert into article (government, series, state, newest_edition, public_edition, first_public_at, changed_at,
                                                 lane, created_by, created_at)
                            select :government, 'news', 'public', 1, 1,
                                   :now::timestamptz - (:count - n) * interval '1 minute', :now::timestamptz - (:count - n) * interval '1 minute',
                                   'ORDINARY', :author, :now
                              from generate_series(1, :count) n
                            returning id),
                        numbered as (select id, row_number() over (order by id) n from made),
                        written as (
                            insert into edition (government, article, number, title, summary, body, areas, topics, written_by, written_at)
                            select :government, id, 1, 'お知らせ 第' || (:from + n) || '号', '要約です。',
                                   repeat('本文の段落です。水道、電気、道路の状況をお知らせします。' || id || chr(10) || chr(10), 8),
                                   '{042021}', '{safety}', :author, :now
                              from numbered),
                        lists as (select unnest(array['site', 'series:news', 'area:042021', 'area:040002', 'topic:safety']) list),
                        ends as (select l.list, coalesce(e.position, 0) last from lists l
                                   left join list_end e on e.government = :government and e.list = l.list),
                        listed as (
                            insert into listing (government, list, position, article)
                            select :government, ends.list, ends.last + numbered.n, numbered.id from ends cross join numbered)
                        insert into list_end (government, list, position)
                        select :government, list, last + :count from ends
                        on conflict (government, list) do update set position = excluded.position
                        """)
                .param("government", government)
                .param("author", author)
                .param("from", from)
                .param("count", count)
                .param("now", Timestamp.from(now))
                .update();
    }
}
