package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.publishing.AllOrNothing;
import noroshi.publishing.Article;
import noroshi.publishing.Change;
import noroshi.publishing.Content;
import noroshi.publishing.Editing;
import noroshi.publishing.Marks;
import noroshi.publishing.Outcome;
import noroshi.publishing.Outcome.Problem;
import noroshi.publishing.RequestReview;
import noroshi.publishing.ReviseArticle;
import noroshi.publishing.WriteArticle;
import noroshi.writing.UnsavedTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 記事を書く・直す. Whatever is wrong, what was typed stands in the fields again. */
@Controller
class ArticleFormController {

    private final ArticleDesk desk;
    private final ArticleFormScreen screen;
    private final ArticleUploads uploads;
    private final BringIn bringIn;
    private final KeptForms kept;
    private final OnceOnly onceOnly;
    private final AllOrNothing allOrNothing;
    private final WriteArticle writeArticle;
    private final ReviseArticle reviseArticle;
    private final RequestReview requestReview;
    private final EditingDesk editing;
    private final InstantSource clock;

    ArticleFormController(
            ArticleDesk desk,
            ArticleFormScreen screen,
            ArticleUploads uploads,
            BringIn bringIn,
            KeptForms kept,
            OnceOnly onceOnly,
            AllOrNothing allOrNothing,
            WriteArticle writeArticle,
            ReviseArticle reviseArticle,
            RequestReview requestReview,
            EditingDesk editing,
            InstantSource clock) {
        this.desk = desk;
        this.screen = screen;
        this.uploads = uploads;
        this.bringIn = bringIn;
        this.kept = kept;
        this.onceOnly = onceOnly;
        this.allOrNothing = allOrNothing;
        this.writeArticle = writeArticle;
        this.reviseArticle = reviseArticle;
        this.requestReview = requestReview;
        this.editing = editing;
        this.clock = clock;
    }

    @GetMapping("/articles/new")
    View blank(Frame frame, Officer me, Acting acting, HttpServletRequest request) {
        var series = request.getParameter("series");
        // A town's article concerns the town; the prefecture's officers say which part they mean.
        var areas = acting.government().kind().equals("prefecture") ? List.<String>of() : List.of(acting.code());
        var department = acting.isAtHome() ? me.department() : "";
        var form = ArticleForm.blank(series == null ? "" : series, department, areas, onceOnly.name());
        return offered(
                screen.of(frame, me, null, acting.code(), form, request).refusedFor(refusal(me)),
                acting.code(),
                me,
                UnsavedTexts.NEW);
    }

    private View offered(ArticleFormScreen.Shown shown, String government, Officer me, long article) {
        return kept.find(government, me, article, "").map(shown::offer).orElse(shown);
    }

    @GetMapping("/articles/{id}/edit")
    View edit(Frame frame, Officer me, @PathVariable String id, HttpServletRequest request) {
        var article = desk.article(me, id);
        if (desk.hasForm(article)) return new RedirectView("/forms/articles/" + article.id());
        var newest = desk.edition(article, article.newestEdition());
        var other = refusal(me).isEmpty() ? editing.begin(article, me) : Optional.<Editing.Lock>empty();
        if (other.isPresent()) return EditingDesk.locked(frame, article, newest, other.get());
        var image = desk.findMedia(article.government(), newest.content().image());
        var form = ArticleForm.of(article, newest, image.orElse(null), onceOnly.name());
        return offered(
                screen.of(frame, me, article, article.government(), form, request)
                        .refusedFor(refusal(me)),
                article.government(),
                me,
                article.id());
    }

    @PostMapping("/articles/new")
    View write(Frame frame, Officer me, Acting acting, HttpServletRequest request) {
        return save(frame, me, null, acting.code(), Marks.NONE, request);
    }

    @PostMapping("/articles/{id}/edit")
    View revise(Frame frame, Officer me, @PathVariable String id, HttpServletRequest request) {
        var article = desk.article(me, id);
        var marks = desk.edition(article, article.newestEdition()).content().marks();
        return save(frame, me, article, article.government(), marks, request);
    }

