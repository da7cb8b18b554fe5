package noroshi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import noroshi.publishing.PublishingLane;
import noroshi.snapshot.Key;
import noroshi.snapshot.Snapshot;
import org.junit.jupiter.api.Test;

/** One article costs what it touches, whatever the size of the site. */
class CostOfOneArticleTest extends SiteTest {

    @Test
    void publishingTouchesTheSameNumberOfRecordsInASmallAndALargeSite() {
        fill(1, 50);
        buildEverything();
        publishOne("小さいとき");
        clock.advance(Duration.ofMinutes(1));
        var small = touchedBy(() -> publishOne("小さいときの二つ目"));
        fill(1_000, 500);
        buildEverything();
        publishOne("大きいとき");
        clock.advance(Duration.ofMinutes(1));

        var large = touchedBy(() -> publishOne("大きいときの二つ目"));

        System.out.printf("touched records: %d with 50 articles, %d with 550%n", small.size(), large.size());
        assertThat(large.size()).isBetween(small.size() - 9, small.size() + 9);
        assertThat(large.size()).isLessThan(80);
    }

    @Test
    void nothingElseIsTouched() {
        fill(1, 100);
        buildEverything();

        var touched = touchedBy(() -> publishOne("新しい記事"));

        assertThat(touched)
                .noneMatch(key ->
                        key.path().contains("/departments/") || key.path().startsWith("/inquiry"))
                .noneMatch(key -> key.path().contains("041009"))
                .noneMatch(key -> key.path().matches("(/[lt])?/news/p/[1-4]"))
                .anyMatch(key -> key.path().equals("/news/p/6"));
    }

    private void publishOne(String title) {
        publish(
                approved("news", content(title).withAreas(List.of("042021")).withTopics(List.of("safety"))),
                PublishingLane.ORDINARY,
                publisher);
        deliverAnnouncements();
    }

    /** The records that differ before and after. */
    private Set<Key> touchedBy(Runnable act) {
        var before = snapshot();
        act.run();
        var after = snapshot();
        var touched = new HashSet<Key>();
        keys(after).forEach(key -> {
            if (!Objects.equals(before.find(key), after.find(key))) touched.add(key);
        });
        keys(before).forEach(key -> {
            if (after.find(key) == null) touched.add(key);
        });
        return touched;
    }

    private Set<Key> keys(Snapshot snapshot) {
        return new HashSet<>(keysOf(snapshot));
    }

    /** Public articles of the series news, as publishing would have left them. */
    private void fill(int from, int count) {
        tenancy.runEverywhere(() -> Fill.news(sql, MIYAGI, author.id(), from, count, clock.instant()));
    }
}
