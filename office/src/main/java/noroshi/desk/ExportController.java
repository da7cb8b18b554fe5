package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import noroshi.exports.Exports;
import noroshi.people.OfficerAccounts;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.publishing.ArticleState;
import noroshi.publishing.Articles;
import noroshi.publishing.SeriesShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 書き出し: everything of a government in one file, and the list of articles as a table. */
@Controller
class ExportController {

    private static final int ARTICLES_MAX = 10_000;
    private static final int PIECE = 500;

    private final Exports exports;
    private final Articles articles;
    private final SeriesShelf shelf;
    private final OfficerAccounts accounts;
    private final Audit audit;
    private final Tenancy tenancy;
    private final InstantSource clock;

    ExportController(
            Exports exports,
            Articles articles,
            SeriesShelf shelf,
            OfficerAccounts accounts,
            Audit audit,
            Tenancy tenancy,
            InstantSource clock) {
        this.exports = exports;
        this.articles = articles;
        this.shelf = shelf;
        this.accounts = accounts;
        this.audit = audit;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping("/settings/exports")
    View list(Frame frame, Acting acting) {
        SettingsController.check(acting);
        return screen(frame, acting, FieldTrouble.NONE);
    }

    private Screen screen(Frame frame, Acting acting, FieldTrouble trouble) {
        return tenancy.in(acting.code(), () -> Screen.of("exports", frame)
                .with("acting", acting)
                .with("all", exports.list(acting.code()))
                .with("names", accounts.names(acting.code()))
                .with("trouble", trouble));
    }

    @PostMapping("/settings/exports")
    View request(
            Frame frame,
            Acting acting,
            @RequestParam(defaultValue = "") String subscribers,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        SettingsController.check(acting);
        return ended(
                frame,
                acting,
                exports.request(acting.code(), !subscribers.isEmpty(), reason, acting.officer(), clock.instant()),
                "書き出しを頼みました。できあがると、この画面から受け取れます。",
                request);
    }

    @PostMapping("/settings/exports/{id}/remove")
    View remove(Frame frame, Acting acting, @PathVariable long id, HttpServletRequest request) {
        SettingsController.check(acting);
        return ended(frame, acting, exports.remove(acting.code(), id, acting.officer()), "書き出しのファイルを消しました。", request);
    }

    private View ended(Frame frame, Acting acting, Exports.Outcome outcome, String told, HttpServletRequest request) {
        return switch (outcome) {
            case Exports.Outcome.Done done -> {
                Notice.leave(request, told);
                yield new RedirectView(acting.at("/settings/exports"));
            }
            case Exports.Outcome.Refused(var field, var reason) ->
                screen(frame, acting, new FieldTrouble(field.isEmpty() ? "request" : field, reason))
                        .status(422);
        };
    }

    /** A POST, for receiving it is an act that is on the record. */
    @PostMapping("/settings/exports/{id}/file")
    void receive(Acting acting, @PathVariable long id, HttpServletResponse response) throws IOException {
        SettingsController.check(acting);
        var file = exports.receive(acting.code(), id, acting.officer()).orElseThrow(() -> Refused.missing("書き出しのファイル"));
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLengthLong(Files.size(file));
        Files.copy(file, response.getOutputStream());
    }

    @GetMapping("/articles.csv")
    View articles(
            Acting acting,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String series) {
        var wanted = ArticleListController.state(state);
        return TableFile.of("articles", out -> {
            out.row("番号", "状態", "媒体", "題名", "要約", "版", "課室", "書いた人", "書いた日時", "公開日時", "更新日時", "アドレス");
            tenancy.run(acting.code(), () -> lines(acting, q.strip(), wanted, series.isBlank() ? null : series, out));
        });
    }

    private void lines(
            Acting acting, String words, @Nullable ArticleState state, @Nullable String series, TableFile.Rows out) {
        var names = accounts.names(acting.code());
        var titles = shelf.list(acting.code()).stream()
                .collect(java.util.stream.Collectors.toMap(one -> one.code(), one -> one.name()));
        Long before = null;
        int count = 0;
        while (count < ARTICLES_MAX) {
            var rows = articles.list(
                    acting.code(), new Articles.Question(state, series, null, null, words, before), PIECE);
            for (var row : rows) {
                var article = row.article();
                out.row(
                        article.id(),
                        article.state().japanese(),
                        titles.getOrDefault(article.series(), article.series()),
                        row.newest().content().title(),
                        row.newest().content().summary(),
                        row.newest().number(),
                        row.newest().content().department(),
                        names.getOrDefault(row.newest().writtenBy(), "自動"),
                        Moments.brief(row.newest().writtenAt()),
                        Moments.brief(article.firstPublicAt()),
                        Moments.brief(article.changedAt()),
                        article.path());
            }
            count += rows.size();
            if (rows.size() < PIECE) break;
            before = rows.getLast().article().id();
        }
        audit.record(acting.code(), acting.officer().id(), "articles.listed", "articles", "%d件".formatted(count));
    }
}
