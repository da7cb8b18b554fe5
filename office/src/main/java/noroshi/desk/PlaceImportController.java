package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Serializable;
import java.time.InstantSource;
import java.util.List;
import noroshi.shelters.ImportPlaces;
import noroshi.shelters.ImportPlaces.Ended;
import noroshi.shelters.ImportRow;
import noroshi.shelters.Imports;
import noroshi.shelters.UndoImport;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Lists of shelters and facilities from files: first what would happen, then all of it at once; and taken back. */
@Controller
class PlaceImportController {

    private static final String KEY = "noroshi.place-import";
    private static final int SHOWN_MAX = 500;

    private final ImportPlaces take;
    private final UndoImport undo;
    private final Imports imports;
    private final InstantSource clock;

    PlaceImportController(ImportPlaces take, UndoImport undo, Imports imports, InstantSource clock) {
        this.take = take;
        this.undo = undo;
        this.imports = imports;
        this.clock = clock;
    }

    /** The file between its rehearsal and its import. */
    private record Held(String government, String name, String kind, byte[] bytes) implements Serializable {}

    @GetMapping("/shelters/import")
    View show(Frame frame, Acting acting) {
        return screen(frame, acting, "", new Ended.Refused(""));
    }

    @PostMapping("/shelters/import")
    View rehearse(
            Frame frame,
            Acting acting,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String kind,
            HttpServletRequest request)
            throws IOException {
        if (file.isEmpty())
            return screen(frame, acting, "", new Ended.Refused("ファイルを選んでください。")).status(422);
        if (file.getSize() > ImportPlaces.FILE_BYTES_MAX)
            return screen(
                            frame,
                            acting,
                            "",
                            new Ended.Refused("ファイルが大きすぎます。%,d バイト以下に分けてください。".formatted(ImportPlaces.FILE_BYTES_MAX)))
                    .status(422);
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var held = new Held(acting.code(), name, kind, file.getBytes());
        var ended = handle(acting, held, true);
        boolean clear = ended instanceof Ended.Taken taken && taken.changesSomething();
        if (clear) request.getSession().setAttribute(KEY, held);
        else request.getSession().removeAttribute(KEY);
        return screen(frame, acting, name, ended).status(ended instanceof Ended.Refused ? 422 : 200);
    }

    @PostMapping("/shelters/import/now")
    View take(Frame frame, Acting acting, HttpServletRequest request) {
        var session = request.getSession();
        if (!(session.getAttribute(KEY) instanceof Held held)
                || !held.government().equals(acting.code()))
            return screen(frame, acting, "", new Ended.Refused("予行したファイルが残っていません。もう一度ファイルを選んでください。"))
                    .status(422);
        session.removeAttribute(KEY);
        return screen(frame, acting, held.name(), handle(acting, held, false));
    }

    private Ended handle(Acting acting, Held held, boolean dry) {
        return take.handle(new ImportPlaces.Command(
                acting.code(), held.name(), held.bytes(), held.kind(), dry, acting.officer(), clock.instant()));
    }

    @GetMapping("/shelters/imports/{id:[0-9]+}")
    View report(Acting acting, @PathVariable long id) {
        var rows = imports.rows(acting.code(), id);
        return TableFile.of("import-" + id, out -> {
            out.row("行", "名称", "判定", "内容");
            for (var row : rows) out.row(row.line(), row.name(), row.verdict().japanese(), row.detail());
        });
    }

    @PostMapping("/shelters/imports/{id:[0-9]+}/undo")
    View undo(Acting acting, @PathVariable long id, HttpServletRequest request) {
        var ended = undo.handle(new UndoImport.Command(acting.code(), id, acting.officer(), clock.instant()));
        Notice.leave(request, ended.words());
        return new RedirectView(acting.at("/shelters/import"));
    }

    private Screen screen(Frame frame, Acting acting, String file, Ended ended) {
        List<ImportRow> told = ended instanceof Ended.Taken taken
                ? taken.rows().stream()
                        .filter(row -> row.verdict() != ImportRow.Verdict.SAME
                                || !row.detail().isEmpty())
                        .toList()
                : List.of();
        return Screen.of("placeimport", frame)
                .with("acting", acting)
                .with("file", file)
                .with("problem", ended instanceof Ended.Refused(var reason) ? reason : "")
                .with("taken", ended instanceof Ended.Taken taken ? List.of(taken) : List.of())
                .with("rows", told.stream().limit(SHOWN_MAX).toList())
                .with("hidden", Math.max(0, told.size() - SHOWN_MAX))
                .with("imports", imports.list(acting.code()));
    }
}
