package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Serializable;
import java.time.InstantSource;
import noroshi.people.ImportOfficers;
import noroshi.people.ImportOfficers.Ended;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** A list of officers from a file: first what would happen, then all of it at once, with the passwords to hand over. */
@Controller
class OfficerImportController {

    private static final String KEY = "noroshi.officer-import";

    private final ImportOfficers take;
    private final InstantSource clock;

    OfficerImportController(ImportOfficers take, InstantSource clock) {
        this.take = take;
        this.clock = clock;
    }

    /** The file between its rehearsal and its import. */
    private record Held(String government, String name, byte[] bytes) implements Serializable {}

    @GetMapping("/settings/officers/import")
    View show(Frame frame, Acting acting) {
        return screen(frame, acting, "", new Ended.Refused(""));
    }

    @PostMapping("/settings/officers/import")
    View rehearse(Frame frame, Acting acting, @RequestParam MultipartFile file, HttpServletRequest request)
            throws IOException {
        if (file.isEmpty())
            return screen(frame, acting, "", new Ended.Refused("ファイルを選んでください。")).status(422);
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var held = new Held(acting.code(), name, file.getBytes());
        var ended = handle(acting, held, true);
        boolean clear = ended instanceof Ended.Told told && told.isClear();
        if (clear) request.getSession().setAttribute(KEY, held);
        else request.getSession().removeAttribute(KEY);
        return screen(frame, acting, name, ended).status(clear ? 200 : 422);
    }

    @PostMapping("/settings/officers/import/now")
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
        return take.handle(
                new ImportOfficers.Command(acting.code(), held.bytes(), dry, acting.officer(), clock.instant()));
    }

    private static Screen screen(Frame frame, Acting acting, String file, Ended ended) {
        SettingsController.check(acting);
        return Screen.of("officerimport", frame)
                .with("acting", acting)
                .with("file", file)
                .with("problem", ended instanceof Ended.Refused(var reason) ? reason : "")
                .with("told", ended instanceof Ended.Told told ? java.util.List.of(told) : java.util.List.of())
                .with("rowsMax", ImportOfficers.ROWS_MAX);
    }
}
