package noroshi.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import noroshi.lalert.LalertDesk;
import noroshi.lalert.LalertEntry;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** L-Alert documents: made at each change, fetched by officers, sent nowhere. */
@Controller
class LalertController {

    private final LalertDesk desk;

    LalertController(LalertDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/emergency/lalert")
    View show(Frame frame, Acting acting) {
        return Screen.of("lalert", frame)
                .with("acting", acting)
                .with(
                        "rows",
                        desk.newest(acting.code()).stream()
                                .map(entry -> row(acting, entry))
                                .toList());
    }

    @GetMapping("/emergency/lalert/{id:[0-9]{1,18}}.xml")
    ResponseEntity<byte[]> fetch(Acting acting, @PathVariable long id) {
        var entry = desk.fetch(acting.officer(), acting.code(), id)
                .orElseThrow(() -> new Refused(404, "文書が見つかりません", "団体を確かめ、「Lアラート文書」の一覧から選び直してください。"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header("Cache-Control", "no-store")
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(entry.fileName())
                                .build()
                                .toString())
                .body(entry.xml().getBytes(StandardCharsets.UTF_8));
    }

    private static LalertRow row(Acting acting, LalertEntry entry) {
        return new LalertRow(
                entry.kind().japanese(),
                entry.title(),
                entry.mark().isEmpty() ? List.of() : List.of(Chip.ofMark(entry.mark())),
                "第%d版".formatted(entry.revision()),
                Moments.exact(entry.madeAt()),
                acting.at("/emergency/lalert/%d.xml".formatted(entry.id())));
    }
}
