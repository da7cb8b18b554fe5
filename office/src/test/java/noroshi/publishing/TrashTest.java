package noroshi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** ごみ箱, remarks at places, review dates and who edits: what surrounds a text on its way. */
class TrashTest extends PublishingTest {

    @Test
    void aDraftLiesInTheTrashAndComesBackAsItWas() {
        var article = written("news", content("一"));
        done(trashArticle.handle(trashed(article)));
        done(trashArticle.handle(trashed(article)));

        assertThat(listed()).isEmpty();
        assertThat(revise(article, content("二"), Change.update())).isInstanceOf(Outcome.Missing.class);
        assertThat(done(trashArticle.takeOut(trashed(article))).article().state())
                .isEqualTo(ArticleState.DRAFT);
        assertThat(listed()).containsExactly(article.id());
    }

    @Test
    void whatReadersSeeIsNeverTrashed() {
        var open = published("news", content("公開中"));
        var promised = done(schedule(
                        approved("news", content("予約")), clock.instant().plusSeconds(60), null))
                .article();
        var waiting = inReview(written("news", content("承認待ち")));

        for (var article : new Article[] {open, promised, waiting})
            assertThat(trashArticle.handle(trashed(article))).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(listed()).hasSize(3);
    }

    @Test
    void theClockPurgesDraftsWithoutATraceAndTheWordsOfWhatWasPublic() {
        var draft = written("news", content("下書き"));
        var gone = published("news", content("公開していた"));
        done(withdrawArticle.handle(new WithdrawArticle.Command(MIYAGI, gone.id(), 1, "", publisher, clock.instant())));
        done(trashArticle.handle(trashed(draft)));
        done(trashArticle.handle(trashed(gone)));
        clock.advance(Duration.ofDays(29));
        assertThat(purgeTrash.handle(clock.instant())).isZero();

        clock.advance(Duration.ofDays(2));
        assertThat(purgeTrash.handle(clock.instant())).isEqualTo(2);

        assertThat(tenancy.in(MIYAGI, () -> articles.find(MIYAGI, draft.id()))).isEmpty();
        assertThat(tenancy.in(MIYAGI, () -> articles.listEditions(MIYAGI, gone.id())))
                .extracting(Edition::title)
                .containsExactly("（削除した記事）");
        assertThat(tenancy.in(MIYAGI, () -> publicArticles.listGone(MIYAGI)))
                .as("its address goes on answering 410")
                .extracting(Article::id)
                .containsExactly(gone.id());
        assertThat(trashArticle.takeOut(trashed(gone))).isInstanceOf(Outcome.Missing.class);
        assertThat(tenancy.in(MIYAGI, () -> trash.list(MIYAGI, 10))).isEmpty();
        assertThat(purgeTrash.handle(clock.instant())).isZero();
    }

    @Test
    void aRemarkStandsAtItsPlaceAlsoAfterTheTextAroundItChanged() {
        var article = inReview(written("news", Content.of("題名", "", "一行目\n会場は県庁です。\n三行目")));
        done(remark(article, 2, "県庁", "会場は合同庁舎です。"));

        var revised = done(revise(article, Content.of("題名", "", "新しい行\n一行目\n会場は県庁の1階です。"), Change.update()))
                .article();
        var remark =
                tenancy.in(MIYAGI, () -> remarks.open(MIYAGI, article.id())).getFirst();
        assertThat(Passage.find("新しい行\n一行目\n会場は県庁の1階です。", remark.line(), remark.quote()))
                .contains(new Passage(3, 3, 5));
        assertThat(Passage.find("会場は合同庁舎です。", remark.line(), remark.quote())).isEmpty();

        done(resolveRemark.handle(
                new ResolveRemark.Command(MIYAGI, article.id(), remark.id(), author, clock.instant())));
        assertThat(tenancy.in(MIYAGI, () -> remarks.open(MIYAGI, revised.id()))).isEmpty();
    }

    @Test
    void aRemarkNeedsAPlaceWordsAndTheRight() {
        var article = inReview(written("news", Content.of("題名", "", "一行だけ")));

        assertThat(remark(article, 2, "", "どこ")).isInstanceOf(Outcome.Invalid.class);
        assertThat(remark(article, 0, "ない言葉", "どこ")).isInstanceOf(Outcome.Invalid.class);
        assertThat(remark(article, 1, "", " ")).isInstanceOf(Outcome.Invalid.class);
        assertThat(addRemark.handle(
                        new AddRemark.Command(MIYAGI, article.id(), 1, 1, "", "書いた人が自分に", author, clock.instant())))
                .isInstanceOf(Outcome.NotAllowed.class);
    }

    @Test
    void aReviewDateIsDueWhenItsDayHasCome() {
        var article = published("news", content("一"));
        var today = noroshi.routes.Staffing.day(clock.instant());
        done(setReviewDate.handle(new SetReviewDate.Command(
                MIYAGI, article.id(), today.plusDays(10), "料金を確かめる", author, clock.instant())));
        assertThat(tenancy.in(MIYAGI, () -> reviewDates.due(MIYAGI, today, 10))).isEmpty();

        assertThat(tenancy.in(MIYAGI, () -> reviewDates.due(MIYAGI, today.plusDays(10), 10)))
                .singleElement()
                .satisfies(due -> assertThat(due.author()).isEqualTo(author.id()));
        assertThat(setReviewDate.handle(new SetReviewDate.Command(
                        MIYAGI, article.id(), today.minusDays(1), "", author, clock.instant())))
                .isInstanceOf(Outcome.Invalid.class);
        done(setReviewDate.handle(new SetReviewDate.Command(MIYAGI, article.id(), null, "", author, clock.instant())));
        assertThat(tenancy.in(MIYAGI, () -> reviewDates.find(MIYAGI, article.id())))
                .isEmpty();
    }

    @Test
    void oneEditsAtATimeUntilTheyLeaveOrAreTakenOverFrom() {
        var article = written("news", content("一"));
        assertThat(editing.begin(article, author, clock.instant())).isEmpty();
        assertThat(editing.begin(article, watch, clock.instant()))
                .hasValueSatisfying(lock -> assertThat(lock.name()).isEqualTo("author"));

        done(editing.take(article, watch, clock.instant()));
        assertThat(editing.begin(article, author, clock.instant()))
                .hasValueSatisfying(lock -> assertThat(lock.name()).isEqualTo("watch"));
        assertThat(tenancy.in(MIYAGI, () -> articles.history(MIYAGI, article.id())))
                .extracting(Articles.Act::act)
                .contains("article.taken-over");
        clock.advance(Editing.LEFT_AFTER.plusSeconds(1));
        assertThat(editing.begin(article, author, clock.instant())).isEmpty();
        editing.end(article, author);
        assertThat(editing.other(article, watch, clock.instant())).isEmpty();
        assertThat(editing.take(article, approver, clock.instant())).isInstanceOf(Outcome.NotAllowed.class);
    }

    private Outcome remark(Article article, int line, String quote, String comment) {
        return addRemark.handle(new AddRemark.Command(
                MIYAGI, article.id(), article.newestEdition(), line, quote, comment, approver, clock.instant()));
    }

    private TrashArticle.Command trashed(Article article) {
        return new TrashArticle.Command(MIYAGI, article.id(), article.newestEdition(), publisher, clock.instant());
    }

    private java.util.List<Long> listed() {
        return tenancy.in(MIYAGI, () -> articles.list(MIYAGI, Articles.Question.everything(), 10)).stream()
                .map(row -> row.article().id())
                .toList();
    }
}
