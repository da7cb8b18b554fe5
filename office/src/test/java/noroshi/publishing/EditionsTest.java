package noroshi.publishing;

import static noroshi.publishing.PublishingLane.ORDINARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import noroshi.people.Officer;
import org.junit.jupiter.api.Test;

class EditionsTest extends PublishingTest {

    @Test
    void whoWritesOnAnOldEditionIsOvertakenAndChangesNothing() {
        var article = written("news", content("一"));
        done(revise(article, content("二"), Change.update()));

        assertThat(revise(article, content("三"), Change.update())).isEqualTo(new Outcome.Overtaken(2));
        assertThat(tenancy.in(MIYAGI, () -> articles.listEditions(MIYAGI, article.id())))
                .extracting(Edition::title)
                .containsExactly("二", "一");
    }

    @Test
    void readersSeeThePublicEditionUntilTheNewOneIsPublished() {
        var article = published("news", content("一"));
        done(revise(article, content("二"), Change.update()));

        assertThat(seen(article).edition().title()).isEqualTo("一");
    }

    @Test
    void aCorrectionIsShownWithItsDateAndWhatChanged() {
        var article = published("news", content("開始は10時"));
        clock.advance(Duration.ofHours(1));

        republished(article, content("開始は13時"), Change.correcting("開始時刻を10時から13時に訂正しました。"));

        assertThat(seen(article).corrections())
                .containsExactly(new PublicArticle.Correction(2, clock.instant(), "開始時刻を10時から13時に訂正しました。"));
        announcedTopics();
        assertThat(announced.getLast().event().facts())
                .containsEntry("first", "false")
                .containsEntry("correction", "開始時刻を10時から13時に訂正しました。");
    }

    @Test
    void aCorrectionImprovedBeforePublicationIsNotLost() {
        var article = published("news", content("開始は10時"));
        var corrected = done(revise(article, content("開始は13時"), Change.correcting("開始時刻の訂正")))
                .article();

        republished(corrected, content("開始は13時です"), Change.update());

        assertThat(seen(article).corrections())
                .extracting(PublicArticle.Correction::text)
                .containsExactly("開始時刻の訂正");
    }

    @Test
    void aMinorChangeLeavesTheDateOfChange() {
        var article = published("news", content("一"));
        clock.advance(Duration.ofHours(1));

        var after = republished(article, content("一。"), Change.minorOne());

        assertThat(after.changedAt()).isEqualTo(article.changedAt());
        assertThat(after.firstPublicAt()).isEqualTo(article.firstPublicAt());
    }

    @Test
    void aWithdrawnArticleIsGoneAndLeavesItsPlacesEmpty() {
        var first = published("news", content("一"));
        var second = published("news", content("二"));
        var third = published("news", content("三"));

        done(withdraw(second));

        assertThat(titles()).containsExactly("三", "一");
        assertThat(tenancy.in(MIYAGI, () -> lists.places(MIYAGI, "series:news", 1, 20)))
                .extracting(Headline::position)
                .containsExactly(1L, 3L);
        assertThat(tenancy.in(MIYAGI, () -> publicArticles.listGone(MIYAGI)))
                .extracting(Article::id)
                .containsExactly(second.id());
        assertThat(List.of(first.isOpen(), third.isOpen())).containsOnly(true);
    }

    @Test
    void theNextPlaceIsNewEvenWhenTheLastArticleLeft() {
        done(withdraw(published("news", content("一"))));
        var second = published("news", content("二"));

        assertThat(tenancy.<Long>in(MIYAGI, () -> lists.place(MIYAGI, "site", second.id())))
                .isEqualTo(2);
    }

