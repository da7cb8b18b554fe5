package noroshi.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import noroshi.inquiries.Inquiries;
import noroshi.inquiries.Inquiry.Status;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import noroshi.publishing.ArticleState;
import noroshi.publishing.Articles;
import noroshi.publishing.ReviewDates;
import noroshi.routes.Circulations;
import noroshi.routes.Staffing;
import noroshi.site.Banner;
import noroshi.site.BannerSource;
import noroshi.workflow.Boards;
import noroshi.workflow.Reminders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The first screen: what waits for this officer, and the two big buttons. */
@Controller
class HomeController {

    private static final int TASKS_MAX = 10;
    private static final int WAITING_MAX = 200;

    private final Tenancy tenancy;
    private final Articles articles;
    private final ArticleDesk desk;
    private final Inquiries inquiries;
    private final Boards boards;
    private final Circulations circulations;
    private final ReviewDates reviewDates;
    private final Reminders reminders;
    private final InstantSource clock;
    private final List<BannerSource> banners;

    HomeController(
            Tenancy tenancy,
            Articles articles,
            ArticleDesk desk,
            Inquiries inquiries,
            Boards boards,
            Circulations circulations,
            ReviewDates reviewDates,
            Reminders reminders,
            InstantSource clock,
            List<BannerSource> banners) {
        this.tenancy = tenancy;
        this.articles = articles;
        this.desk = desk;
        this.inquiries = inquiries;
        this.boards = boards;
        this.circulations = circulations;
        this.reviewDates = reviewDates;
        this.reminders = reminders;
        this.clock = clock;
        this.banners = banners;
    }

    @GetMapping("/")
    View home(Frame frame, Officer me) {
        var government = me.government();
        return Screen.of("home", frame)
                .with("me", me)
                .with("tasks", tasks(me))
                .with("banners", banners(government))
                .with("reading", reading(me))
                .with("dueReviews", dueReviews(me))
                .with("reminder", reminder(me))
                .with("newInquiries", newInquiries(me))
                .with("names", desk.names(government));
    }

    private List<HomeTasks> tasks(Officer me) {
        return tenancy.in(me.government(), () -> {
            var tasks = new ArrayList<HomeTasks>();
            if (me.has(Role.APPROVER))
                tasks.add(of(
                        "emergency-review", "緊急発信の事後確認", "/approvals", true, others(me, list(me, null, null, true))));
            tasks.add(of("approval", "承認を待っている記事", "/approvals", true, waiting(me)));
            var drafts = list(me, ArticleState.DRAFT, me.id(), null);
            var remanded = drafts.stream().filter(this::isRemanded).toList();
            tasks.add(of("remanded", "差し戻された記事", "/articles?state=draft", false, remanded));
            if (me.has(Role.PUBLISHER))
                tasks.add(of(
                        "ready",
                        "承認が済み、公開を待っている記事",
                        "/articles?state=approved",
                        false,
                        list(me, ArticleState.APPROVED, null, null)));
            tasks.add(of(
                    "drafts",
                    "自分の下書き",
                    "/articles?state=draft",
                    false,
                    drafts.stream().filter(row -> !remanded.contains(row)).toList()));
            tasks.add(of(
                    "scheduled",
                    "公開を予約した記事",
                    "/articles?state=scheduled",
                    false,
                    list(me, ArticleState.SCHEDULED, null, null)));
            return tasks.stream().filter(task -> !task.rows().isEmpty()).toList();
        });
    }

    private static HomeTasks of(String code, String title, String href, boolean reading, List<Articles.Row> rows) {
        return new HomeTasks(code, title, href, reading, rows);
    }

    private List<Articles.Row> list(
            Officer me, @Nullable ArticleState state, @Nullable Long writtenBy, @Nullable Boolean reviewDue) {
        return articles.list(
                me.government(), new Articles.Question(state, null, writtenBy, reviewDue, "", null), TASKS_MAX);
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
                .limit(TASKS_MAX)
                .toList();
    }

    /** What was circulated to the officer and waits to be read. */
    private List<Circulations.Unread> reading(Officer me) {
        return tenancy.in(me.government(), () -> circulations.unread(me.government(), me.id(), TASKS_MAX));
    }

    /** Articles whose edition the officer wrote and whose review date has come. */
    private List<ReviewDates.Due> dueReviews(Officer me) {
        var today = Staffing.day(clock.instant());
        return tenancy.in(me.government(), () -> reviewDates.due(me.government(), today, WAITING_MAX)).stream()
                .filter(due -> due.author() == me.id())
                .limit(TASKS_MAX)
                .toList();
    }

    /** How many approvals the officer was reminded of today. */
    private int reminder(Officer me) {
        var today = Staffing.day(clock.instant());
        return tenancy.in(me.government(), () -> reminders.find(me.government(), me.id(), today))
                .map(Reminders.Reminder::waiting)
                .orElse(0);
    }

    private boolean isRemanded(Articles.Row row) {
        var decisions =
                articles.listDecisions(row.article().government(), row.article().id());
        return !decisions.isEmpty()
                && decisions.getLast().decision().equals("remanded")
                && decisions.getLast().edition() == row.newest().number();
    }

    /** As the public pages: what is real first, then the gravest, then the newest. */
    private List<Banner> banners(String government) {
        return tenancy.everywhere(() -> banners.stream()
                .flatMap(source -> source.banners(government).stream())
                .sorted(Comparator.comparing((Banner banner) -> !banner.mark().isEmpty())
                        .thenComparing(Comparator.comparingInt(Banner::level).reversed())
                        .thenComparing(Comparator.comparing(Banner::issuedAt).reversed()))
                .toList());
    }

    private int newInquiries(Officer me) {
        return me.has(Role.ADMINISTRATOR)
                ? inquiries.counts(me.government()).values().stream()
                        .mapToInt(HomeController::fresh)
                        .sum()
                : fresh(inquiries.counts(me.government()).getOrDefault(me.department(), Map.of()));
    }

    private static int fresh(Map<Status, Integer> counts) {
        return counts.getOrDefault(Status.RECEIVED, 0);
    }
}
