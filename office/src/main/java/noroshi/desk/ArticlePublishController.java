package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import noroshi.channels.Reach;
import noroshi.people.Officer;
import noroshi.publishing.Article;
import noroshi.publishing.ArticleState;
import noroshi.publishing.Outcome;
import noroshi.publishing.Outcome.Problem;
import noroshi.publishing.PublishArticle;
import noroshi.publishing.PublishingLane;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 公開・予約: the last look before readers see it, with how many will be told. */
@Controller
class ArticlePublishController {

    private final ArticleDesk desk;
    private final PublishArticle publishArticle;
    private final ArticleFlaws flaws;
    private final Reach reach;
    private final InstantSource clock;

    ArticlePublishController(
            ArticleDesk desk, PublishArticle publishArticle, ArticleFlaws flaws, Reach reach, InstantSource clock) {
        this.desk = desk;
        this.publishArticle = publishArticle;
        this.flaws = flaws;
        this.reach = reach;
        this.clock = clock;
    }

    @GetMapping("/articles/{id}/publish")
    View confirm(Frame frame, Officer me, @PathVariable String id, @RequestParam(defaultValue = "") String lane) {
        var article = desk.article(me, id);
        var form = new ArticlePublishForm(
                lane.equals("emergency"),
                "now",
                Moments.date(article.opensAt()),
                Moments.time(article.opensAt()),
                Moments.date(article.closesAt()),
                Moments.time(article.closesAt()),
                "");
        return screen(frame, me, article, form);
    }

    @PostMapping("/articles/{id}/publish")
    View publish(
            Frame frame, Officer me, @PathVariable String id, @RequestParam int edition, HttpServletRequest request) {
        var article = desk.article(me, id);
        var form = ArticlePublishForm.read(request);
        var problems = new ArrayList<Problem>();
        var opensAt = form.opening().read(LocalTime.of(9, 0), problems);
        var closesAt = form.closing().read(LocalTime.of(23, 59), problems);
        boolean later = form.when().equals("later");
        if (later && form.opening().isEmpty())
            problems.add(new Problem("opens", "公開する日時がありません。日付と時刻を入力するか、「すぐに公開する」を選んでください。"));
        if (later && opensAt != null && !opensAt.isAfter(clock.instant()))
            problems.add(new Problem("opens", "公開する日時が過ぎています。これからの日時を入力するか、「すぐに公開する」を選んでください。"));
        if (!problems.isEmpty())
            return screen(frame, me, article, form)
                    .with("problems", new Problems(problems))
                    .status(422);

        var outcome = publishArticle.handle(new PublishArticle.Command(
                article.government(),
                article.id(),
                edition,
                form.emergency() ? PublishingLane.EMERGENCY : PublishingLane.ORDINARY,
                later ? opensAt : null,
                closesAt,
                false,
                form.reason(),
                me,
                clock.instant()));
        if (outcome instanceof Outcome.Done done) {
            Notice.leave(request, published(done.article()));
            return new RedirectView("/articles/" + article.id());
        }
        return screen(frame, me, desk.article(me, id), form)
                .with("problems", ArticleAnswers.problems(outcome, "when"))
                .status(ArticleAnswers.status(outcome));
    }

    private static String published(Article article) {
        if (article.isOpen() && article.state() == ArticleState.SCHEDULED) return "差し替えを予約しました。それまでは、いまの版を公開し続けます。";
        if (article.isOpen()) return "公開しました。公開サイトには1秒ほどで表示されます。";
        return "公開を予約しました。%sに自動で公開されます。".formatted(Moments.full(article.opensAt()));
    }

    private Screen screen(Frame frame, Officer me, Article article, ArticlePublishForm form) {
        var shown = desk.shown(me, article);
        var content = shown.newest().content();
        return Screen.of("publish", frame)
                .with("shown", shown)
                .with("form", form)
                .with("flaws", flaws.of(me, article, shown.newest()))
                .with(
                        "reach",
                        article.firstPublicAt() == null
                                ? reach.count(article.government(), article.series(), content.areas())
                                : 0);
    }
}