    @Test
    void aNewEditionForAnotherAreaLeavesTheOldListAndIsAnnouncedInBoth() {
        var article = published("news", content("一").withAreas(List.of("041017")));
        deliverAnnouncements();
        announced.clear();

        republished(article, content("一").withAreas(List.of("042021")), Change.update());

        assertThat(tenancy.<Long>in(MIYAGI, () -> lists.place(MIYAGI, "area:041017", article.id())))
                .isZero();
        assertThat(tenancy.<Long>in(MIYAGI, () -> lists.place(MIYAGI, "area:042021", article.id())))
                .isOne();
        announcedTopics();
        assertThat(announced.getFirst().fact("lists")).contains("area:041017", "area:042021");
    }

    @Test
    void aMovedArticleLeadsFromEveryOldAddressToItsPresentOne() {
        var article = published("news", content("一"));
        move(article, "press");
        move(article, "emergency");

        assertThat(tenancy.in(MIYAGI, () -> publicArticles.movedPages(MIYAGI)))
                .containsEntry("/news/1", "/emergency/1")
                .containsEntry("/press/1", "/emergency/1");
        move(article, "news");
        assertThat(tenancy.in(MIYAGI, () -> publicArticles.movedPages(MIYAGI)))
                .containsOnlyKeys("/press/1", "/emergency/1")
                .containsValue("/news/1");
    }

    @Test
    void wrongWordsAndCodesAreNamedAllAtOnce() {
        var wrong = content("").withAreas(List.of("041017", "999999")).withTopics(List.of("nothing"));

        var outcome = writeArticle.handle(new WriteArticle.Command(MIYAGI, "nowhere", wrong, author, clock.instant()));

        assertThat(((Outcome.Invalid) outcome).problems())
                .extracting(Outcome.Problem::field)
                .containsExactly("series", "title", "areas/1", "topics/0");
        assertThat(tenancy.in(MIYAGI, () -> articles.list(MIYAGI, Articles.Question.everything(), 10)))
                .isEmpty();
    }

    @Test
    void allOrNothingUndoesTheFirstActWhenTheSecondIsRefused() {
        var outcome = allOrNothing.handle(
                MIYAGI,
                () -> writeArticle.handle(
                        new WriteArticle.Command(MIYAGI, "news", content("一"), author, clock.instant())),
                List.of(done -> publish(done.article(), ORDINARY, publisher)));

        assertThat(outcome).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(tenancy.in(MIYAGI, () -> articles.list(MIYAGI, Articles.Question.everything(), 10)))
                .isEmpty();
    }

    private Outcome withdraw(Article article) {
        return withdrawArticle.handle(new WithdrawArticle.Command(
                MIYAGI, article.id(), article.newestEdition(), "誤り", publisher, clock.instant()));
    }

    @Test
    void whatNeededFewerApprovalsComesIntoNoStricterSeriesByMoving() {
        var free = done(requestReview.handle(new RequestReview.Command(
                        MIYAGI, written("memo", content("一")).id(), 1, "", author, clock.instant())))
                .article();
        assertThat(move(free, "press", publisher)).isInstanceOf(Outcome.NotAllowed.class);

        var open = done(publish(free, ORDINARY, publisher)).article();
        assertThat(move(open, "news", publisher)).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(move(published("news", content("二")), "emergency", publisher))
                .isInstanceOf(Outcome.Done.class);
        assertThat(move(written("memo", content("三")), "press", publisher)).isInstanceOf(Outcome.Done.class);
        done(move(open, "press", admin));
    }

    private void move(Article article, String series) {
        done(move(article, series, admin));
    }

    private Outcome move(Article article, String series, Officer by) {
        return moveArticle.handle(
                new MoveArticle.Command(MIYAGI, article.id(), article.newestEdition(), series, by, clock.instant()));
    }

    private PublicArticle seen(Article article) {
        return tenancy.in(
                MIYAGI, () -> publicArticles.find(MIYAGI, article.id()).orElseThrow());
    }

    private List<String> titles() {
        return tenancy.in(MIYAGI, () -> lists.newest(MIYAGI, "series:news", 20)).stream()
                .map(Headline::title)
                .toList();
    }
}
