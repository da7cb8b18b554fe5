package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import noroshi.persons.NameList;
import noroshi.persons.NameLists;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 氏名の公表: lists drafted by one officer and approved by another. */
@Controller
class PersonListController {

    private final NameLists lists;
    private final InstantSource clock;

    PersonListController(NameLists lists, InstantSource clock) {
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/persons/lists")
    View all(Frame frame, Acting acting) {
        return Screen.of("namelists", frame).with("acting", acting).with("lists", lists.list(acting.code()));
    }

    @PostMapping("/persons/lists")
    View draft(
            Acting acting,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String event,
            HttpServletRequest request) {
        var outcome =
                lists.draft(acting.code(), NameList.Kind.of(kind), event, null, acting.officer(), clock.instant());
        return after(outcome, acting, request, "名簿の下書きを作りました。載せる人の番号を加えてください。");
    }

    @GetMapping("/persons/lists/{list}")
    View show(Frame frame, Acting acting, @PathVariable long list) {
        return Screen.of("namelist", frame)
                .with("acting", acting)
                .with(
                        "list",
                        lists.open(acting.code(), list, acting.officer(), clock.instant())
                                .orElseThrow(() -> Refused.missing("名簿")));
    }

    @PostMapping("/persons/lists/{list}/enter")
    View enter(
            Acting acting,
            @PathVariable long list,
            @RequestParam int version,
            @RequestParam long person,
            HttpServletRequest request) {
        return after(lists.enter(on(acting, list, version), person), acting, request, "名簿に加えました。公表には、別の職員の承認が必要です。");
    }

    @PostMapping("/persons/lists/{list}/strike")
    View strike(
            Acting acting,
            @PathVariable long list,
            @RequestParam int version,
            @RequestParam long person,
            HttpServletRequest request) {
        return after(lists.strike(on(acting, list, version), person), acting, request, "名簿から外しました。");
    }

    @PostMapping("/persons/lists/{list}/approve")
    View approve(Acting acting, @PathVariable long list, @RequestParam int version, HttpServletRequest request) {
        return after(lists.approve(on(acting, list, version)), acting, request, "承認しました。まもなく公開されます。");
    }

    @PostMapping("/persons/lists/{list}/withdraw")
    View withdraw(Acting acting, @PathVariable long list, @RequestParam int version, HttpServletRequest request) {
        return after(lists.withdraw(on(acting, list, version)), acting, request, "公表を終えました。ページはまもなく消えます。");
    }

    private NameLists.On on(Acting acting, long list, int version) {
        return new NameLists.On(acting.code(), list, version, acting.officer(), clock.instant());
    }

    private static View after(NameLists.Outcome outcome, Acting acting, HttpServletRequest request, String done) {
        return switch (outcome) {
            case NameLists.Outcome.Done(var list) -> {
                Notice.leave(request, done);
                yield new RedirectView(acting.at("/persons/lists/" + list));
            }
            case NameLists.Outcome.Refused(var reason) -> throw new Refused(422, "名簿を変えられませんでした", reason);
        };
    }
}
