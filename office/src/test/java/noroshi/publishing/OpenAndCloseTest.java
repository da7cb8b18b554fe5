package noroshi.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenAndCloseTest extends PublishingTest {

    @Test
    void aScheduledArticleOpensByTheClock() {
        var opensAt = clock.instant().plus(Duration.ofHours(1));
        var article =
                done(schedule(approved("news", content("予約")), opensAt, null)).article();
        assertThat(article.state()).isEqualTo(ArticleState.SCHEDULED);
        assertThat(announcedTopics()).containsExactly("article.changed");
        assertThat(openAndClose.handle(clock.instant())).isZero();

        clock.advance(Duration.ofMinutes(61));

        assertThat(openAndClose.handle(clock.instant())).isOne();
        assertThat(openAndClose.handle(clock.instant())).isZero();
        var opened = now(article);
        assertThat(opened.isOpen()).isTrue();
        assertThat(opened.firstPublicAt()).isEqualTo(opensAt);
        assertThat(announcedTopics()).containsExactly("article.changed", "article.changed", "article.public");
    }

    @Test
    void anArticleThatCannotBeOpenedKeepsNoOtherWaiting() throws SQLException {
        var opensAt = clock.instant().plus(Duration.ofHours(1));
        var bad =
                done(schedule(approved("news", content("一つ目")), opensAt, null)).article();
        var good =
                done(schedule(approved("news", content("二つ目")), opensAt, null)).article();
        try (var connection = asOwner();
                var statement = connection.createStatement()) {
            statement.execute("update article set public_edition = 99 where id = " + bad.id());
        }
        clock.advance(Duration.ofMinutes(61));

        assertThatThrownBy(() -> openAndClose.handle(clock.instant())).hasMessageContaining("Article " + bad.id());

        assertThat(now(good).isOpen()).isTrue();
    }

    @Test
    void whatIsPromisedIsKnownToTheSiteBeforehand() {
        var article = done(schedule(
                        approved("news", content("予約")), clock.instant().plusSeconds(60), null))
                .article();

        var promised = tenancy.in(MIYAGI, () -> publicArticles.listPromised(MIYAGI));

        assertThat(promised).hasSize(1);
        assertThat(promised.getFirst().article()).isEqualTo(article);
        assertThat(promised.getFirst().lists()).containsExactly("series:news", "site");
    }

    @Test
    void anArticleLeavesWhenItsTimeIsOver() {
        var article = done(schedule(
                        approved("news", content("募集")), null, clock.instant().plus(Duration.ofDays(1))))
                .article();
        clock.advance(Duration.ofDays(2));

        openAndClose.handle(clock.instant());

        assertThat(now(article).isGone()).isTrue();
        assertThat(announcedTopics()).containsExactly("article.changed", "article.public", "article.changed");
    }

    @Test
    void closingBeforeOpeningIsRefused() {
        var article = approved("news", content("募集"));

        assertThat(schedule(
                        article,
                        clock.instant().plus(Duration.ofDays(2)),
                        clock.instant().plus(Duration.ofDays(1))))
                .isInstanceOf(Outcome.Invalid.class);
    }

    private Article now(Article article) {
        return tenancy.in(MIYAGI, () -> articles.find(MIYAGI, article.id()).orElseThrow());
    }
}
