package noroshi.publishing;

import static noroshi.publishing.PublishingLane.ORDINARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 差し替え: readers see the public edition until the newer one takes its place. */
class ReplacementTest extends PublishingTest {

    private static final byte[] CSV = "避難所,定員\n第一小,200\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void thePublicEditionStaysUntilThePromisedTime() {
        var article = published("news", content("一"));
        var approved = approvedRevision(article, content("二"));

        var promised = done(schedule(approved, clock.instant().plusSeconds(3_600), null))
                .article();

        assertThat(promised.state()).isEqualTo(ArticleState.SCHEDULED);
        assertThat(promised.isOpen()).isTrue();
        assertThat(title(article)).isEqualTo("一");
        clock.advance(Duration.ofMinutes(59));
        openAndClose.handle(clock.instant());
        assertThat(title(article)).isEqualTo("一");
        clock.advance(Duration.ofMinutes(2));
        openAndClose.handle(clock.instant());
        assertThat(title(article)).isEqualTo("二");
        assertThat(now(article).state()).isEqualTo(ArticleState.PUBLIC);
        assertThat(openAndClose.handle(clock.instant())).isZero();
    }

    @Test
    void aReplacementTakenBackNeverHappens() {
        var article = published("news", content("一"));
        var promised = done(schedule(
                        approvedRevision(article, content("二")), clock.instant().plusSeconds(60), null))
                .article();

        var after = done(cancelReplacement.handle(
                        new CancelReplacement.Command(MIYAGI, article.id(), 2, publisher, clock.instant())))
                .article();
        clock.advance(Duration.ofHours(1));
        openAndClose.handle(clock.instant());

        assertThat(promised.state()).isEqualTo(ArticleState.SCHEDULED);
        assertThat(after.state()).isEqualTo(ArticleState.APPROVED);
        assertThat(title(article)).isEqualTo("一");
        assertThat(done(publish(after, ORDINARY, publisher)).article().publicEdition())
                .isEqualTo(2);
    }

    @Test
    void anEditionWrittenMeanwhileWaitsForItsOwnApproval() {
        var article = published("news", content("一"));
        var promised = done(schedule(
                        approvedRevision(article, content("二")), clock.instant().plusSeconds(60), null))
                .article();
        done(revise(promised, content("三"), Change.update()));

        clock.advance(Duration.ofMinutes(2));
        openAndClose.handle(clock.instant());

        assertThat(title(article)).isEqualTo("二");
        assertThat(now(article).state()).isEqualTo(ArticleState.DRAFT);
        assertThat(now(article).newestEdition()).isEqualTo(3);
    }

    @Test
    void whatEndsBeforeIsNotReplacedAfter() {
        var article = done(schedule(
                        approved("news", content("一")), null, clock.instant().plusSeconds(60)))
                .article();

        assertThat(schedule(
                        approvedRevision(article, content("二")), clock.instant().plusSeconds(120), null))
                .isInstanceOf(Outcome.NotAllowed.class);
    }

    @Test
    void withdrawingEndsThePromiseToo() {
        var article = published("news", content("一"));
        var promised = done(schedule(
                        approvedRevision(article, content("二")), clock.instant().plusSeconds(60), null))
                .article();
        done(withdrawArticle.handle(new WithdrawArticle.Command(
                MIYAGI, article.id(), promised.newestEdition(), "", publisher, clock.instant())));

        clock.advance(Duration.ofMinutes(2));
        assertThat(openAndClose.handle(clock.instant())).isZero();
        assertThat(now(article).publicEdition()).isNull();
    }

    @Test
    void attachmentsNeverVanishWhileADraftTakesShape() {
        var file = ((AddMedia.Outcome.Added)
                        addMedia.handle(new AddMedia.Command(MIYAGI, "避難所.csv", CSV, "", "", author, clock.instant())))
                .media();
        var article = published("news", content("一").withAttachments(List.of(file.hash())));

        var revised = done(revise(article, content("二"), Change.update())).article();
        assertThat(attachments(article)).containsExactly(file.hash());
        var promised = done(schedule(
                        done(approve(inReview(revised), approver)).article(),
                        clock.instant().plusSeconds(60),
                        null))
                .article();
        assertThat(attachments(article)).containsExactly(file.hash());
        clock.advance(Duration.ofMinutes(2));
        openAndClose.handle(clock.instant());
        assertThat(attachments(article)).isEmpty();

        var restored = done(restoreEdition.handle(
                        new RestoreEdition.Command(MIYAGI, article.id(), 1, 2, author, clock.instant())))
                .article();
        done(publish(done(approve(inReview(restored), approver)).article(), ORDINARY, publisher));
        assertThat(promised.newestEdition()).isEqualTo(2);
        assertThat(attachments(article)).containsExactly(file.hash());
        assertThat(tenancy.in(MIYAGI, () -> mediaShelf.findContent(MIYAGI, file.hash())))
                .isPresent();
    }

    private Article approvedRevision(Article article, Content content) {
        var revised = done(revise(article, content, Change.update())).article();
        return done(approve(inReview(revised), approver)).article();
    }

    private String title(Article article) {
        return seen(article).edition().title();
    }

    private List<String> attachments(Article article) {
        return seen(article).media().stream().map(MediaFact::hash).toList();
    }

    private PublicArticle seen(Article article) {
        return tenancy.in(
                MIYAGI, () -> publicArticles.find(MIYAGI, article.id()).orElseThrow());
    }

    private Article now(Article article) {
        return tenancy.in(MIYAGI, () -> articles.find(MIYAGI, article.id()).orElseThrow());
    }
}
