package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import noroshi.checks.Draft;
import noroshi.people.Directory;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import noroshi.publishing.Article;
import noroshi.publishing.Content;
import noroshi.publishing.Edition;
import noroshi.publishing.Flaw;
import noroshi.publishing.MediaFact;
import noroshi.publishing.MediaShelf;
import noroshi.publishing.Remark;
import noroshi.publishing.Remarks;
import noroshi.publishing.SeriesShelf;
import noroshi.workflow.DraftFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Puts together the screen of the article form. */
@Component
class ArticleFormScreen {

    private final ArticleDesk desk;
    private final Tenancy tenancy;
    private final SeriesShelf series;
    private final Directory directory;
    private final MediaShelf media;
    private final Remarks remarks;
    private final DraftFacts drafts;

    ArticleFormScreen(
            ArticleDesk desk,
            Tenancy tenancy,
            SeriesShelf series,
            Directory directory,
            MediaShelf media,
            Remarks remarks,
            DraftFacts drafts) {
        this.desk = desk;
        this.tenancy = tenancy;
        this.series = series;
        this.directory = directory;
        this.media = media;
        this.remarks = remarks;
        this.drafts = drafts;
    }

    Shown of(
            Frame frame,
            Officer me,
            @Nullable Article article,
            String government,
            ArticleForm form,
            HttpServletRequest request) {
        var choices = choices(government, form, ArticleUploads.held(request));
        var screen = Screen.of("articleform", frame)
                .with("form", form)
                .with("choices", choices)
                .with("id", article == null ? 0L : article.id())
                .with("isPublic", article != null && article.isOpen())
                .with("remarked", RemarkedText.of(form.body(), openRemarks(article)))
                .with("problems", Problems.NONE)
                .with("refusal", "");
        return new Shown(screen, desk, me, article, government, form, () -> draft(government, form.body()));
    }

    private List<Remark> openRemarks(@Nullable Article article) {
        if (article == null) return List.of();
        return tenancy.in(article.government(), () -> remarks.open(article.government(), article.id()));
    }

    /** The body with all that the checks must know of it. */
    Draft draft(String government, String body) {
        return tenancy.in(government, () -> drafts.draft(government, body));
    }

    private ArticleChoices choices(String government, ArticleForm form, String held) {
        return tenancy.in(
                government,
                () -> new ArticleChoices(
                        government,
                        series.list(government),
                        ArticleChoices.groups(directory.listAreas()),
                        directory.listTopics(),
                        directory.listDepartments(government),
                        found(government, List.of(form.image())),
                        found(government, form.attachments()),
                        held));
    }

    private List<MediaFact> found(String government, List<String> hashes) {
        return hashes.stream()
                .flatMap(hash -> media.find(government, hash).stream())
                .toList();
    }

    /** The form on its way to the browser; each method adds one thing to say. */
    record Shown(
            Screen screen,
            ArticleDesk desk,
            Officer me,
            @Nullable Article article,
            String government,
            ArticleForm form,
            Supplier<Draft> draft)
            implements View {

        Shown problems(Problems problems) {
            screen.with("problems", problems);
            return this;
        }

        Shown invalid(Problems problems) {
            screen.with("problems", problems).status(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return this;
        }

        /** @param reason ""; or why this officer cannot: the fields stay, so that the text can be taken elsewhere */
        Shown refusedFor(String reason) {
            if (!reason.isEmpty()) screen.with("refusal", reason).status(HttpServletResponse.SC_FORBIDDEN);
            return this;
        }

        Shown preview() {
            var rendered = ArticleDesk.rendered(government, form.body());
            var findings = ArticleFinding.in(draft.get());
            screen.with("preview", new ArticlePreview(rendered.html(), rendered.notices(), findings, words()));
            return this;
        }

        /** The body's findings stand at their places; those of title and summary are named beside them. */
        private List<Flaw> words() {
            var content = Content.of(form.title(), form.summary(), "");
            return desk.flaws(government, content);
        }

        /** Somebody took the article over while this text was written: it is kept, and stays in the fields. */
        Shown takenOver(String sentence) {
            screen.with("problems", Problems.of("body", sentence)).status(HttpServletResponse.SC_CONFLICT);
            return this;
        }

        /** Someone else was faster: both texts are shown, and saving again is then meant. */
        Shown overtaken(int newest) {
            if (article == null) return this;
            var theirs = desk.edition(article, newest);
            screen.with("form", form.basedOn(newest))
                    .with("conflict", ArticleConflict.of(theirs, who(theirs), form))
                    .status(HttpServletResponse.SC_CONFLICT);
            return this;
        }

        private String who(Edition theirs) {
            if (theirs.writtenBy() == me.id()) return "あなたが別の画面で先に";
            return desk.names(government).getOrDefault(theirs.writtenBy(), "ほかの職員") + "さんが先に";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            screen.render(model, request, response);
        }
    }
}