    private View save(
            Frame frame,
            Officer me,
            @Nullable Article article,
            String government,
            Marks marks,
            HttpServletRequest request) {
        var taken = uploads.take(request, me, government, ArticleForm.read(request));
        var act = Objects.requireNonNullElse(request.getParameter("act"), "");
        long number = article == null ? UnsavedTexts.NEW : article.id();
        var brought = bringIn.bring(request, me, government, taken.form(), act);
        if (brought.isPresent() || act.startsWith(ArticleFinding.REPAIR) || act.equals("preview"))
            return look(frame, me, article, government, taken, brought.orElse(null), act, request);
        var form = taken.form();
        var shown = screen.of(frame, me, article, government, form, request);
        var problems = new ArrayList<>(taken.problems().all());
        var content = form.content(marks, problems);
        var change = form.changeToReaders(problems);
        var other = article == null ? Optional.<Editing.Lock>empty() : editing.begin(article, me);
        if (article == null && form.series().isBlank())
            problems.add(new Problem("series", "媒体が選ばれていません。記事を載せる媒体を選んでください。"));
        if (!problems.isEmpty())
            return shown.invalid(all(problems, government, first(me, article, government, form, content, change)));

        if (article != null && other.isPresent())
            return shown.takenOver(editing.keep(article, me, form, request, other.get()));
        boolean ask = act.equals("save-and-request");
        var result = onceOnly.act(
                request,
                form.once(),
                () -> allOrNothing.handle(
                        government, first(me, article, government, form, content, change), next(me, ask)));
        if (result.outcome() == null)
            return new RedirectView("/articles/" + result.before().getAsLong());
        if (article != null && result.outcome() instanceof Outcome.Done) editing.end(article, me);
        return switch (result.outcome()) {
            case Outcome.Done done -> {
                kept.forget(government, me, number);
                yield saved(request, done, ask);
            }
            case Outcome.Invalid invalid -> shown.invalid(new Problems(invalid.problems()));
            case Outcome.Flawed flawed -> shown.invalid(ArticleAnswers.problems(flawed, "body"));
            case Outcome.NotAllowed(var reason) -> shown.refusedFor(reason);
            case Outcome.Missing(var what) -> shown.refusedFor(what);
            case Outcome.Overtaken overtaken -> shown.overtaken(overtaken.newestEdition());
        };
    }

    /** The form once more, with what was asked for done in it; nothing is saved, but it is kept in case the window is lost. */
    private View look(
            Frame frame,
            Officer me,
            @Nullable Article article,
            String government,
            ArticleUploads.Taken taken,
            BringIn.@Nullable Brought brought,
            String act,
            HttpServletRequest request) {
        var started = brought == null ? taken.form() : brought.form();
        var form = act.startsWith(ArticleFinding.REPAIR)
                ? started.repaired(screen.draft(government, started.body()), act)
                : started;
        var problems = new ArrayList<>(taken.problems().all());
        if (brought != null) problems.addAll(brought.problems());
        form.happening(problems);
        form.changeToReaders(problems);
        kept.keep(government, me, article == null ? UnsavedTexts.NEW : article.id(), form, request, clock.instant());
        return screen.of(frame, me, article, government, form, request)
                .preview(brought == null ? List.of() : brought.notices())
                .problems(new Problems(problems));
    }

    /** Everything at once: what the form's fields lack, and what the use case would say of the rest; nothing is written. */
    private Problems all(List<Problem> found, String government, Supplier<Outcome> first) {
        var outcome = allOrNothing.handle(government, first, List.of(done -> new Outcome.Invalid(found)));
        var others = outcome instanceof Outcome.Invalid(var problems) ? problems : found;
        return new Problems(found).and(new Problems(others));
    }

    private Supplier<Outcome> first(
            Officer me,
            @Nullable Article article,
            String government,
            ArticleForm form,
            Content content,
            Change change) {
        if (article == null)
            return () -> writeArticle.handle(
                    new WriteArticle.Command(government, form.series(), content, me, clock.instant()));
        return () -> reviseArticle.handle(new ReviseArticle.Command(
                government, article.id(), form.basedOn(), content, change, me, clock.instant()));
    }

    private List<Function<Outcome.Done, Outcome>> next(Officer me, boolean ask) {
        if (!ask) return List.of();
        return List.of(done -> requestReview.handle(new RequestReview.Command(
                done.article().government(), done.article().id(), done.edition().number(), "", me, clock.instant())));
    }

    private static View saved(HttpServletRequest request, Outcome.Done done, boolean asked) {
        var what = done.edition().number() == 1
                ? "下書きを保存しました。"
                : "第%d版を保存しました。".formatted(done.edition().number());
        Notice.leave(request, asked ? what + "承認を依頼しました。" : what + "まだ公開されていません。次の操作を選んでください。");
        return new RedirectView("/articles/" + done.article().id());
    }

    private static String refusal(Officer me) {
        return me.has(Role.AUTHOR) || me.has(Role.EMERGENCY)
                ? ""
                : "記事を書けるのは「作成者」か「緊急発信担当」の役割がある職員です。管理者に役割の追加を依頼してください。";
    }
}
