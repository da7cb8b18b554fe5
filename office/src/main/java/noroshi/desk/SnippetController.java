package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import noroshi.people.Directory;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import noroshi.writing.Ended;
import noroshi.writing.KeepSnippet;
import noroshi.writing.Shelf;
import noroshi.writing.Snippet;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 定型文: the list, and one of them. */
@Controller
class SnippetController {

    private final Tenancy tenancy;
    private final Shelf shelf;
    private final Directory directory;
    private final KeepSnippet keep;
    private final InstantSource clock;

    SnippetController(Tenancy tenancy, Shelf shelf, Directory directory, KeepSnippet keep, InstantSource clock) {
        this.tenancy = tenancy;
        this.shelf = shelf;
        this.directory = directory;
        this.keep = keep;
        this.clock = clock;
    }

    @GetMapping("/snippets")
    View list(Frame frame, Acting acting) {
        return Screen.of("snippets", frame)
                .with("acting", acting)
                .with("all", tenancy.in(acting.code(), () -> shelf.listSnippets(acting.code(), null)))
                .with("departments", departments(acting));
    }

    private Map<String, String> departments(Acting acting) {
        var names = new java.util.LinkedHashMap<String, String>();
        tenancy.in(acting.code(), () -> directory.listDepartments(acting.code()))
                .forEach(one -> names.put(one.code(), one.name()));
        return names;
    }

    /** What the editor's picker offers this officer. */
    @GetMapping("/write/snippets.json")
    ResponseEntity<Map<String, Object>> picks(Acting acting) {
        var snippets = tenancy.in(
                acting.code(),
                () -> shelf.listSnippets(acting.code(), acting.officer().department()));
        return WritingController.json(Map.of("snippets", snippets));
    }

    @GetMapping("/snippets/new")
    View blank(Frame frame, Acting acting) {
        var department = acting.isAdministrator() ? "" : acting.officer().department();
        return screen(frame, acting, new Snippet(0, department, "", "", 0), Problems.NONE);
    }

    @GetMapping("/snippets/{id:[0-9]{1,18}}")
    View show(Frame frame, Acting acting, @PathVariable long id) {
        var snippet = tenancy.in(acting.code(), () -> shelf.findSnippet(acting.code(), id))
                .orElseThrow(() -> Refused.missing("定型文"));
        return screen(frame, acting, snippet, Problems.NONE);
    }

    @PostMapping("/snippets")
    View keep(Frame frame, Acting acting, HttpServletRequest request) {
        var fields = new Fields(request.getParameterMap());
        var id = fields.text("id");
        var snippet = new Snippet(
                id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0,
                fields.text("department"),
                fields.text("name").strip(),
                fields.text("body"),
                0);
        boolean remove = fields.text("act").equals("remove");
        var ended =
                keep.handle(new KeepSnippet.Command(acting.code(), snippet, remove, acting.officer(), clock.instant()));
        return switch (ended) {
            case Ended.Done done -> {
                Notice.leave(
                        request, remove ? "定型文を削除しました。すでに書いた記事は変わりません。" : "定型文「%s」を保存しました。".formatted(snippet.name()));
                yield new RedirectView(acting.at("/snippets"));
            }
            case Ended.Invalid(var field, var reason) ->
                screen(frame, acting, snippet, Problems.of(field, reason)).status(422);
            case Ended.NotAllowed(var reason) -> throw new Refused(403, "この定型文は扱えません", reason);
            case Ended.Missing missing -> throw Refused.missing("定型文");
        };
    }

    private Screen screen(Frame frame, Acting acting, Snippet snippet, Problems problems) {
        return Screen.of("snippet", frame)
                .with("acting", acting)
                .with("snippet", snippet)
                .with("everybody", acting.has(Role.ADMINISTRATOR))
                .with("departments", departments(acting))
                .with("problems", problems);
    }
}
