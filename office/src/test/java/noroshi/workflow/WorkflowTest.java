package noroshi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import noroshi.channels.DispatchesForTests;
import noroshi.checks.Draft;
import noroshi.people.Officer;
import noroshi.people.Officers;
import noroshi.people.Role;
import noroshi.platform.Settings;
import noroshi.publishing.Article;
import noroshi.publishing.ArticleState;
import noroshi.publishing.Content;
import noroshi.publishing.Flaw;
import noroshi.publishing.PublishingTest;
import noroshi.publishing.SetReviewDate;
import noroshi.routes.Staffing;
import org.junit.jupiter.api.Test;

/** The gate, many approvals at once, the board and reminders. */
class WorkflowTest extends PublishingTest {

    private final Boards boards = new Boards(inReviewList, staffing, rules);
    private final BulkApprovals bulks = new BulkApprovals(sql);
    private final ApproveMany approveMany = new ApproveMany(tenancy, bulks, outbox, audit);
    private final BulkApprover approver200 = new BulkApprover(tenancy, bulks, accounts, approveArticle, clock);
    private final Remind remind = new Remind(
            tenancy,
            directory,
            boards,
            reviewDates,
            accounts,
            new Reminders(sql),
            DispatchesForTests.make(sql, tenancy, clock, outbox, audit, directory),
            new Settings(
                    URI.create("http://public.example"),
                    URI.create("http://office.example"),
                    Path.of("."),
                    MIYAGI,
                    false,
                    new Settings.Database("", "", ""),
                    List.of(),
                    new Settings.Smtp("localhost", 25, "", "", "none", "noreply@example.jp"),
                    new Settings.Jma(List.of(), null),
                    null));

    WorkflowTest() {
        listeners.add(approver200);
    }

    @Test
    void theGateFindsErrorsInTitleSummaryAndBody() {
        var content = Content.of("塩釜市の説明会", "令和8年2月30日に開きます。", "一行目\n\n![](/media/a.png)");

        assertThat(ChecksGate.flaws(content, draft(content)))
                .extracting(Flaw::place)
                .containsExactly("題名", "要約", "本文3行目");
        var warned = Content.of("題名", "", "①は注意にとどまります。");
        assertThat(ChecksGate.flaws(warned, draft(warned)))
                .as("a warning stops nobody")
                .isEmpty();
    }

    private static Draft draft(Content content) {
        return new Draft(content.body(), Set.of("塩竈市"), Map.of());
    }

    @Test
    void manyAreApprovedByOneActAndEachSaysWhatBecameOfIt() {
        var good = inReview(written("news", content("一")));
        var stale = inReview(written("news", content("二")));
        done(revise(stale, content("二の二"), noroshi.publishing.Change.update()));
        var draft = written("news", content("三"));

        var bulk = begun(approver, good, stale, draft);
        assertThat(find(bulk).isDone()).isFalse();
        deliverAnnouncements();

        assertThat(find(bulk).items())
                .extracting(BulkApprovals.Item::state)
                .containsExactly(BulkApprovals.State.DONE, BulkApprovals.State.REFUSED, BulkApprovals.State.REFUSED);
        assertThat(find(bulk).items().get(1).said()).contains("新しい版（第2版）");
        assertThat(now(good).state()).isEqualTo(ArticleState.APPROVED);
        assertThat(now(draft).state()).isEqualTo(ArticleState.DRAFT);
    }

    @Test
    void whatWasInterruptedGoesOnWithTheRest() {
        var one = inReview(written("news", content("一")));
        var two = inReview(written("news", content("二")));
        var bulk = begun(approver, one, two);
        done(approve(one, approver));

        deliverAnnouncements();
        approver200.handle(List.of());
        deliverAnnouncements();

        assertThat(find(bulk).count(BulkApprovals.State.DONE)).isEqualTo(2);
        assertThat(tenancy.in(MIYAGI, () -> articles.listDecisions(MIYAGI, one.id())))
                .as("approved once")
                .hasSize(2);
    }

