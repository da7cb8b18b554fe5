package noroshi.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import noroshi.care.CareLists;
import noroshi.care.Checkup;
import noroshi.care.Today;
import noroshi.channels.DispatchDesk;
import noroshi.desk.HomeTask.Item;
import noroshi.desk.HomeTask.Urgency;
import noroshi.emergency.ConfirmEvacuation;
import noroshi.inquiries.Inquiries;
import noroshi.inquiries.Inquiry;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.DeadLetters;
import noroshi.platform.Tenancy;
import noroshi.platform.Time;
import org.springframework.stereotype.Component;

/** Gathers what waits for an officer today, the most urgent first and in each the oldest first. */
@Component
class HomeTasks {

    /** The clock opens within seconds; what is later than this has failed. */
    private static final Duration OPENING_LATE = Duration.ofMinutes(3);

    private static final Duration FAILURES_SHOWN = Duration.ofDays(7);
    private static final Duration CLOSING_SHOWN = Duration.ofDays(7);
    private static final Duration LONG_AGO = Duration.ofDays(3_650);

    private final HomeArticles articles;
    private final Today today;
    private final Checkup checkup;
    private final CareLists care;
    private final Inquiries inquiries;
    private final DispatchDesk dispatches;
    private final ConfirmEvacuation evacuation;
    private final DeadLetters deadLetters;
    private final Tenancy tenancy;
    private final InstantSource clock;

