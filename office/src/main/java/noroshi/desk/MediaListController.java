package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import noroshi.platform.Tenancy;
import noroshi.publishing.AddMedia;
import noroshi.publishing.MediaFact;
import noroshi.publishing.MediaShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 画像とファイル: what was uploaded, with the line to put into a body, and the form to add more. */
@Controller
class MediaListController {

    private static final int MEDIA_MAX = 60;

    private final Tenancy tenancy;
    private final MediaShelf shelf;
    private final AddMedia addMedia;
    private final InstantSource clock;

    MediaListController(Tenancy tenancy, MediaShelf shelf, AddMedia addMedia, InstantSource clock) {
        this.tenancy = tenancy;
        this.shelf = shelf;
        this.addMedia = addMedia;
        this.clock = clock;
    }

    @GetMapping("/media")
    View list(Frame frame, Acting acting) {
        return screen(frame, acting);
    }

    /** For the editor's picker: the newest, each with the line that shows it. */
    @GetMapping("/write/media.json")
    ResponseEntity<Map<String, Object>> picks(Acting acting) {
        var media = tenancy.in(acting.code(), () -> shelf.list(acting.code(), null, MEDIA_MAX)).stream()
                .map(one -> {
                    boolean image = one.kind() == MediaFact.Kind.IMAGE;
                    return Map.of(
                            "image",
                                    image
                                            ? "/media/%s/%s.%s".formatted(acting.code(), one.hash(), one.extension())
                                            : "",
                            "words", image ? one.alt() : one.name(),
                            "line", MediaLines.line(one, "", one.caption()));
                })
                .toList();
        return WritingController.json(Map.of("media", media));
    }

    @PostMapping("/media")
    View add(
            Frame frame,
            Acting acting,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String alt,
            @RequestParam(defaultValue = "") String caption,
            HttpServletRequest request)
            throws IOException {
        if (file == null || file.isEmpty())
            return refused(frame, acting, alt, caption, Problems.of("file", "ファイルが選ばれていません。加えるファイルを選んでください。"));
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "file");
        var outcome = addMedia.handle(new AddMedia.Command(
                acting.code(), name, file.getBytes(), alt.strip(), caption.strip(), acting.officer(), clock.instant()));
        return switch (outcome) {
            case AddMedia.Outcome.Added(var media) -> {
                Notice.leave(request, "「%s」を加えました。下の一覧の先頭にあります。".formatted(media.name()));
                yield new RedirectView(acting.at("/media"));
            }
            case AddMedia.Outcome.Refused(var field, var reason) ->
                refused(
                        frame,
                        acting,
                        alt,
                        caption,
                        Problems.of(
                                field.equals("alt") ? "alt" : "file",
                                field.equals("alt") ? reason + "ファイルももう一度選んでください。" : reason));
        };
    }

    private View refused(Frame frame, Acting acting, String alt, String caption, Problems problems) {
        return screen(frame, acting)
                .with("alt", alt)
                .with("caption", caption)
                .with("problems", problems)
                .status(422);
    }

    private Screen screen(Frame frame, Acting acting) {
        return Screen.of("media", frame)
                .with("acting", acting)
                .with("government", acting.code())
                .with("media", tenancy.in(acting.code(), () -> shelf.list(acting.code(), null, MEDIA_MAX)));
    }
}
