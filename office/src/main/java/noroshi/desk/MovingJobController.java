package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.stream.Collectors;
import noroshi.moving.DiscardMoving;
import noroshi.moving.MovingDesk;
import noroshi.moving.MovingJob;
import noroshi.moving.MovingOutcome;
import noroshi.moving.ReleaseMoving;
import noroshi.moving.UndoMoving;
import noroshi.people.Directory;
import noroshi.platform.Tenancy;
import noroshi.publishing.Markdown;
import noroshi.publishing.SeriesShelf;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** One move: how far it is, what became of each page, and the acts that follow the review. */
@Controller
class MovingJobController {

    private final MovingDesk desk;
    private final ReleaseMoving release;
    private final UndoMoving undo;
    private final DiscardMoving discard;
    private final SeriesShelf shelf;
    private final Directory directory;
    private final Tenancy tenancy;
    private final InstantSource clock;

    MovingJobController(
            MovingDesk desk,
            ReleaseMoving release,
            UndoMoving undo,
            DiscardMoving discard,
            SeriesShelf shelf,
            Directory directory,
            Tenancy tenancy,
            InstantSource clock) {
        this.desk = desk;
        this.release = release;
        this.undo = undo;
        this.discard = discard;
        this.shelf = shelf;
        this.directory = directory;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    private MovingJob job(Acting acting, long id) {
        SettingsController.check(acting);
        return tenancy.in(acting.code(), () -> desk.find(acting.code(), id)).orElseThrow(() -> Refused.missing("取込み"));
    }

    @GetMapping("/settings/moving/{id}")
    View show(
            Frame frame,
            Acting acting,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int after) {
        return screen(frame, acting, job(acting, id), state, q, after, FieldTrouble.NONE);
    }

    private Screen screen(
            Frame frame, Acting acting, MovingJob job, String state, String q, int after, FieldTrouble trouble) {
        return tenancy.in(acting.code(), () -> {
            var pages = desk.pages(job, state, q, after);
            return Screen.of("movingjob", frame)
                    .with("acting", acting)
                    .with("job", job)
                    .with("counts", desk.counts(job))
                    .with("pages", pages)
                    .with("state", state)
                    .with("words", q)
                    .with(
                            "next",
                            pages.size() < MovingDesk.PAGE ? 0 : pages.getLast().number())
                    .with("trouble", trouble);
        });
    }

    @GetMapping("/settings/moving/{id}/pages/{number}")
    View page(Frame frame, Acting acting, @PathVariable long id, @PathVariable int number) {
        var job = job(acting, id);
        return tenancy.in(acting.code(), () -> {
            var page = desk.page(job, number).orElseThrow(() -> Refused.missing("ページ"));
            // Files are not among media before the release: the preview asks the job for them.
            var html = Markdown.render(
                            page.body(),
                            address -> address.startsWith("/media/")
                                    ? "/settings/moving/%d/files/%s?government=%s"
                                            .formatted(id, address.substring(7), acting.code())
                                    : address.startsWith("article:") ? "" : address)
                    .html();
            return Screen.of("movingpage", frame)
                    .with("acting", acting)
                    .with("job", job)
                    .with("page", page)
                    .with("html", html)
                    .with("series", shelf.list(acting.code()))
                    .with("departments", directory.listDepartments(acting.code()));
        });
    }

    @GetMapping("/settings/moving/{id}/files/{file}")
    void file(Acting acting, @PathVariable long id, @PathVariable String file, HttpServletResponse response)
            throws IOException {
        var job = job(acting, id);
        var hash = file.replaceFirst("\\..*", "");
        var content = tenancy.in(acting.code(), () -> desk.file(job, hash)).orElseThrow(() -> Refused.missing("ファイル"));
        boolean image = file.matches(".*\\.(png|jpg|gif|webp)");
        response.setContentType(
                image ? "image/" + file.replaceFirst(".*\\.", "").replace("jpg", "jpeg") : "application/octet-stream");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!image) response.setHeader("Content-Disposition", "attachment");
        response.getOutputStream().write(content);
    }

    @GetMapping("/settings/moving/{id}/report.csv")
    View report(Acting acting, @PathVariable long id) {
        var job = job(acting, id);
        return TableFile.of("moving-" + id, out -> {
            out.row("番号", "元のアドレス", "種類", "結果", "理由", "題名", "媒体", "課室", "公開日", "更新日", "記事", "エラー", "指摘");
            for (var page : tenancy.in(acting.code(), () -> desk.report(job)))
                out.row(
                        page.number(),
                        page.address(),
                        page.kind().equals("page") ? "ページ" : page.kind().equals("media") ? "ファイル" : "その他",
                        page.stateInJapanese(),
                        page.reason(),
                        page.title(),
                        page.series(),
                        page.department(),
                        Moments.date(page.publicAt()),
                        Moments.date(page.changedAt()),
                        page.state().equals("released") ? page.article() : null,
                        page.errors(),
                        page.findings().stream()
                                .map(one -> one.japanese() + " " + one.words())
                                .collect(Collectors.joining(" / ")));
        });
    }

    @PostMapping("/settings/moving/{id}/release")
    View release(
            Frame frame,
            Acting acting,
            @PathVariable long id,
            @RequestParam(defaultValue = "draft") String errors,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String batch,
            HttpServletRequest request) {
        var job = job(acting, id);
        int pages =
                batch.isBlank() ? 0 : batch.strip().matches("[1-9][0-9]{0,5}") ? Integer.parseInt(batch.strip()) : -1;
        var outcome = release.handle(new ReleaseMoving.Command(
                acting.code(), id, errors.equals("public"), reason, pages, acting.officer(), clock.instant()));
        return ended(frame, acting, job, outcome, "公開を始めました。終わると公開サイトが作り直されます。", request);
    }

    @PostMapping("/settings/moving/{id}/undo")
    View undo(Frame frame, Acting acting, @PathVariable long id, HttpServletRequest request) {
        var job = job(acting, id);
        var outcome = undo.handle(new UndoMoving.Command(acting.code(), id, acting.officer(), clock.instant()));
        return ended(frame, acting, job, outcome, "取り消しを始めました。ページは確認待ちに戻ります。", request);
    }

    @PostMapping("/settings/moving/{id}/discard")
    View discard(Frame frame, Acting acting, @PathVariable long id, HttpServletRequest request) {
        var job = job(acting, id);
        var outcome = discard.handle(new DiscardMoving.Command(acting.code(), id, acting.officer(), clock.instant()));
        return ended(frame, acting, job, outcome, "取り込んだ内容を破棄しました。", request);
    }

    private View ended(
            Frame frame, Acting acting, MovingJob job, MovingOutcome outcome, String told, HttpServletRequest request) {
        return switch (outcome) {
            case MovingOutcome.Done done -> {
                Notice.leave(request, told);
                yield new RedirectView(acting.at("/settings/moving/" + job.id()));
            }
            case MovingOutcome.Refused(var field, var reason) ->
                screen(frame, acting, job, "", "", 0, new FieldTrouble(field.isEmpty() ? "release" : field, reason))
                        .status(422);
            case MovingOutcome.NotAllowed(var reason) -> throw new Refused(403, "この操作はできません", reason);
            case MovingOutcome.Missing missing -> throw Refused.missing("取込み");
        };
    }
}