    HomeTasks(
            HomeArticles articles,
            Today today,
            Checkup checkup,
            CareLists care,
            Inquiries inquiries,
            DispatchDesk dispatches,
            ConfirmEvacuation evacuation,
            DeadLetters deadLetters,
            Tenancy tenancy,
            InstantSource clock) {
        this.articles = articles;
        this.today = today;
        this.checkup = checkup;
        this.care = care;
        this.inquiries = inquiries;
        this.dispatches = dispatches;
        this.evacuation = evacuation;
        this.deadLetters = deadLetters;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    List<HomeTask> of(Officer me, Map<Long, String> names) {
        var now = clock.instant();
        var tasks = new ArrayList<>(tenancy.in(me.government(), () -> {
            var own = new ArrayList<>(articles.tasks(me, names));
            lateOpenings(me, now).ifPresent(own::add);
            confirmations(me).ifPresent(own::add);
            mail(me, now).forEach(own::add);
            openings(me, now).ifPresent(own::add);
            closings(me, now).ifPresent(own::add);
            requests(me).ifPresent(own::add);
            findings(me).ifPresent(own::add);
            links(me).ifPresent(own::add);
            return own;
        }));
        stopped(me).ifPresent(tasks::add);
        waiting(me).ifPresent(tasks::add);
        return tasks.stream().sorted(Comparator.comparing(HomeTask::urgency)).toList();
    }

    private Optional<HomeTask> lateOpenings(Officer me, Instant now) {
        var late = today.openings(me.government(), now.minus(LONG_AGO), now.minus(OPENING_LATE), HomeTask.COUNT_MAX);
        return task(
                "late-opening",
                Urgency.NOW,
                "予約の時刻を過ぎても公開されていない記事",
                "予約公開が失敗しています。「状態」を確かめ、急ぐ記事は開いて公開し直してください。",
                late,
                promise -> new Item(
                        "/articles/" + promise.article(), promise.title(), Moments.full(promise.at()) + "の予約", ""),
                "/articles?state=scheduled");
    }

    private Optional<HomeTask> confirmations(Officer me) {
        return task(
                "confirm-evacuation",
                Urgency.NOW,
                "確認を待っている避難情報",
                "急を要するため、ほかの職員が一人で決めました。内容を確かめ、確認するか解除してください。",
                evacuation.waiting(me.government()).stream()
                        .filter(order -> ConfirmEvacuation.may(me, order))
                        .toList(),
                order -> new Item(
                        "/emergency/evacuation",
                        order.title(),
                        Moments.full(order.confirmBy()) + "まで",
                        order.drill() ? "訓練" : ""),
                "/emergency/evacuation");
    }

    private List<HomeTask> mail(Officer me, Instant now) {
        if (!me.has(Role.PUBLISHER) && !me.has(Role.EMERGENCY) && !me.has(Role.ADMINISTRATOR)) return List.of();
        var tasks = new ArrayList<HomeTask>();
        task(
                        "held",
                        Urgency.NOW,
                        "解除を待っている配信",
                        "1時間の上限を超えた緊急の配信です。送るか中止するかを決めてください。",
                        dispatches.held(me.government()),
                        held -> new Item("/dispatches", held.subject(), Moments.full(held.createdAt()), ""),
                        "/dispatches")
                .ifPresent(tasks::add);
        var failed = dispatches.failures(me.government(), HomeTask.COUNT_MAX).stream()
                .filter(failure -> failure.at().isAfter(now.minus(FAILURES_SHOWN)))
                .toList();
        task(
                        "failed",
                        Urgency.TODAY,
                        "届かなかったメール",
                        "この7日間に相手のサーバーが断ったか、あきらめたものです。",
                        failed.reversed(),
                        failure -> new Item(
                                "/dispatches",
                                failure.subject(),
                                failure.address() + "・" + Moments.brief(failure.at()),
                                ""),
                        "/dispatches")
                .ifPresent(tasks::add);
        return tasks;
    }

    private Optional<HomeTask> openings(Officer me, Instant now) {
        var midnight = now.atZone(Time.JAPAN)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(Time.JAPAN)
                .toInstant();
        return task(
                "opening",
                Urgency.TODAY,
                "今日公開される記事",
                "予約の時刻に自動で公開されます。内容に変わりがないか、最後に確かめてください。",
                today.openings(me.government(), now.minus(OPENING_LATE), midnight, HomeTask.COUNT_MAX),
                promise -> new Item("/articles/" + promise.article(), promise.title(), Moments.full(promise.at()), ""),
                "/articles?state=scheduled");
    }

    private Optional<HomeTask> closings(Officer me, Instant now) {
        return task(
                "closing",
                Urgency.WHEN_FREE,
                "7日以内に公開が終わる記事",
                "続けて載せるときは、期限を延ばして公開し直してください。",
                today.closings(me.government(), now, now.plus(CLOSING_SHOWN), HomeTask.COUNT_MAX),
                promise -> new Item(
                        "/articles/" + promise.article(), promise.title(), Moments.full(promise.at()) + "まで", ""),
                "/articles?state=public");
    }

    private Optional<HomeTask> requests(Officer me) {
        return task(
                "requests",
                Urgency.TODAY,
                "頼まれた手入れ",
                "ほかの職員から、ページの手直しや公開終了を頼まれています。",
                care.requests(me.government(), me.id(), null, HomeTask.COUNT_MAX),
                request -> new Item(
                        "/articles/" + request.page().article(),
                        request.page().title(),
                        "%s・%sさんから%s"
                                .formatted(
                                        CareWords.wish(request.wish()),
                                        request.askedBy(),
                                        Moments.brief(request.askedAt())),
                        ""),
                "/care/requests");
    }

    private Optional<HomeTask> findings(Officer me) {
        if (me.department().isEmpty()) return Optional.empty();
        var sum = checkup.ofDepartment(me.government(), me.department());
        if (sum.faulty() == 0) return Optional.empty();
        var worst = checkup.pages(me.government(), me.department(), null, 0, HomeTask.ITEMS_MAX);
        return Optional.of(new HomeTask(
                "findings",
                Urgency.WHEN_FREE,
                "読みにくさの指摘があるページ",
                Math.min(sum.faulty(), HomeTask.COUNT_MAX),
                "あなたの課室の公開ページに、エラーが%,d件あります。直し方は各ページにあります。".formatted(sum.errors()),
                worst.stream()
                        .map(page -> new Item(
                                "/care/pages/" + page.article(), page.title(), "エラー%d件".formatted(page.errors()), ""))
                        .toList(),
                "/care/pages?department=" + me.department()));
    }

    private Optional<HomeTask> links(Officer me) {
        if (me.department().isEmpty()) return Optional.empty();
        int count = care.countLinks(me.government(), me.department());
        if (count == 0) return Optional.empty();
        var first = care.links(me.government(), me.department(), HomeTask.ITEMS_MAX);
        return Optional.of(new HomeTask(
                "links",
                Urgency.WHEN_FREE,
                "切れたリンク",
                Math.min(count, HomeTask.COUNT_MAX),
                "あなたの課室のページに、行き先のないリンクがあります。",
                first.stream()
                        .map(link -> new Item(
                                "/articles/" + link.page().article(),
                                link.page().title(),
                                "「%s」%s".formatted(link.words(), CareWords.state(link.state())),
                                ""))
                        .toList(),
                "/care/links?department=" + me.department()));
    }

    /** Acts of the office that were given up: a prefecture's administrator sees all, one of a town the town's. */
    private Optional<HomeTask> stopped(Officer me) {
        if (!me.has(Role.ADMINISTRATOR)) return Optional.empty();
        var dead = me.prefectural()
                ? tenancy.everywhere(deadLetters::list)
                : tenancy.in(me.government(), deadLetters::list);
        return task(
                "stopped",
                Urgency.NOW,
                "止まった処理",
                "何度やり直しても終わらなかった処理です。「状態」でやり直すか破棄してください。",
                dead.reversed(),
                letter -> new Item("/status", letter.topic() + " " + letter.key(), Moments.brief(letter.deadAt()), ""),
                "/status");
    }

    private Optional<HomeTask> waiting(Officer me) {
        var department = me.has(Role.ADMINISTRATOR) ? null : me.department();
        if (department != null && department.isEmpty()) return Optional.empty();
        var received = inquiries.inbox(me.government(), department, Inquiry.Status.RECEIVED, 0, HomeTask.COUNT_MAX);
        return task(
                "inquiries",
                Urgency.TODAY,
                "新しい問い合わせ",
                "まだ誰も担当していません。担当を決めるか、ほかの課室に転送してください。",
                received,
                inquiry -> new Item(
                        "/inquiries/" + inquiry.number(),
                        inquiry.subject(),
                        Moments.brief(inquiry.receivedAt()) + "受付",
                        ""),
                "/inquiries");
    }

    static <T> Optional<HomeTask> task(
            String code,
            Urgency urgency,
            String title,
            String why,
            List<T> waiting,
            Function<T, Item> item,
            String href) {
        if (waiting.isEmpty()) return Optional.empty();
        return Optional.of(new HomeTask(
                code,
                urgency,
                title,
                Math.min(waiting.size(), HomeTask.COUNT_MAX),
                why,
                waiting.stream().limit(HomeTask.ITEMS_MAX).map(item).toList(),
                href));
    }
}
