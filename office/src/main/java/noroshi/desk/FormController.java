package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import noroshi.forms.FieldType;
import noroshi.forms.Form;
import noroshi.forms.FormBody;
import noroshi.forms.FormShelf;
import noroshi.forms.SaveFormValues;
import noroshi.forms.ValueCheck;
import noroshi.people.Directory;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import noroshi.platform.Time;
import noroshi.publishing.AllOrNothing;
import noroshi.publishing.Article;
import noroshi.publishing.Change;
import noroshi.publishing.Content;
import noroshi.publishing.Happening;
import noroshi.publishing.Outcome;
import noroshi.publishing.Outcome.Problem;
import noroshi.publishing.ReviseArticle;
import noroshi.publishing.WriteArticle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 定型フォーム: the forms, and an article written through one. Its body is made from the fields; all else goes as with any article. */
@Controller
class FormController {

    private final Tenancy tenancy;
    private final FormShelf shelf;
    private final FormUploads uploads;
    private final Directory directory;
    private final ArticleDesk desk;
    private final OnceOnly onceOnly;
    private final AllOrNothing allOrNothing;
    private final WriteArticle writeArticle;
    private final ReviseArticle reviseArticle;
    private final SaveFormValues saveValues;
    private final InstantSource clock;

    FormController(
            Tenancy tenancy,
            FormShelf shelf,
            FormUploads uploads,
            Directory directory,
            ArticleDesk desk,
            OnceOnly onceOnly,
            AllOrNothing allOrNothing,
            WriteArticle writeArticle,
            ReviseArticle reviseArticle,
            SaveFormValues saveValues,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.shelf = shelf;
        this.uploads = uploads;
        this.directory = directory;
        this.desk = desk;
        this.onceOnly = onceOnly;
        this.allOrNothing = allOrNothing;
        this.writeArticle = writeArticle;
        this.reviseArticle = reviseArticle;
        this.saveValues = saveValues;
        this.clock = clock;
    }

    @GetMapping("/forms")
    View list(Frame frame, Acting acting) {
        return Screen.of("forms", frame)
                .with("acting", acting)
                .with("all", tenancy.in(acting.code(), () -> shelf.list(acting.code())))
                .with("mayDefine", acting.isAdministrator());
    }

    @GetMapping("/forms/{code:[a-z][a-z0-9-]{0,39}}/new")
    View blank(Frame frame, Acting acting, @PathVariable String code) {
        var entry = FormEntry.blank(
                form(acting, code), acting.isAtHome() ? acting.officer().department() : "", onceOnly.name());
        return screen(frame, acting.code(), 0, false, entry, Problems.NONE);
    }

    @PostMapping("/forms/{code:[a-z][a-z0-9-]{0,39}}/new")
    View write(Frame frame, Officer me, Acting acting, @PathVariable String code, HttpServletRequest request) {
        var entry = FormEntry.read(form(acting, code), new Fields(request.getParameterMap()));
        return save(frame, me, acting.code(), null, entry, request);
    }

    @GetMapping("/forms/articles/{id}")
    View edit(Frame frame, Officer me, @PathVariable String id) {
        var article = desk.article(me, id);
        var newest = desk.edition(article, article.newestEdition());
        var written = written(article).orElseThrow(() -> Refused.missing("フォームの記事"));
        // The form as it is now; what a field no longer there said stays in the older editions.
        var form = tenancy.in(
                        article.government(),
                        () -> shelf.find(article.government(), written.form().code()))
                .orElse(written.form());
        var entry = new FormEntry(
                form,
                newest.number(),
                newest.title(),
                newest.content().summary(),
                newest.content().department() == null ? "" : newest.content().department(),
                written.values(),
                "update",
                "",
                onceOnly.name());
        return screen(frame, article.government(), article.id(), article.isOpen(), entry, Problems.NONE);
    }

    @PostMapping("/forms/articles/{id}")
    View revise(Frame frame, Officer me, @PathVariable String id, HttpServletRequest request) {
        var article = desk.article(me, id);
        var written = written(article).orElseThrow(() -> Refused.missing("フォームの記事"));
        var form = tenancy.in(
                        article.government(),
                        () -> shelf.find(article.government(), written.form().code()))
                .orElse(written.form());
        return save(
                frame,
                me,
                article.government(),
                article,
                FormEntry.read(form, new Fields(request.getParameterMap())),
                request);
    }

    private java.util.Optional<FormShelf.Written> written(Article article) {
        return tenancy.in(
                article.government(),
                () -> shelf.findWritten(article.government(), article.id(), article.newestEdition()));
    }

