package noroshi.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.people.Officer;
import noroshi.people.Officers;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import noroshi.publishing.AddRemark;
import noroshi.publishing.Content;
import noroshi.publishing.Outcome;
import noroshi.publishing.RemandArticle;
import noroshi.publishing.RequestReview;
import noroshi.publishing.WriteArticle;
import noroshi.routes.Route;
import noroshi.routes.SaveRoute;
import noroshi.routes.Step;
import org.springframework.stereotype.Component;

/** A route of two steps, something that waits on it, and a draft that came back with a remark: so that the workflow can be seen. */
@Component
final class DemoWorkflow {

    private static final String MIYAGI = "040002";
    private static final String EVENTS = "events";

    private final Tenancy tenancy;
    private final Officers officers;
    private final SaveRoute saveRoute;
    private final WriteArticle writeArticle;
    private final RequestReview requestReview;
    private final AddRemark addRemark;
    private final RemandArticle remandArticle;

    DemoWorkflow(
            Tenancy tenancy,
            Officers officers,
            SaveRoute saveRoute,
            WriteArticle writeArticle,
            RequestReview requestReview,
            AddRemark addRemark,
            RemandArticle remandArticle) {
        this.tenancy = tenancy;
        this.officers = officers;
        this.saveRoute = saveRoute;
        this.writeArticle = writeArticle;
        this.requestReview = requestReview;
        this.addRemark = addRemark;
        this.remandArticle = remandArticle;
    }

    /** After the loader's transaction: by the officers' own use cases. */
    void load(Instant now) {
        var author = officer("sato");
        addRoute(author.department(), now);
        var waits = Content.of("県政広報展を開きます", "県のしごとを写真で紹介します。", "県庁1階の県民ロビーで、県政広報展を開きます。\n\n入場は無料です。\n");
        asked(author, waits.withDepartment(author.department()), now);
        var comesBack = Content.of("県庁見学の参加者を募集します", "夏休みに親子で参加できます。", "県庁を見学する親子を募集します。\n\n申込みは電話でお受けします。\n");
        asked(author, comesBack.withDepartment(author.department()), now)
                .ifPresent(done -> sendBack(done.article().id(), officer("suzuki"), now));
    }

    private void addRoute(String department, Instant now) {
        var route = new Route(
                MIYAGI,
                0,
                "催しのお知らせ（広報課）",
                EVENTS,
                department,
                List.of(
                        new Step(1, "班長の確認", Role.APPROVER, null, false, List.of(), 1),
                        new Step(2, "課長の承認", Role.HEAD, null, true, List.of(), 1)),
                List.of(officer("kanko").id()),
                List.of());
        saveRoute.handle(new SaveRoute.Command(route, officer("admin"), now));
    }

    private void sendBack(long article, Officer by, Instant now) {
        addRemark.handle(
                new AddRemark.Command(MIYAGI, article, 1, 3, "電話", "聞こえにくい方のために、メールとファクスの申込み方法も書いてください。", by, now));
        remandArticle.handle(new RemandArticle.Command(MIYAGI, article, 1, "申込み方法を補ってください。", by, now));
    }

    private Optional<Outcome.Done> asked(Officer author, Content content, Instant now) {
        var written = writeArticle.handle(new WriteArticle.Command(MIYAGI, EVENTS, content, author, now));
        if (!(written instanceof Outcome.Done done)) return Optional.empty();
        requestReview.handle(new RequestReview.Command(MIYAGI, done.article().id(), 1, "", author, now));
        return Optional.of(done);
    }

    private Officer officer(String login) {
        return tenancy.in(MIYAGI, () -> officers.list(MIYAGI)).stream()
                .filter(officer -> officer.login().equals(login))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s is not in officers.csv.".formatted(login)));
    }
}
