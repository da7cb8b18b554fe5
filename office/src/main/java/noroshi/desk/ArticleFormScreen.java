package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import noroshi.checks.Draft;
import noroshi.people.Directory;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import noroshi.publishing.Article;
import noroshi.publishing.Edition;
import noroshi.publishing.Markdown;
import noroshi.publishing.MediaFact;
import noroshi.publishing.MediaShelf;
import noroshi.publishing.Remark;
import noroshi.publishing.Remarks;
import noroshi.publishing.SeriesShelf;
import noroshi.workflow.DraftFacts;
import noroshi.writing.Shelf;
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
    private final Shelf shelf;

    ArticleFormScreen(
            ArticleDesk desk,
            Tenancy tenancy,
            SeriesShelf series,
            Directory directory,
            MediaShelf media,
            Remarks remarks,
            DraftFacts drafts,
            Shelf shelf) {
        this.desk = desk;
        this.tenancy = tenancy;
        this.series = series;
        this.directory = directory;
        this.media = media;
        this.remarks = remarks;
        this.drafts = drafts;
        this.shelf = shelf;
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
                .with("refusal", "")
                .with("snippets", tenancy.in(government, () -> shelf.listSnippets(government, me.department())));
        return new Shown(screen, desk, me, article, government, form, found -> preview(government, form, found));
    }

    private List<Remark> openRemarks(@Nullable Article article) {
        if (article == null) return List.of();
        return tenancy.in(article.government(), () -> remarks.open(article.government(), article.id()));
    }

    /** The body with all that the checks must know of it. */
    Draft draft(String government, String body) {
        return tenancy.in(government, () -> drafts.draft(government, body));
    }

    /** @param found noticed before, at lines of the body */
    ArticlePreview preview(String government, ArticleForm form, List<Markdown.Notice> found) {
        var rendered = ArticleDesk.rendered(government, form.body());
        var findings = ArticleFinding.in(form.title(), form.summary(), draft(government, form.body()));
        var notices = new ArrayList<>(found);
        notices.addAll(rendered.notices());
        return new ArticlePreview(rendered.html(), notices, findings);
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
            Function<List<Markdown.Notice>, ArticlePreview> previews)
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
            return preview(List.of());
        }

        /** @param found what was noticed while the text was brought in, at lines of the body */
        Shown preview(List<Markdown.Notice> found) {
            screen.with("preview", previews.apply(found));
            return this;
        }

        /** What the officer typed earlier and did not save. */
        Shown offer(KeptForms.Kept kept) {
            if (!kept.form().sameWords(form)) screen.with("kept", Moments.full(kept.at()));
            return this;
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
