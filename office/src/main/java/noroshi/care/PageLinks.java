package noroshi.care;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import noroshi.publishing.Edition;
import noroshi.publishing.InternalLinks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the links of public pages lead, both ways round. Inside a worker's door. */
@Repository
class PageLinks {

    private final JdbcClient sql;
    private final InternalLinks internal;

    PageLinks(JdbcClient sql, InternalLinks internal) {
        this.sql = sql;
        this.internal = internal;
    }

    /** @param ownSite address of the government's public site, without a slash at the end */
    void put(Edition edition, String ownSite, Instant now) {
        var links = LinkList.of(edition.content().body(), ownSite);
        forget(edition.government(), edition.article());
        var inside = links.stream()
                .filter(link -> !link.kind().equals("outside"))
                .map(link -> inside(link.address(), ownSite))
                .toList();
        var dead = internal.dead(edition.government(), inside);
        for (int i = 0; i < links.size(); i++) {
            var link = links.get(i);
            write(edition, i, link, dead.getOrDefault(inside(link.address(), ownSite), ""));
            if (link.kind().equals("outside")) watch(edition.government(), link.target(), now);
        }
    }

    private static String inside(String address, String ownSite) {
        return address.startsWith(ownSite + "/") ? address.substring(ownSite.length()) : address;
    }

    private void write(Edition edition, int number, LinkList.Written link, String problem) {
        sql.sql("""
                        insert into page_link (government, article, number, address, kind, target, words, line, problem)
                        values (:government, :article, :number, :address, :kind, :target, :words, :line, :problem)
                        """)
                .param("government", edition.government())
                .param("article", edition.article())
                .param("number", number)
                .param("address", link.address())
                .param("kind", link.kind())
                .param("target", link.target())
                .param("words", link.words())
                .param("line", link.line())
                .param("problem", problem)
                .update();
    }

    private void watch(String government, String address, Instant now) {
        var host = java.net.URI.create(address).getHost();
        sql.sql("""
                        insert into outside_link (government, address, host, since, due_at)
                        values (:government, :address, :host, :now, :now) on conflict do nothing
                        """)
                .param("government", government)
                .param("address", address)
                .param("host", host == null ? "" : host)
                .param("now", Timestamp.from(now))
                .update();
    }

    void forget(String government, long article) {
        sql.sql("delete from page_link where government = :government and article = :article")
                .param("government", government)
                .param("article", article)
                .update();
    }

    record Leading(long article, int number, String address, String problem) {}

    /** Something appeared, moved or left: what is said of the links to it becomes true again. The pages whose links changed. */
    List<Long> judgeAnew(String government, String kind, String target) {
        var leading = sql.sql("""
                        select article, number, address, problem from page_link
                         where government = :government and kind = :kind and target = :target
                        """)
                .param("government", government)
                .param("kind", kind)
                .param("target", target)
                .query(Leading.class)
                .list();
        if (leading.isEmpty()) return List.of();
        var dead = internal.dead(
                government, leading.stream().map(Leading::address).distinct().toList());
        return leading.stream()
                .filter(link -> !link.problem().equals(dead.getOrDefault(link.address(), "")))
                .peek(link -> say(government, link, dead.getOrDefault(link.address(), "")))
                .map(Leading::article)
                .distinct()
                .toList();
    }

    private void say(String government, Leading link, String problem) {
        sql.sql("""
                        update page_link set problem = :problem
                         where government = :government and article = :article and number = :number
                        """)
                .param("problem", problem)
                .param("government", government)
                .param("article", link.article())
                .param("number", link.number())
                .update();
    }
}
