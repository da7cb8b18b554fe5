package noroshi.publishing;

import static noroshi.publishing.PublishingLane.ORDINARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.routes.Absence;
import noroshi.routes.ChangeRules;
import noroshi.routes.ConfirmReading;
import noroshi.routes.EnterAbsence;
import noroshi.routes.Route;
import noroshi.routes.RouteOutcome;
import noroshi.routes.SaveRoute;
import noroshi.routes.Step;
import org.junit.jupiter.api.Test;

/** Several steps in their order, delegates, circulation, and what the tables and use cases make of them. */
class RouteTest extends PublishingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 11);

    @Test
    void stepsComeInTheirOrderAndTheLastOneApproves() {
        var head = add(MIYAGI, "head", Role.HEAD);
        twoSteps();
        var article = inReview(written("news", content("一")));

        assertThat(approve(article, head)).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(done(approve(article, approver)).article().state()).isEqualTo(ArticleState.REVIEW);
        assertThat(done(approve(article, head)).article().state()).isEqualTo(ArticleState.APPROVED);
        assertThat(tenancy.in(MIYAGI, () -> articles.listDecisions(MIYAGI, article.id())))
                .extracting(Articles.Decision::step)
                .containsExactly("", "班長の承認", "課長の承認");
    }

    @Test
    void aHeadOfAnotherDepartmentDoesNotCount() {
        add(MIYAGI, "head", Role.HEAD);
        sql("insert into department (government, code, name) values ('040002', 'doro', '道路課')");
        var elsewhere = add(MIYAGI, "elsewhere", Role.HEAD);
        sql("update officer set department = 'doro' where login = 'elsewhere'");
        twoSteps();
        var article =
                done(approve(inReview(written("news", content("一"))), approver)).article();

        assertThat(approve(article, reload(elsewhere))).isInstanceOf(Outcome.NotAllowed.class);
    }

    @Test
    void nobodyCountsInTwoSteps() {
        add(MIYAGI, "head", Role.HEAD);
        var both = add(MIYAGI, "both", Role.APPROVER, Role.HEAD);
        twoSteps();
        var article =
                done(approve(inReview(written("news", content("一"))), both)).article();

        assertThat(done(approve(article, both)).article().state()).isEqualTo(ArticleState.REVIEW);
        assertThat(tenancy.in(MIYAGI, () -> articles.listDecisions(MIYAGI, article.id())))
                .hasSize(2);
    }

    @Test
    void anEditionKeepsTheRouteItBeganWith() {
        add(MIYAGI, "head", Role.HEAD);
        var article = inReview(written("news", content("一")));
        twoSteps();

        assertThat(done(approve(article, approver)).article().state()).isEqualTo(ArticleState.APPROVED);
    }

    @Test
    void whatIsSaidWithAnActHasItsLength() {
        var book = "長".repeat(Said.CHARACTERS_MAX + 1);
        var article = inReview(written("news", content("一")));

        assertThat(approveArticle.handle(
                        new ApproveArticle.Command(MIYAGI, article.id(), 1, book, approver, clock.instant())))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(remandArticle.handle(
                        new RemandArticle.Command(MIYAGI, article.id(), 1, book, approver, clock.instant())))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(withdrawArticle.handle(
                        new WithdrawArticle.Command(MIYAGI, article.id(), 1, book, publisher, clock.instant())))
                .isInstanceOf(Outcome.Invalid.class);
    }

    /** What is approved on an easy way must not become public at the end of a hard one. */
    @Test
    void noArticleGetsAroundARouteByBeingMoved() {
        var head = add(MIYAGI, "head", Role.HEAD);
        save(route("press", null, step(1, "課長の承認", Role.HEAD, 1)));
        var waiting = inReview(written("news", content("一")));
        var approved =
                done(approve(inReview(written("news", content("二"))), approver)).article();

        assertThat(move(waiting, "press")).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(move(approved, "press")).isInstanceOf(Outcome.NotAllowed.class);

        save(route("news", null, step(1, "課長が承認", Role.HEAD, 1)));
        var byHead =
                done(approve(inReview(written("news", content("三"))), head)).article();
        assertThat(move(byHead, "press")).isInstanceOf(Outcome.Done.class);
    }

    private Outcome move(Article article, String series) {
        return moveArticle.handle(new MoveArticle.Command(
                MIYAGI, article.id(), article.newestEdition(), series, publisher, clock.instant()));
    }

    @Test
    void theMostParticularRouteIsChosen() {
        var head = add(MIYAGI, "head", Role.HEAD);
        save(route(null, null, step(1, "全体", Role.APPROVER, 1)));
        save(route("news", null, step(1, "媒体", Role.APPROVER, 1)));
        save(route("news", "kouhou", step(1, "課室", Role.HEAD, 1)));
        var article = inReview(written("news", content("一")));

        assertThat(done(approve(article, head)).article().state()).isEqualTo(ArticleState.APPROVED);
    }

    @Test
    void aRouteThatNobodyCanGoIsRefusedWithTheReason() {
        var refused = saveRoute.handle(new SaveRoute.Command(
                route("news", null, step(1, "課長の承認", Role.HEAD, 1)), admin(Role.ADMINISTRATOR), clock.instant()));
        // The administrator of the tests has every role, so heads are counted without them.
        assertThat(refused).isInstanceOf(RouteOutcome.Done.class);

        var tooMany = saveRoute.handle(
                new SaveRoute.Command(route("press", null, step(1, "承認", Role.HEAD, 2)), admin, clock.instant()));
        assertThat(tooMany).isInstanceOfSatisfying(RouteOutcome.Invalid.class, invalid -> {
            assertThat(invalid.field()).isEqualTo("step1");
            assertThat(invalid.message()).contains("第1段階「承認」を承認できる職員が足りません");
        });
    }

    @Test
    void aRequestThatNobodyCouldEverApproveIsRefused() {
        var only = add(MIYAGI, "only", Role.AUTHOR, Role.HEAD);
        save(new Route(
                MIYAGI,
                0,
                "経路",
                "news",
                null,
                List.of(new Step(1, "本人だけ", null, null, false, List.of(only.id()), 1)),
                List.of(),
                List.of()));
        var article = done(writeArticle.handle(
                        new WriteArticle.Command(MIYAGI, "news", content("一"), only, clock.instant())))
                .article();

        assertThat(requestReview.handle(new RequestReview.Command(MIYAGI, article.id(), 1, "", only, clock.instant())))
                .isInstanceOfSatisfying(Outcome.NotAllowed.class, refused -> assertThat(refused.reason())
                        .contains("足りません"));
    }

    @Test
    void aDeactivatedApproverLeavesTheBoardSayingWhoIsMissing() {
        var head = add(MIYAGI, "head", Role.HEAD);
        sql("update officer set active = false where login = 'admin'");
        twoSteps();
        var article = inReview(written("news", content("一")));
        sql("update officer set active = false where login = 'head'");

        var waiting = tenancy.in(MIYAGI, () -> inReviewList.list(MIYAGI)).getFirst();
        assertThat(waiting.article()).isEqualTo(article.id());
        assertThat(tenancy.in(MIYAGI, () -> waiting.progress()
                        .unfulfillable(staffing.at(MIYAGI, clock.instant()), java.util.Set.of(author.id()))))
                .map(Step::name)
                .contains("課長の承認");
        assertThat(head.id()).isPositive();
    }

    @Test
    void aDelegateActsForWhoIsAwayAndTheRecordSaysSo() {
        var head = add(MIYAGI, "head", Role.HEAD);
        var delegate = add(MIYAGI, "delegate", Role.AUTHOR);
        twoSteps();
        var article =
                done(approve(inReview(written("news", content("一"))), approver)).article();
        assertThat(approve(article, delegate)).isInstanceOf(Outcome.NotAllowed.class);

        absent(head, delegate, TODAY, TODAY.plusDays(2));
        assertThat(done(approve(article, delegate)).article().state()).isEqualTo(ArticleState.APPROVED);

        var last = tenancy.in(MIYAGI, () -> articles.listDecisions(MIYAGI, article.id()))
                .getLast();
        assertThat(last.forName()).isEqualTo("head");
        assertThat(last.officerName()).isEqualTo("delegate");
        assertThat(tenancy.in(MIYAGI, () -> articles.history(MIYAGI, article.id())))
                .extracting(Articles.Act::detail)
                .anyMatch(detail -> detail.contains("headさんの代理"));
    }

    @Test
    void whenTheAbsenceIsOverTheDelegateHasNoSay() {
        var head = add(MIYAGI, "head", Role.HEAD);
        var delegate = add(MIYAGI, "delegate", Role.AUTHOR);
        twoSteps();
        var article =
                done(approve(inReview(written("news", content("一"))), approver)).article();
        absent(head, delegate, TODAY, TODAY);
        clock.advance(Duration.ofDays(1));

        assertThat(approve(article, delegate)).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(done(approve(article, head)).article().state()).isEqualTo(ArticleState.APPROVED);
    }

    @Test
    void delegatesInACircleAreRefused() {
        var one = add(MIYAGI, "one", Role.HEAD);
        var two = add(MIYAGI, "two", Role.HEAD);
        var three = add(MIYAGI, "three", Role.HEAD);
        absent(one, two, TODAY, TODAY.plusDays(5));
        absent(two, three, TODAY.plusDays(3), TODAY.plusDays(8));

        assertThat(enter(three, one, TODAY.plusDays(5), TODAY.plusDays(6)))
                .isInstanceOfSatisfying(RouteOutcome.Invalid.class, invalid -> assertThat(invalid.message())
                        .contains("一回り"));
        assertThat(enter(three, one, TODAY.plusDays(6), TODAY.plusDays(7))).isInstanceOf(RouteOutcome.Done.class);
        assertThat(enter(one, one, TODAY.plusDays(20), TODAY.plusDays(21))).isInstanceOf(RouteOutcome.Invalid.class);
    }

    @Test
    void onesOwnTextNeedsTheRules() {
        var small = add(MIYAGI, "small", Role.AUTHOR, Role.APPROVER);
        var article = done(requestReview.handle(new RequestReview.Command(
                        MIYAGI,
                        done(writeArticle.handle(
                                        new WriteArticle.Command(MIYAGI, "news", content("一"), small, clock.instant())))
                                .article()
                                .id(),
                        1,
                        "",
                        small,
                        clock.instant())))
                .article();
        assertThat(approve(article, small)).isInstanceOf(Outcome.NotAllowed.class);

        changeRules.handle(new ChangeRules.Command(MIYAGI, true, 3, 30, true, admin));

        assertThat(done(approve(article, small)).article().state()).isEqualTo(ArticleState.APPROVED);
    }

    @Test
    void anApprovedEditionCirculatesAndBlocksNothing() {
        var reader = add(MIYAGI, "reader", Role.AUTHOR);
        save(new Route(
                MIYAGI,
                0,
                "経路",
                "news",
                null,
                List.of(step(1, "承認", Role.APPROVER, 1)),
                List.of(reader.id()),
                List.of()));
        var article = inReview(written("news", content("一")));
        assertThat(unread(reader)).isEmpty();

        var approved = done(approve(article, approver)).article();

        assertThat(unread(reader)).containsExactly(article.id());
        assertThat(done(publish(approved, ORDINARY, publisher)).article().isOpen())
                .isTrue();
        var read = new ConfirmReading.Command(MIYAGI, article.id(), 1, reader, clock.instant());
        assertThat(confirmReading.handle(read)).isInstanceOf(RouteOutcome.Done.class);
        assertThat(confirmReading.handle(read)).isInstanceOf(RouteOutcome.Done.class);
        assertThat(unread(reader)).isEmpty();
        assertThat(confirmReading.handle(new ConfirmReading.Command(MIYAGI, article.id(), 1, author, clock.instant())))
                .isInstanceOf(RouteOutcome.NotAllowed.class);
    }

    @Test
    void twoWhoDecideAtOnceAreCountedOnceEach() throws Exception {
        var second = add(MIYAGI, "second", Role.APPROVER);
        var article = inReview(written("press", content("一")));
        var together = new CyclicBarrier(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var all = List.of(approver, approver, second, second).stream()
                    .map(by -> threads.submit(() -> {
                        together.await();
                        return approve(article, by);
                    }))
                    .toList();
            for (Future<Outcome> one : all) done(one.get());
        }
        assertThat(tenancy.in(MIYAGI, () -> articles.listDecisions(MIYAGI, article.id())))
                .extracting(Articles.Decision::decision)
                .containsExactly("requested", "approved", "approved");
    }

    @Test
    void aStaleEditionIsNotApproved() {
        var article = inReview(written("news", content("一")));
        done(revise(article, content("二"), Change.update()));

        assertThat(approve(article, approver)).isEqualTo(new Outcome.Overtaken(2));
    }

    @Test
    void pulledBackApprovalsNoLongerCount() {
        var article = inReview(written("press", content("一")));
        done(approve(article, approver));

        var back = done(pullBackArticle.handle(
                        new PullBackArticle.Command(MIYAGI, article.id(), 1, "", author, clock.instant())))
                .article();
        assertThat(back.state()).isEqualTo(ArticleState.DRAFT);
        var again = inReview(back);
        assertThat(done(approve(again, approver)).article().state()).isEqualTo(ArticleState.REVIEW);
        assertThat(pullBackArticle.handle(
                        new PullBackArticle.Command(MIYAGI, article.id(), 1, "", watch, clock.instant())))
                .isInstanceOf(Outcome.NotAllowed.class);
    }

    private void twoSteps() {
        save(route(
                "news",
                null,
                step(1, "班長の承認", Role.APPROVER, 1),
                new Step(2, "課長の承認", Role.HEAD, null, true, List.of(), 1)));
    }

    private static Step step(int position, String name, Role role, int required) {
        return new Step(position, name, role, null, false, List.of(), required);
    }

    private static Route route(
            @org.jspecify.annotations.Nullable String series,
            @org.jspecify.annotations.Nullable String department,
            Step... steps) {
        return new Route(MIYAGI, 0, "経路", series, department, List.of(steps), List.of(), List.of());
    }

    private void save(Route route) {
        assertThat(saveRoute.handle(new SaveRoute.Command(route, admin, clock.instant())))
                .isInstanceOf(RouteOutcome.Done.class);
    }

    private Officer admin(Role role) {
        assertThat(admin.has(role)).isTrue();
        return admin;
    }

    private void absent(Officer officer, Officer delegate, LocalDate from, LocalDate until) {
        assertThat(enter(officer, delegate, from, until)).isInstanceOf(RouteOutcome.Done.class);
    }

    private RouteOutcome enter(Officer officer, Officer delegate, LocalDate from, LocalDate until) {
        return enterAbsence.handle(new EnterAbsence.Command(
                MIYAGI, new Absence(0, officer.id(), from, until, delegate.id(), ""), officer, clock.instant()));
    }

    private List<Long> unread(Officer officer) {
        return tenancy.in(MIYAGI, () -> circulations.unread(MIYAGI, officer.id(), 10)).stream()
                .map(one -> one.article())
                .toList();
    }

    private void sql(String statement) {
        tenancy.runEverywhere(() -> sql.sql(statement).update());
    }

    private Officer reload(Officer officer) {
        return tenancy.in(MIYAGI, () -> officers.find(MIYAGI, officer.id()).orElseThrow());
    }
}
