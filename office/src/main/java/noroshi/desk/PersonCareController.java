package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import noroshi.persons.ChangePerson;
import noroshi.persons.Duplicates;
import noroshi.persons.LookUpPersons;
import noroshi.persons.PersonOutcome;
import noroshi.persons.Sex;
import noroshi.persons.Unidentified;
import noroshi.platform.Time;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Duplicates, unidentified persons, who is protected, and the log of look-ups. */
@Controller
class PersonCareController {

    private final Duplicates duplicates;
    private final Unidentified unidentified;
    private final ChangePerson change;
    private final LookUpPersons lookUps;
    private final InstantSource clock;

    PersonCareController(
            Duplicates duplicates,
            Unidentified unidentified,
            ChangePerson change,
            LookUpPersons lookUps,
            InstantSource clock) {
        this.duplicates = duplicates;
        this.unidentified = unidentified;
        this.change = change;
        this.lookUps = lookUps;
        this.clock = clock;
    }

    @GetMapping("/persons/duplicates")
    View duplicates(Frame frame, Acting acting) {
        return Screen.of("personpairs", frame)
                .with("acting", acting)
                .with("pairs", duplicates.list(acting.code(), acting.officer(), clock.instant()));
    }

    @PostMapping("/persons/duplicates")
    View propose(Acting acting, HttpServletRequest request) {
        Notice.leave(request, "新しく%d組が見つかりました。".formatted(duplicates.propose(acting.code(), acting.officer())));
        return new RedirectView(acting.at("/persons/duplicates"));
    }

    @PostMapping("/persons/duplicates/decide")
    View decide(
            Acting acting,
            @RequestParam long first,
            @RequestParam long second,
            @RequestParam String decision,
            HttpServletRequest request) {
        var outcome = decision.equals("merge")
                ? duplicates.merge(acting.code(), first, second, acting.officer(), clock.instant())
                : duplicates.different(acting.code(), first, second, acting.officer(), clock.instant());
        if (!(outcome instanceof PersonOutcome.Done)) return PersonController.after(outcome, acting, request, "");
        Notice.leave(request, decision.equals("merge") ? "一つにまとめました。" : "別の人として記録しました。");
        return new RedirectView(acting.at("/persons/duplicates"));
    }

    @GetMapping("/persons/unidentified")
    View unidentified(Frame frame, Acting acting) {
        return Screen.of("unidentified", frame)
                .with("acting", acting)
                .with("all", unidentified.list(acting.code()))
                .with("now", Moments.date(clock.instant()) + "T" + Moments.time(clock.instant()));
    }

    @PostMapping("/persons/unidentified")
    View found(Acting acting, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        try {
            var outcome = unidentified.record(
                    acting.code(), described(new PersonFields(typed)), acting.officer(), clock.instant());
            if (!(outcome instanceof PersonOutcome.Done)) return PersonController.after(outcome, acting, request, "");
            Notice.leave(request, "身元の分からない人を記録しました。");
            return new RedirectView(acting.at("/persons/unidentified"));
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new Refused(422, "記録できませんでした", "日時・推定年齢・身長・場所の欄をお確かめください。" + wrong.getMessage());
        }
    }

    private static Unidentified.Description described(PersonFields f) {
        return new Unidentified.Description(
                LocalDateTime.parse(f.at("foundAt")).atZone(Time.JAPAN).toInstant(),
                f.at("foundPlace").strip(),
                !f.at("deceased").isEmpty(),
                f.at("sex").isEmpty() ? Sex.UNKNOWN : Sex.valueOf(f.at("sex").toUpperCase(Locale.ROOT)),
                number(f.at("ageFrom"), 0),
                number(f.at("ageTo"), 120),
                number(f.at("height"), 0),
                f.at("build").strip(),
                f.at("hair").strip(),
                f.at("clothing").strip(),
                f.at("footwear").strip(),
                f.at("belongings").strip(),
                f.at("marks").strip(),
                f.at("keptAt").strip());
    }

    private static int number(String typed, int otherwise) {
        return typed.isBlank() ? otherwise : Integer.parseInt(typed.strip());
    }

    @PostMapping("/persons/unidentified/{id}/identify")
    View identify(Acting acting, @PathVariable long id, @RequestParam long person, HttpServletRequest request) {
        return PersonController.after(
                unidentified.identify(acting.code(), id, person, acting.officer(), clock.instant()),
                acting,
                request,
                "身元を確定しました。");
    }

    @GetMapping("/persons/protected")
    View held(Frame frame, Acting acting) {
        SettingsController.check(acting);
        return Screen.of("protected", frame)
                .with("acting", acting)
                .with("held", change.held(acting.code(), acting.officer()))
                .with("log", lookUps.log(acting.code(), acting.officer()));
    }

    @PostMapping("/persons/protected/{person}/prolong")
    View prolong(Acting acting, @PathVariable long person, HttpServletRequest request) {
        var outcome = change.prolong(acting.code(), person, acting.officer(), clock.instant());
        if (!(outcome instanceof PersonOutcome.Done)) return PersonController.after(outcome, acting, request, "");
        Notice.leave(request, "番号%dの保護を、きょうから1年に延ばしました。".formatted(person));
        return new RedirectView(acting.at("/persons/protected"));
    }

    @PostMapping("/persons/protected/{person}/lift")
    View lift(
            Acting acting,
            @PathVariable long person,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        return PersonController.after(
                change.lift(acting.code(), person, reason, acting.officer(), clock.instant()),
                acting,
                request,
                "保護を解きました。");
    }
}