    @Test
    void tooManyNoneOrSomebodyElsesAreRefused() {
        assertThat(approveMany.handle(new ApproveMany.Command(MIYAGI, List.of(), "", approver, clock.instant())))
                .isInstanceOf(ApproveMany.Ended.Refused.class);
        var many = java.util.stream.LongStream.rangeClosed(1, ApproveMany.ARTICLES_MAX + 1)
                .mapToObj(id -> new ApproveMany.Choice(id, 1))
                .toList();
        assertThat(approveMany.handle(new ApproveMany.Command(MIYAGI, many, "", approver, clock.instant())))
                .isInstanceOf(ApproveMany.Ended.Refused.class);
        assertThat(approveMany.handle(new ApproveMany.Command(
                        MIYAGI, List.of(new ApproveMany.Choice(1, 1)), "", sendai, clock.instant())))
                .isInstanceOf(ApproveMany.Ended.Refused.class);
    }

    @Test
    void theBoardSaysWhoWaitsForWhomAndHowLong() {
        var article = inReview(written("news", content("一")));
        clock.advance(Duration.ofDays(4));

        var board = tenancy.in(MIYAGI, () -> boards.of(MIYAGI, clock.instant()));

        assertThat(board.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.waiting().article()).isEqualTo(article.id());
            assertThat(entry.waiting().authorName()).isEqualTo("author");
            assertThat(entry.awaited()).extracting(Officer::login).containsExactly("admin", "approver");
            assertThat(entry.days()).isEqualTo(4);
            assertThat(entry.overdue()).isTrue();
            assertThat(entry.lack()).isEmpty();
        });
        assertThat(board.of(author)).isEmpty();
        assertThat(board.of(approver)).hasSize(1);
    }

    @Test
    void whoeverKeepsOthersWaitingIsRemindedOnceADay() {
        var late = tenancy.everywhere(() -> officers.find(
                        MIYAGI,
                        officers.add(
                                new Officers.NewOfficer(
                                        MIYAGI, "late", "kouhou", "遅れ", "late@pref.example", Set.of(Role.APPROVER)),
                                null,
                                clock.instant()))
                .orElseThrow());
        var article = inReview(written("news", content("待っている記事")));
        assertThat(remind.handle(clock.instant())).isZero();
        clock.advance(Duration.ofDays(3));

        assertThat(remind.handle(clock.instant()))
                .as("admin, approver and late")
                .isEqualTo(3);
        assertThat(remind.handle(clock.instant().plusSeconds(600))).isZero();

        assertThat(mails()).containsExactly(Map.entry("late@pref.example", "【宮城県】お待ちしている記事があります（1件）"));
        assertThat(article.id()).isPositive();
        clock.advance(Duration.ofDays(1));
        assertThat(remind.handle(clock.instant())).isEqualTo(3);
        done(approve(article, late));
        clock.advance(Duration.ofDays(1));
        assertThat(remind.handle(clock.instant())).isZero();
    }

    @Test
    void nobodyIsRemindedAtNight() {
        inReview(written("news", content("一")));
        clock.advance(Duration.ofDays(3).plusHours(10));

        assertThat(remind.handle(clock.instant())).as("00:46 in Japan").isZero();
    }

    @Test
    void theAuthorIsRemindedWhenTheReviewDateHasCome() {
        var article = published("news", content("料金表"));
        done(setReviewDate.handle(new SetReviewDate.Command(
                MIYAGI, article.id(), Staffing.day(clock.instant()).plusDays(2), "", author, clock.instant())));
        assertThat(remind.handle(clock.instant())).isZero();

        clock.advance(Duration.ofDays(2));
        assertThat(remind.handle(clock.instant())).isEqualTo(1);
    }

    private long begun(Officer by, Article... articles) {
        var choices = java.util.Arrays.stream(articles)
                .map(article -> new ApproveMany.Choice(article.id(), article.newestEdition()))
                .toList();
        var ended = approveMany.handle(new ApproveMany.Command(MIYAGI, choices, "", by, clock.instant()));
        assertThat(ended).isInstanceOf(ApproveMany.Ended.Begun.class);
        return ((ApproveMany.Ended.Begun) ended).bulk();
    }

    private BulkApprovals.Bulk find(long bulk) {
        return tenancy.in(MIYAGI, () -> bulks.find(MIYAGI, bulk).orElseThrow());
    }

    private Article now(Article article) {
        return tenancy.in(MIYAGI, () -> articles.find(MIYAGI, article.id()).orElseThrow());
    }

    private List<Map.Entry<String, String>> mails() {
        return tenancy.everywhere(() -> sql.sql("""
                        select r.address, d.subject from dispatch d join delivery r on r.dispatch = d.id where d.kind = 'reminder'
                        """)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list());
    }
}
