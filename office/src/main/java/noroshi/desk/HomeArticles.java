package noroshi.desk;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.desk.HomeTask.Item;
import noroshi.desk.HomeTask.Urgency;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.publishing.ArticleState;
import noroshi.publishing.Articles;
import noroshi.publishing.ReviewDates;
import noroshi.routes.Circulations;
import noroshi.routes.Staffing;
import noroshi.workflow.Boards;
import noroshi.workflow.Reminders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for an officer on the way of articles: approvals, remands, drafts. Inside a door. */
@Component
class HomeArticles {

    private static final int WAITING_MAX = 200;

    private final Articles articles;
    private final Boards boards;
    private final Circulations circulations;
    private final ReviewDates reviewDates;
    private final Reminders reminders;
    private final InstantSource clock;

    HomeArticles(
            Articles articles,
            Boards boards,
            Circulations circulations,
            ReviewDates reviewDates,
            Reminders reminders,
            InstantSource clock) {
        this.articles = articles;
        this.boards = boards;
        this.circulations = circulations;
        this.reviewDates = reviewDates;
        this.reminders = reminders;
        this.clock = clock;
    }

    /** A kind of task. @param href where all of them are listed */
    private record Kind(String code, Urgency urgency, String title, String why, String href) {

        static final Kind EMERGENCY =
                new Kind("emergency-review", Urgency.NOW, "緊急発信の事後確認", "承認を待たずに公開されています。内容を確かめてください。", "/approvals");
        static final Kind APPROVAL =
                new Kind("approval", Urgency.TODAY, "承認を待っている記事", "読んで、承認するか差し戻してください。", "/approvals");
        static final Kind REMANDED =
                new Kind("remanded", Urgency.TODAY, "差し戻された記事", "理由を読んで直し、もう一度承認を依頼してください。", "/articles?state=draft");
        static final Kind READY = new Kind(
                "ready", Urgency.TODAY, "承認が済み、公開を待っている記事", "公開するか、公開の日時を予約してください。", "/articles?state=approved");
        static final Kind DRAFTS =
                new Kind("drafts", Urgency.WHEN_FREE, "自分の下書き", "書きかけの記事です。", "/articles?state=draft");

        Kind after(String words) {
            return new Kind(code, urgency, title, words + why, href);
        }

        String place() {
            return href.startsWith("/approvals") ? "/approvals/" : "/articles/";
        }
    }

    List<HomeTask> tasks(Officer me, Map<Long, String> names) {
        var drafts = list(me, ArticleState.DRAFT, me.id(), null);
        var remanded = drafts.stream().filter(this::isRemanded).toList();
        var own = drafts.stream().filter(row -> !remanded.contains(row)).toList();
        return Stream.of(
                        task(Kind.EMERGENCY, emergencies(me), names),
                        task(Kind.APPROVAL.after(reminded(me)), waiting(me), names),
                        task(Kind.REMANDED, remanded, names),
                        task(Kind.READY, ready(me), names),
                        task(Kind.DRAFTS, own, names),
                        reading(me),
                        dueReviews(me))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<HomeTask> task(Kind kind, List<Articles.Row> rows, Map<Long, String> names) {
        return HomeTasks.task(
                kind.code,
                kind.urgency,
                kind.title,
                kind.why,
                rows.reversed(),
                row -> new Item(
                        kind.place() + row.article().id(),
                        row.newest().title(),
                        names.getOrDefault(row.newest().writtenBy(), "自動") + "・"
                                + Moments.brief(row.newest().writtenAt()),
                        row.newest().content().marks().japanese()),
                kind.href);
    }

    private List<Articles.Row> emergencies(Officer me) {
        return me.has(Role.APPROVER) ? others(me, list(me, null, null, true)) : List.of();
    }

    private List<Articles.Row> ready(Officer me) {
        return me.has(Role.PUBLISHER) ? list(me, ArticleState.APPROVED, null, null) : List.of();
    }

    private List<Articles.Row> list(
            Officer me, @Nullable ArticleState state, @Nullable Long writtenBy, @Nullable Boolean reviewDue) {
        return articles.list(
                me.government(),
                new Articles.Question(state, null, writtenBy, reviewDue, "", null),
                HomeTask.COUNT_MAX);
    }

    private static List<Articles.Row> others(Officer me, List<Articles.Row> rows) {
        return rows.stream().filter(row -> row.newest().writtenBy() != me.id()).toList();
    }

    private List<Articles.Row> waiting(Officer me) {
        var mine = boards.of(me.government(), clock.instant()).of(me).stream()
                .map(entry -> entry.waiting().article())
                .collect(Collectors.toSet());
        if (mine.isEmpty()) return List.of();
        var question = new Articles.Question(ArticleState.REVIEW, null, null, null, "", null);
        return articles.list(me.government(), question, WAITING_MAX).stream()
                .filter(row -> mine.contains(row.article().id()))
                .toList();
    }

    /** How many approvals the officer was reminded of today. */
    private String reminded(Officer me) {
        return reminders
                .find(me.government(), me.id(), Staffing.day(clock.instant()))
                .filter(reminder -> reminder.waiting() > 0)
                .map(reminder -> "長く待っている記事が%d件あります。".formatted(reminder.waiting()))
                .orElse("");
    }

    /** What was circulated to the officer and waits to be read. */
    private Optional<HomeTask> reading(Officer me) {
        return HomeTasks.task(
                "circulation",
                Urgency.TODAY,
                "回覧",
                "読んで、確認したことを記録してください。",
                circulations.unread(me.government(), me.id(), HomeTask.COUNT_MAX),
                one -> new Item(
                        "/articles/" + one.article(),
                        one.title(),
                        "第%d版・%s".formatted(one.edition(), Moments.brief(one.shownAt())),
                        ""),
                "/approvals");
    }

    /** Articles whose edition the officer wrote, or which are the department's, and whose review date has come. */
    private Optional<HomeTask> dueReviews(Officer me) {
        var due = reviewDates.due(me.government(), Staffing.day(clock.instant()), WAITING_MAX).stream()
                .filter(one -> one.author() == me.id()
                        || !me.department().isEmpty() && one.department().equals(me.department()))
                .toList();
        return HomeTasks.task(
                "review-dates",
                Urgency.WHEN_FREE,
                "見直し日が来た記事",
                "内容が今も正しいかを確かめ、直すか、次の見直し日を決めてください。",
                due,
                one -> new Item(
                        "/articles/" + one.article(),
                        one.title(),
                        "見直し日 %d年%d月%d日"
                                .formatted(
                                        one.dueOn().getYear(),
                                        one.dueOn().getMonthValue(),
                                        one.dueOn().getDayOfMonth()),
                        ""),
                "/articles/review-dates");
    }

    private boolean isRemanded(Articles.Row row) {
        var decisions =
                articles.listDecisions(row.article().government(), row.article().id());
        return !decisions.isEmpty()
                && decisions.getLast().decision().equals("remanded")
                && decisions.getLast().edition() == row.newest().number();
    }
}
