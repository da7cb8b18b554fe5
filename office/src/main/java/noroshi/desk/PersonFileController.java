package noroshi.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import noroshi.persons.ExportPersons;
import noroshi.persons.ImportPersons;
import noroshi.persons.ImportPersons.Ended;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** Persons as files: PFIF and tables, in with a report for each row, out as an act on the record. */
@Controller
class PersonFileController {

    private final ImportPersons imports;
    private final ExportPersons exports;
    private final InstantSource clock;

    PersonFileController(ImportPersons imports, ExportPersons exports, InstantSource clock) {
        this.imports = imports;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/persons/files")
    View show(Frame frame, Acting acting) {
        return screen(frame, acting, List.of(), Trouble.NONE, true);
    }

    @PostMapping("/persons/files")
    View take(Frame frame, Acting acting, @RequestParam MultipartFile file, @RequestParam(defaultValue = "") String now)
            throws IOException {
        if (file.isEmpty())
            return screen(frame, acting, List.of(), Trouble.of("ファイルを選んでください。"), true)
                    .status(422);
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        boolean rehearsal = now.isEmpty();
        var ended = imports.handle(new ImportPersons.Command(
                acting.code(), name, file.getBytes(), rehearsal, acting.officer(), clock.instant()));
        return switch (ended) {
            case Ended.Told told -> screen(frame, acting, List.of(told), Trouble.NONE, rehearsal);
            case Ended.Refused(var reason) ->
                screen(frame, acting, List.of(), Trouble.of(reason), true).status(422);
        };
    }

    private static Screen screen(
            Frame frame, Acting acting, List<Ended.Told> told, Trouble trouble, boolean rehearsal) {
        return Screen.of("personfiles", frame)
                .with("acting", acting)
                .with("told", told)
                .with("rehearsal", rehearsal)
                .with("trouble", trouble);
    }

    /** A POST, for receiving it is an act that is on the record. */
    @PostMapping("/persons/export.xml")
    void pfif(Acting acting, HttpServletResponse response) throws IOException {
        SettingsController.check(acting);
        response.setContentType("application/xml; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"persons.pfif.xml\"");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(exports.pfif(acting.code(), acting.officer(), clock.instant()));
    }

    @PostMapping("/persons/export.csv")
    View table(Acting acting) {
        SettingsController.check(acting);
        return TableFile.of(
                "persons", row -> exports.table(acting.code(), acting.officer(), clock.instant(), row::row));
    }
}
