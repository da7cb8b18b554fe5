package noroshi.publishing;

import static noroshi.publishing.PublishingLane.EMERGENCY;
import static noroshi.publishing.PublishingLane.ORDINARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishArticleTest extends PublishingTest {

    @Test
    void anUnapprovedEditionWaits() {
        var draft = written("news", content("断水のお知らせ"));

        assertThat(publish(draft, ORDINARY, publisher)).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(announcedTopics()).isEmpty();
    }

    @Test
    void anApprovedEditionBecomesPublicAndIsAnnounced() {
        var article = published("news", content("断水のお知らせ").withAreas(List.of("041017")));

        assertThat(article.state()).isEqualTo(ArticleState.PUBLIC);
        assertThat(article.isOpen()).isTrue();
        assertThat(announcedTopics()).containsExactly("article.changed", "article.public");
        assertThat(announced.getFirst().fact("lists"))
                .isEqualTo("area:040002,area:041009,area:041017,area:r-sendai,series:news,site");
        assertThat(announced.getLast().event().facts())
                .containsEntry("first", "true")
                .containsEntry("lane", "ORDINARY");
    }

    @Test
    void publishingTwiceAnnouncesOnce() {
        var article = published("news", content("断水のお知らせ"));

        publish(article, ORDINARY, publisher);

        assertThat(announcedTopics()).hasSize(2);
    }

    @Test
    void theAuthorCannotApproveTheirOwnEdition() {
        var article = inReview(done(writeArticle.handle(
                        new WriteArticle.Command(MIYAGI, "news", content("断水のお知らせ"), admin, clock.instant())))
                .article());

        assertThat(approve(article, admin)).isInstanceOf(Outcome.NotAllowed.class);
    }

    @Test
    void aSeriesWithTwoApprovalsNeedsTwoOfficers() {
        var article = inReview(written("press", content("第1号")));

        assertThat(done(approve(article, approver)).article().state()).isEqualTo(ArticleState.REVIEW);
        assertThat(done(approve(article, approver)).article().state())
                .as("a second click is no second approval")
                .isEqualTo(ArticleState.REVIEW);
        assertThat(done(approve(article, admin)).article().state()).isEqualTo(ArticleState.APPROVED);
    }

    @Test
    void aRemandedEditionNeedsItsApprovalsAnew() {
        var article = inReview(written("press", content("第1号")));
        approve(article, approver);
        clock.advance(Duration.ofMinutes(1));
        done(remandArticle.handle(
                new RemandArticle.Command(MIYAGI, article.id(), 1, "日付を確かめてください", admin, clock.instant())));
        clock.advance(Duration.ofMinutes(1));
        inReview(article);

        assertThat(done(approve(article, approver)).article().state()).isEqualTo(ArticleState.REVIEW);
    }

    @Test
    void aSeriesWithoutApprovalsIsPublishedAtOnce() {
        assertThat(publish(written("memo", content("お知らせ")), ORDINARY, publisher))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void anAuthorCannotPublish() {
        assertThat(publish(approved("news", content("お知らせ")), ORDINARY, author)).isInstanceOf(Outcome.NotAllowed.class);
    }

    @Test
    void inAnEmergencyOnePersonPublishesAndTheReviewFollows() {
        var draft = done(writeArticle.handle(
                        new WriteArticle.Command(MIYAGI, "emergency", content("避難指示"), watch, clock.instant())))
                .article();

        var article = done(publish(draft, EMERGENCY, watch)).article();

        assertThat(article.reviewDue()).isTrue();
        announcedTopics();
        assertThat(announced.getLast().fact("lane")).isEqualTo("EMERGENCY");
        assertThat(reviewed(article, watch)).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(done(reviewed(article, approver)).article().reviewDue()).isFalse();
        assertThat(tenancy.in(MIYAGI, () -> articles.history(MIYAGI, article.id())))
                .extracting(Articles.Act::japanese)
                .containsExactly("作成", "公開", "事後確認");
    }

    @Test
    void withoutTheEmergencyRoleNobodyTakesTheEmergencyLane() {
        assertThat(publish(written("news", content("お知らせ")), EMERGENCY, publisher))
                .isInstanceOf(Outcome.NotAllowed.class);
    }

    @Test
    void anAdministratorVouchesForApprovalsOfAnotherSystemOnTheRecord() {
        var draft = written("press", content("第1号"));
        var by = new PublishArticle.Command(MIYAGI, draft.id(), 1, ORDINARY, null, null, true, admin, clock.instant());

        assertThat(done(publishArticle.handle(by)).article().approvedElsewhere())
                .isTrue();
        assertThat(tenancy.in(MIYAGI, () -> articles.history(MIYAGI, draft.id())))
                .extracting(Articles.Act::act)
                .contains("article.approved-elsewhere");
    }

    @Test
    void anotherGovernmentsArticleDoesNotExist() {
        var article = approved("news", content("断水のお知らせ"));
        var fromSendai = new PublishArticle.Command(
                SENDAI, article.id(), 1, ORDINARY, null, null, false, sendai, clock.instant());

        assertThat(publishArticle.handle(fromSendai)).isInstanceOf(Outcome.Missing.class);
        assertThat(publish(article, ORDINARY, sendai)).isInstanceOf(Outcome.NotAllowed.class);
    }

    @Test
    void anAdministratorOfThePrefectureActsForAMunicipality() {
        var outcome =
                writeArticle.handle(new WriteArticle.Command(SENDAI, "news", content("代行発信"), admin, clock.instant()));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    private Outcome reviewed(Article article, noroshi.people.Officer by) {
        return reviewEmergencyArticle.handle(new ReviewEmergencyArticle.Command(
                MIYAGI, article.id(), article.newestEdition(), "確認しました", by, clock.instant()));
    }
}
