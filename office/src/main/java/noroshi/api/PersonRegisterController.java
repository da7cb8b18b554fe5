package noroshi.api;

import java.time.InstantSource;
import java.util.List;
import noroshi.people.Bearer;
import noroshi.people.Scope;
import noroshi.persons.Consent;
import noroshi.persons.Happening;
import noroshi.persons.NoteStatus;
import noroshi.persons.PersonFacts;
import noroshi.persons.PersonOutcome;
import noroshi.persons.RecordPerson;
import noroshi.persons.Sex;
import noroshi.persons.WriteNote;
import noroshi.platform.ApiProblem.Place;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Persons for systems that take people in: recorded, and noted on, a check-in above all. Nothing is read here: who looked whom up stands in
 * a log, which needs an officer and a screen.
 */
@RestController
@RequestMapping(path = "/api/v1/persons", produces = "application/json")
class PersonRegisterController {

    private final RecordPerson recordPerson;
    private final WriteNote writeNote;
    private final InstantSource clock;

    PersonRegisterController(RecordPerson recordPerson, WriteNote writeNote, InstantSource clock) {
        this.recordPerson = recordPerson;
        this.writeNote = writeNote;
        this.clock = clock;
    }

    /** @param held true: nobody is told of this record until an administrator has looked at it */
    private record Receipt(long id, boolean held) {}

    @PostMapping(consumes = "application/json")
    ResponseEntity<Receipt> add(Bearer bearer, @RequestBody byte[] body) {
        Callers.require(bearer, Scope.PERSONS_WRITE);
        var fields = Fields.read(body);
        var government = Callers.government(bearer, fields.textOrNull("government"));
        var consent = fields.choice("consent", Consent.values(), Consent.UNKNOWN);
        var source = fields.text("source");
        try {
            var facts = facts(fields);
            fields.noMore();
            fields.check();
            return answer(recordPerson.handle(
                    new RecordPerson.Command(government, facts, consent, source, bearer.officer(), clock.instant())));
        } catch (IllegalArgumentException wrong) {
            throw Outcomes.invalid(List.of(new Place("#", wrong.getMessage() + "。")));
        }
    }

    /** @throws IllegalArgumentException with a Japanese sentence that says what is wrong */
    private static PersonFacts facts(Fields fields) {
        return new PersonFacts(
                fields.text("family", ""),
                fields.text("given", ""),
                fields.text("familyKana", ""),
                fields.text("givenKana", ""),
                String.join("\n", fields.texts("otherNames")),
                fields.choice("sex", Sex.values(), Sex.UNKNOWN),
                fields.text("born", ""),
                fields.text("age", ""),
                fields.text("prefecture", ""),
                fields.text("city", ""),
                fields.text("town", ""),
                fields.text("street", ""),
                fields.text("description", ""));
    }

    @PostMapping(path = "/{id}/notes", consumes = "application/json")
    ResponseEntity<Receipt> note(Bearer bearer, @PathVariable String id, @RequestBody byte[] body) {
        Callers.require(bearer, Scope.PERSONS_WRITE);
        var fields = Fields.read(body);
        var government = Callers.government(bearer, fields.textOrNull("government"));
        var said = new WriteNote.Said(
                fields.choice("happening", Happening.values(), Happening.SAID),
                fields.choice("status", NoteStatus.values(), NoteStatus.NOT_SAID),
                fields.text("place", ""),
                fields.text("words", ""),
                fields.text("author", ""),
                fields.text("contact", ""));
        fields.noMore();
        fields.check();
        return answer(writeNote.handle(new WriteNote.Command(
                government, Addressed.number(id, "安否情報"), said, bearer.officer(), clock.instant())));
    }

    private static ResponseEntity<Receipt> answer(PersonOutcome outcome) {
        return switch (outcome) {
            case PersonOutcome.Done(long person) -> ResponseEntity.status(201).body(new Receipt(person, false));
            case PersonOutcome.Held(long person) -> ResponseEntity.status(202).body(new Receipt(person, true));
            case PersonOutcome.Overtaken overtaken -> throw Outcomes.notAllowed("ほかの人が先に変えました。もう一度送ってください。");
            case PersonOutcome.Invalid(var reason) -> throw Outcomes.invalid(List.of(new Place("#", reason)));
            case PersonOutcome.Missing missing -> throw Outcomes.missing("この番号の安否情報はありません。番号を確かめてください。");
            case PersonOutcome.NotAllowed(var reason) -> throw Outcomes.notAllowed(reason);
        };
    }
}
