package noroshi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BulkArticlesTest extends PublishingTest {

    private static final List<String> TABLES =
            List.of("article", "edition", "approval", "publication", "listing", "list_end", "audit");

    private final BulkArticles bulk = new BulkArticles(sql, directory);

    @Test
    void aBulkArticleLeavesTheRowsThatTheUseCasesLeave() {
        var content = content("断水のお知らせ").withAreas(List.of("041017")).withTopics(List.of("living"));
        var byHand = published("news", content);
        var counted = counts();

        var inBulk = add(content, clock.instant(), null);

        assertThat(counts()).allSatisfy((table, rows) -> assertThat(rows)
                .as(table)
                .isEqualTo(counted.getOrDefault(table, 0L) * (table.equals("list_end") ? 1 : 2)));
        var hand = seen(byHand.id());
        var machine = seen(inBulk);
        assertThat(machine.edition().content()).isEqualTo(hand.edition().content());
        assertThat(machine.lists()).isEqualTo(hand.lists());
        assertThat(machine.article().isOpen()).isTrue();
        assertThat(tenancy.<Long>in(MIYAGI, () -> lists.place(MIYAGI, "site", inBulk)))
                .isEqualTo(2);
    }

    @Test
    void whatFollowsStandsBehindIt() {
        add(content("一"), clock.instant(), null);

        var next = published("news", content("二"));

        assertThat(tenancy.<Long>in(MIYAGI, () -> lists.place(MIYAGI, "series:news", next.id())))
                .isEqualTo(2);
    }

    @Test
    void aCorrectionAndAPromiseAreLoadedAsSuch() {
        var corrected = add(content("一"), clock.instant().minus(Duration.ofDays(2)), "日付の訂正");
        var promised = add(content("二"), clock.instant().plus(Duration.ofDays(2)), null);

        assertThat(seen(corrected).corrections())
                .extracting(PublicArticle.Correction::text)
                .containsExactly("日付の訂正");
        assertThat(seen(promised).article().state()).isEqualTo(ArticleState.SCHEDULED);
        clock.advance(Duration.ofDays(3));
        assertThat(openAndClose.handle(clock.instant())).isOne();
        assertThat(seen(promised).article().isOpen()).isTrue();
    }

    @Test
    void thousandsAreAddedInSeconds() {
        long begun = System.nanoTime();
        tenancy.runEverywhere(() -> {
            var articles = new LinkedHashMap<Long, FinishedArticle>();
            var at = clock.instant().minus(Duration.ofDays(90));
            for (var id : bulk.ids(5_000)) {
                at = at.plusSeconds(60);
                articles.put(id, finished(content("第%d号".formatted(id)).withAreas(List.of("041017")), at, null));
            }
            bulk.add(articles, clock.instant());
        });
        System.out.printf("5,000 articles in bulk: %d ms%n", (System.nanoTime() - begun) / 1_000_000);

        assertThat(tenancy.<Long>in(MIYAGI, () -> lists.lastPlace(MIYAGI, "area:r-sendai")))
                .isEqualTo(5_000);
    }

    private long add(Content content, Instant opensAt, @Nullable String correction) {
        return tenancy.everywhere(() -> {
            var id = bulk.ids(1).getFirst();
            bulk.add(Map.of(id, finished(content, opensAt, correction)), clock.instant());
            return id;
        });
    }

    private FinishedArticle finished(Content content, Instant opensAt, @Nullable String correction) {
        return new FinishedArticle(
                MIYAGI,
                "news",
                content,
                author.id(),
                approver.id(),
                publisher.id(),
                opensAt,
                null,
                correction,
                correction == null ? null : opensAt.plusSeconds(60));
    }

    private Map<String, Long> counts() {
        var counts = new LinkedHashMap<String, Long>();
        for (var table : TABLES)
            counts.put(table, tenancy.everywhere(() -> sql.sql("select count(*) from " + table)
                    .query(Long.class)
                    .single()));
        return counts;
    }

    private PublicArticle seen(long article) {
        return tenancy.in(MIYAGI, () -> publicArticles.find(MIYAGI, article).orElseThrow());
    }
}
