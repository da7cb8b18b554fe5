package noroshi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublishAutomaticallyTest extends PublishingTest {

    @Test
    void theSameFactTwiceChangesNothing() {
        var first = done(take("震度７"));
        var second = done(take("震度７"));

        assertThat(second).isEqualTo(first);
        assertThat(announcedTopics()).containsExactly("article.changed", "article.public");
    }

    @Test
    void newWordsAreANewEditionOfTheSameArticle() {
        var first = done(take("震度６強"));
        var second = done(take("震度７"));

        assertThat(second.article().id()).isEqualTo(first.article().id());
        assertThat(second.edition().number()).isEqualTo(2);
        assertThat(second.article().isOpen()).isTrue();
        assertThat(second.article().reviewDue()).isFalse();
    }

    @Test
    void whatTheSystemWithdrewMayComeBack() {
        done(take("震度７"));
        done(publishAutomatically.withdraw(MIYAGI, "jma:1", "取消", clock.instant()));

        assertThat(done(take("震度７")).article().isOpen()).isTrue();
    }

    @Test
    void whatAnOfficerWithdrewStaysAway() {
        var article = done(take("震度７")).article();
        done(withdrawArticle.handle(new WithdrawArticle.Command(
                MIYAGI, article.id(), article.newestEdition(), "誤報", publisher, clock.instant())));

        assertThat(take("震度７")).isInstanceOf(Outcome.NotAllowed.class);
    }

    @Test
    void theSystemCannotSignIn() {
        done(take("震度７"));

        assertThat(tenancy.in(MIYAGI, () -> officers.list(MIYAGI)))
                .extracting(o -> o.login())
                .doesNotContain("system-040002");
    }

    private Outcome take(String title) {
        return publishAutomatically.handle(new PublishAutomatically.Command(
                MIYAGI,
                "emergency",
                "jma:1",
                content(title).withAreas(List.of("040002")),
                Change.update(),
                PublishingLane.EMERGENCY,
                null,
                clock.instant()));
    }
}
