package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import noroshi.persons.ChangePerson;
import noroshi.persons.Consent;
import noroshi.persons.Happening;
import noroshi.persons.LookUpPersons;
import noroshi.persons.NoteStatus;
import noroshi.persons.PersonOutcome;
import noroshi.persons.PersonRecord;
import noroshi.persons.RecordPerson;
import noroshi.persons.WriteNote;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 安否: looking for persons, recording them, and what is known of one. Names travel in bodies only, never in addresses. */
@Controller
class PersonController {

    private final LookUpPersons lookUps;
    private final RecordPerson record;
    private final WriteNote write;
    private final ChangePerson change;
    private final InstantSource clock;

    PersonController(
            LookUpPersons lookUps, RecordPerson record, WriteNote write, ChangePerson change, InstantSource clock) {
        this.lookUps = lookUps;
        this.record = record;
        this.write = write;
        this.change = change;
        this.clock = clock;
    }

    @GetMapping("/persons")
    View home(Frame frame, Acting acting) {
        return list(frame, acting, "", lookUps.newest(acting.code(), acting.officer(), clock.instant()), Trouble.NONE);
    }

    @PostMapping("/persons/search")
    View search(Frame frame, Acting acting, @RequestParam(defaultValue = "") String name) {
        return switch (lookUps.search(acting.code(), name.strip(), acting.officer(), clock.instant())) {
            case LookUpPersons.Found.Persons(var persons) -> list(frame, acting, name.strip(), persons, Trouble.NONE);
            case LookUpPersons.Found.Refused(var reason) ->
                list(frame, acting, name.strip(), List.of(), Trouble.of(reason)).status(429);
        };
    }

    private Screen list(Frame frame, Acting acting, String typed, List<PersonRecord> persons, Trouble trouble) {
        return Screen.of("persons", frame)
                .with("acting", acting)
                .with("typed", typed)
                .with("persons", persons)
                .with("count", lookUps.count(acting.code()))
                .with("trouble", trouble);
    }

    @GetMapping("/persons/new")
    View form(Frame frame, Acting acting) {
        return form(frame, acting, Map.of(), Trouble.NONE);
    }

    private static Screen form(Frame frame, Acting acting, Map<String, String> typed, Trouble trouble) {
        return Screen.of("personform", frame)
                .with("acting", acting)
                .with("typed", new PersonFields(typed))
                .with("trouble", trouble);
    }

    @PostMapping("/persons")
    View add(Frame frame, Acting acting, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        try {
            var fields = new PersonFields(typed);
            var source = acting.government().name() + " " + fields.at("source");
            var outcome = record.handle(new RecordPerson.Command(
                    acting.code(), fields.facts(), fields.consent(), source, acting.officer(), clock.instant()));
            if (outcome instanceof PersonOutcome.Done(var person)
                    && !fields.at("shelter").isBlank())
                outcome = write.checkIn(
                        acting.code(), List.of(person), fields.at("shelter"), acting.officer(), clock.instant());
            return after(outcome, acting, request, "登録しました。");
        } catch (IllegalArgumentException wrong) {
            return form(frame, acting, typed, Trouble.of(wrong.getMessage() + "。"))
                    .status(422);
        }
    }

    @GetMapping("/persons/{person:\\d+}")
    View show(Frame frame, Acting acting, @PathVariable long person) {
        var sheet = lookUps.open(acting.code(), person, acting.officer(), clock.instant())
                .orElseThrow(() -> Refused.missing("この番号の人"));
        return Screen.of("person", frame).with("acting", acting).with("sheet", sheet);
    }

    @PostMapping("/persons/{person:\\d+}/notes")
    View note(
            Acting acting,
            @PathVariable long person,
            @RequestParam String happening,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String author,
            @RequestParam(defaultValue = "") String contact,
            HttpServletRequest request) {
        var said =
                new WriteNote.Said(Happening.valueOf(happening), NoteStatus.of(status), place, words, author, contact);
        return after(
                write.handle(new WriteNote.Command(acting.code(), person, said, acting.officer(), clock.instant())),
                acting,
                request,
                "書き込みました。");
    }

    @PostMapping("/persons/{person:\\d+}/consent")
    View consent(
            Acting acting,
            @PathVariable long person,
            @RequestParam int version,
            @RequestParam String consent,
            HttpServletRequest request) {
        return after(
                change.consent(on(acting, person, version), Consent.of(consent)), acting, request, "公表の意向を記録しました。");
    }

    @PostMapping("/persons/{person:\\d+}/household")
    View household(
            Acting acting,
            @PathVariable long person,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String household,
            HttpServletRequest request) {
        return after(change.household(on(acting, person, version), household), acting, request, "世帯の目印を記録しました。");
    }

    @PostMapping("/persons/{person:\\d+}/protect")
    View protect(Acting acting, @PathVariable long person, @RequestParam int version, HttpServletRequest request) {
        var outcome = change.protect(on(acting, person, version));
        if (outcome instanceof PersonOutcome.Done) {
            Notice.leave(request, "番号%dの人を保護しました。どの画面・名簿・検索にも出ません。解くのは管理者だけです。".formatted(person));
            return new RedirectView(acting.at("/persons"));
        }
        return after(outcome, acting, request, "");
    }

    private ChangePerson.On on(Acting acting, long person, int version) {
        return new ChangePerson.On(acting.code(), person, version, acting.officer(), clock.instant());
    }

    /** What every act on a person leads to. */
    static View after(PersonOutcome outcome, Acting acting, HttpServletRequest request, String done) {
        return switch (outcome) {
            case PersonOutcome.Done(var person) -> {
                Notice.leave(request, done);
                yield new RedirectView(acting.at("/persons/" + person));
            }
            case PersonOutcome.Held(var person) -> {
                Notice.leave(request, "番号%dとして登録しましたが、閲覧制限の確認が済むまで表示しません。管理者に確認を依頼してください。".formatted(person));
                yield new RedirectView(acting.at("/persons"));
            }
            case PersonOutcome.Overtaken overtaken ->
                throw new Refused(409, "ほかの職員が先に変えました", "まだ反映していません。前の画面に戻って開き直し、内容を確かめてから、もう一度操作してください。");
            case PersonOutcome.Invalid(var reason) -> throw new Refused(422, "記録できませんでした", reason);
            case PersonOutcome.Missing missing -> throw Refused.missing("この番号の人");
            case PersonOutcome.NotAllowed(var reason) -> throw new Refused(403, "この操作はできません", reason);
        };
    }
}
