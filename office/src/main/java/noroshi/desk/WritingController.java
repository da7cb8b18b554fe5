package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import noroshi.cleaning.Cleaned;
import noroshi.cleaning.Cleaning;
import noroshi.cleaning.Wishes;
import noroshi.people.Officer;
import noroshi.publishing.AddMedia;
import noroshi.writing.UnsavedTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** What the article form's script asks for while an officer writes. Everything here is also reached without it. */
@Controller
class WritingController {

    private final ArticleFormScreen screen;
    private final KeptForms kept;
    private final AddMedia addMedia;
    private final InstantSource clock;

    WritingController(ArticleFormScreen screen, KeptForms kept, AddMedia addMedia, InstantSource clock) {
        this.screen = screen;
        this.kept = kept;
        this.addMedia = addMedia;
        this.clock = clock;
    }

    /** What was pasted, as Markdown. @param html from the clipboard, or "" when it holds text only */
    @PostMapping("/write/clean")
    ResponseEntity<Map<String, Object>> clean(
            @RequestParam(defaultValue = "") String html, @RequestParam(defaultValue = "") String text) {
        var cleaned = html.isBlank() ? Cleaning.text(text) : Cleaning.html(html, Wishes.PASTE);
        return json(answer(cleaned));
    }

    static Map<String, Object> answer(Cleaned cleaned) {
        return Map.of(
                "markdown",
                cleaned.markdown(),
                "notes",
                cleaned.notes().stream()
                        .map(note -> Map.of("line", note.line(), "message", note.message()))
                        .toList());
    }

    /** The form's text as readers will see it, and what the checks find: a piece of a page. */
    @PostMapping("/write/preview")
    View preview(Frame frame, Acting acting, HttpServletRequest request) {
        var form = ArticleForm.read(request);
        return Screen.of("articlelive", frame).with("preview", screen.preview(acting.code(), form, List.of()));
    }

    /** Keeps what stands in the form, whatever it is; not an edition. */
    @PostMapping("/write/keep")
    ResponseEntity<Map<String, Object>> keep(
            Acting acting, Officer me, @RequestParam(defaultValue = "0") long article, HttpServletRequest request) {
        var at = clock.instant();
        if (article < 0 || !kept.keep(acting.code(), me, article, request.getParameterMap(), at))
            return ResponseEntity.status(413)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of(
                            "message",
                            "長すぎるため自動保存できません（%,d文字まで）。下書きを保存してください。".formatted(UnsavedTexts.CHARACTERS_MAX)));
        return json(Map.of("at", Moments.time(at)));
    }

    @PostMapping("/write/forget")
    ResponseEntity<Map<String, Object>> forget(
            Acting acting, Officer me, @RequestParam(defaultValue = "0") long article) {
        kept.forget(acting.code(), me, article);
        return json(Map.of());
    }

    /** One image or file, at once: the line that shows or links it. */
    @PostMapping("/write/media")
    ResponseEntity<Map<String, Object>> media(
            Acting acting,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String alt,
            @RequestParam(defaultValue = "") String caption)
            throws IOException {
        if (file == null || file.isEmpty()) return problem("file", "ファイルが選ばれていません。");
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "file");
        var outcome = addMedia.handle(new AddMedia.Command(
                acting.code(), name, file.getBytes(), alt.strip(), caption.strip(), acting.officer(), clock.instant()));
        return switch (outcome) {
            case AddMedia.Outcome.Added(var media) ->
                json(Map.of("markdown", MediaLines.line(media, alt.strip(), caption.strip())));
            case AddMedia.Outcome.Refused(var field, var reason) -> problem(field, reason);
        };
    }

    private static ResponseEntity<Map<String, Object>> problem(String field, String message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("field", field);
        body.put("message", message);
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    static ResponseEntity<Map<String, Object>> json(Map<String, Object> body) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .header("Cache-Control", "no-store")
                .body(body);
    }
}