    private Form form(Acting acting, String code) {
        return tenancy.in(acting.code(), () -> shelf.find(acting.code(), code))
                .orElseThrow(() -> Refused.missing("フォーム"));
    }

    private View save(
            Frame frame,
            Officer me,
            String government,
            @Nullable Article article,
            FormEntry typed,
            HttpServletRequest request) {
        var problems = new ArrayList<Problem>();
        var entry = uploads.take(request, me, government, typed, problems);
        problems.addAll(ValueCheck.problems(entry.form(), entry.values()));
        var change = change(entry, problems);
        long id = article == null ? 0 : article.id();
        boolean open = article != null && article.isOpen();
        if (!problems.isEmpty())
            return screen(frame, government, id, open, entry, new Problems(problems))
                    .status(422);
        var content = content(government, article, entry);
        List<Function<Outcome.Done, Outcome>> values =
                List.of(done -> saveValues.handle(done, entry.form(), entry.values()));
        var result = onceOnly.act(
                request,
                entry.once(),
                () -> allOrNothing.handle(
                        government,
                        () -> article == null
                                ? writeArticle.handle(new WriteArticle.Command(
                                        government, entry.form().series(), content, me, clock.instant()))
                                : reviseArticle.handle(new ReviseArticle.Command(
                                        government,
                                        article.id(),
                                        entry.basedOn(),
                                        content,
                                        change,
                                        me,
                                        clock.instant())),
                        values));
        if (result.outcome() == null)
            return new RedirectView("/articles/" + result.before().getAsLong());
        if (result.outcome() instanceof Outcome.Done done) {
            Notice.leave(
                    request,
                    "%sの第%d版を保存しました。まだ公開されていません。次の操作を選んでください。"
                            .formatted(entry.form().name(), done.edition().number()));
            return new RedirectView("/articles/" + done.article().id());
        }
        return screen(frame, government, id, open, entry, ArticleAnswers.problems(result.outcome(), "title"))
                .status(ArticleAnswers.status(result.outcome()));
    }

    private static Change change(FormEntry entry, List<Problem> problems) {
        return switch (entry.change()) {
            case "minor" -> Change.minorOne();
            case "correction" -> {
                if (entry.correction().isBlank())
                    problems.add(new Problem("correction", "訂正の内容がありません。どこをどう訂正したかを入力してください。"));
                yield Change.correcting(entry.correction());
            }
            default -> Change.update();
        };
    }

    /** What the form does not ask (areas, topics, lead image) stays as the edition before had it. */
    private Content content(String government, @Nullable Article article, FormEntry entry) {
        var names = tenancy.in(government, () -> shelf.names(government, entry.form(), List.of(entry.values())));
        var body = FormBody.of(entry.form(), entry.values(), names);
        var before = article == null
                ? Content.of("", "", "").withAreas(government.endsWith("0002") ? List.of() : List.of(government))
                : desk.edition(article, article.newestEdition()).content();
        return Content.of(entry.title(), entry.summary(), body)
                .withAreas(before.areas())
                .withTopics(before.topics())
                .withImage(before.image())
                .withMarks(before.marks())
                .withAttachments(before.attachments())
                .withDepartment(entry.department().isBlank() ? null : entry.department())
                .withHappening(entry.form().happening() ? happening(entry) : null);
    }

    private static @Nullable Happening happening(FormEntry entry) {
        var spans = entry.form().fields().stream()
                .filter(field -> field.type() == FieldType.SPAN)
                .toList();
        if (spans.isEmpty() || entry.part(spans.getFirst(), 0).isEmpty()) return null;
        var from = LocalDateTime.parse(entry.part(spans.getFirst(), 0))
                .atZone(Time.JAPAN)
                .toInstant();
        var to = entry.part(spans.getFirst(), 1);
        var place = entry.form().fields().stream()
                .filter(field -> field.type() == FieldType.PLACE)
                .map(field -> entry.part(field, 0))
                .findFirst()
                .orElse("");
        return new Happening(
                from,
                to.isEmpty() ? null : LocalDateTime.parse(to).atZone(Time.JAPAN).toInstant(),
                place);
    }

    private Screen screen(
            Frame frame, String government, long id, boolean isPublic, FormEntry entry, Problems problems) {
        return Screen.of("formentry", frame)
                .with("government", government)
                .with("id", id)
                .with("isPublic", isPublic)
                .with("entry", entry)
                .with(
                        "names",
                        tenancy.in(government, () -> shelf.names(government, entry.form(), List.of(entry.values()))))
                .with("departments", tenancy.in(government, () -> directory.listDepartments(government)))
                .with("problems", problems);
    }
}
