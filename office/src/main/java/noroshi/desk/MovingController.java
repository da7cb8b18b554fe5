package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import noroshi.moving.MovingDesk;
import noroshi.moving.MovingOutcome;
import noroshi.moving.StartMoving;
import noroshi.people.Directory;
import noroshi.platform.Tenancy;
import noroshi.publishing.SeriesShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** サイトの取込み: what is moving in, and the form that begins a move. */
@Controller
class MovingController {

    private final MovingDesk desk;
    private final StartMoving start;
    private final SeriesShelf shelf;
    private final Directory directory;
    private final Tenancy tenancy;
    private final InstantSource clock;

    MovingController(
            MovingDesk desk,
            StartMoving start,
            SeriesShelf shelf,
            Directory directory,
            Tenancy tenancy,
            InstantSource clock) {
        this.desk = desk;
        this.start = start;
        this.shelf = shelf;
        this.directory = directory;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping("/settings/moving")
    View list(Frame frame, Acting acting) {
        SettingsController.check(acting);
        return tenancy.in(acting.code(), () -> {
            var jobs = desk.list(acting.code());
            return Screen.of("moving", frame)
                    .with("acting", acting)
                    .with("jobs", jobs)
                    .with("counts", jobs.stream().map(desk::counts).toList());
        });
    }

    @GetMapping("/settings/moving/new")
    View begin(Frame frame, Acting acting) {
        SettingsController.check(acting);
        return form(frame, acting, MovingFields.EMPTY, FieldTrouble.NONE);
    }

    @PostMapping("/settings/moving")
    View start(
            Frame frame,
            Acting acting,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String folder,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String origin,
            @RequestParam(defaultValue = "") String series,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String pages,
            @RequestParam(defaultValue = "") String depth,
            HttpServletRequest request)
            throws IOException {
        SettingsController.check(acting);
        var fields = new MovingFields(name, source, folder, address, origin, series, department, pages, depth);
        var outcome = start.handle(new StartMoving.Command(
                acting.code(),
                name,
                source,
                source.equals("upload") ? sent(files) : List.of(),
                source.equals("crawl") ? address : folder,
                origin,
                series,
                department.isBlank() ? null : department,
                number(pages, 2_000),
                number(depth, 20),
                acting.officer(),
                clock.instant()));
        return switch (outcome) {
            case MovingOutcome.Done(var job) -> {
                Notice.leave(request, "取込みを始めました。公開サイトにはまだ何も出ません。");
                yield new RedirectView(acting.at("/settings/moving/" + job));
            }
            case MovingOutcome.Refused(var field, var reason) ->
                form(frame, acting, fields, new FieldTrouble(field.isEmpty() ? "name" : placed(field, source), reason))
                        .status(422);
            case MovingOutcome.NotAllowed(var reason) -> throw new Refused(403, "サイトを取り込めません", reason);
            case MovingOutcome.Missing missing -> throw Refused.missing("取込み");
        };
    }

    private static String placed(String field, String source) {
        return field.equals("place") ? source.equals("crawl") ? "address" : "folder" : field;
    }

    private static List<StartMoving.File> sent(@Nullable List<MultipartFile> files) throws IOException {
        var sent = new ArrayList<StartMoving.File>();
        if (files == null) return sent;
        for (var file : files)
            if (!file.isEmpty())
                sent.add(new StartMoving.File(
                        Objects.requireNonNullElse(file.getOriginalFilename(), "file"), file.getBytes()));
        return sent;
    }

    private static int number(String text, int usual) {
        if (text.isBlank()) return usual;
        return text.strip().matches("[0-9]{1,6}") ? Integer.parseInt(text.strip()) : -1;
    }

    private Screen form(Frame frame, Acting acting, MovingFields fields, FieldTrouble trouble) {
        return tenancy.in(acting.code(), () -> Screen.of("movingnew", frame)
                .with("acting", acting)
                .with("fields", fields)
                .with("trouble", trouble)
                .with("folders", start.folders())
                .with("series", shelf.list(acting.code()))
                .with("departments", directory.listDepartments(acting.code())));
    }
}
