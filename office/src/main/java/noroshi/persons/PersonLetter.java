package noroshi.persons;

import java.time.InstantSource;
import java.util.Set;
import noroshi.letter.Letter;
import noroshi.letters.LetterHandler;
import noroshi.names.PersonName;
import org.springframework.stereotype.Component;

/**
 * What someone outside knows of a person arrives: a record of its own with one note. Nobody has shown who they are, so it is not
 * found by the public before an officer has noted the consent.
 */
@Component
class PersonLetter implements LetterHandler {

    private static final Set<NoteStatus> ACCEPTED = Set.of(
            NoteStatus.IS_NOTE_AUTHOR,
            NoteStatus.BELIEVED_ALIVE,
            NoteStatus.INFORMATION_SOUGHT,
            NoteStatus.BELIEVED_MISSING);

    private final RecordPerson record;
    private final NoteStore notes;
    private final InstantSource clock;

    PersonLetter(RecordPerson record, NoteStore notes, InstantSource clock) {
        this.record = record;
        this.notes = notes;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "safety-note";
    }

    @Override
    public Understanding handle(Letter letter) {
        try {
            var status = NoteStatus.of(
                    field(letter, "status", 100).lines().findFirst().orElse(""));
            if (!ACCEPTED.contains(status)) return new Understanding.NotUnderstood("安否が選ばれていません。");
            var name = PersonName.of(field(letter, "name", 100), field(letter, "kana", 100));
            receive(letter, name, status);
            return Understanding.ACTED;
        } catch (IllegalArgumentException wrong) {
            return new Understanding.NotUnderstood(wrong.getMessage() + "。");
        }
    }

    private void receive(Letter letter, PersonName name, NoteStatus status) {
        var facts = new PersonFacts(
                name.family(),
                name.given(),
                name.familyKana(),
                name.givenKana(),
                "",
                Sex.UNKNOWN,
                "",
                "",
                "",
                "",
                field(letter, "home", 100),
                "",
                "");
        var source = "安否の知らせ（受付番号 %s）".formatted(letter.receiptNumber());
        var from = new RecordPerson.From("", source, letter.receivedAt());
        switch (record.add(letter.site(), facts, Consent.UNKNOWN, from, null, clock.instant())) {
            case PersonOutcome.Done(var person) -> notes.add(letter.site(), person, note(letter, status));
            case PersonOutcome.Held(var person) -> notes.add(letter.site(), person, note(letter, status));
            case PersonOutcome.Overtaken unused -> throw new IllegalStateException("A new record cannot be overtaken.");
            case PersonOutcome.Invalid(var reason) -> throw new IllegalArgumentException(reason);
            case PersonOutcome.Missing unused -> throw new IllegalStateException("A new record cannot be missing.");
            case PersonOutcome.NotAllowed(var reason) -> throw new IllegalStateException(reason);
        }
    }

    private PersonNote note(Letter letter, NoteStatus status) {
        var agreed = field(letter, "agreed", 20).contains("yes") ? "\n（安否の検索に載ることに同意するとのこと。本人か家族かを確かめてください）" : "";
        return new PersonNote(
                record.noteRecord(letter.site(), "letter." + letter.receiptNumber()),
                Happening.SAID,
                status,
                field(letter, "place", 200),
                field(letter, "body", 2_000) + agreed,
                field(letter, "author", 100),
                field(letter, "contact", 200),
                letter.receivedAt(),
                clock.instant(),
                null);
    }

    private static String field(Letter letter, String name, int charactersMax) {
        return Words.cut(Words.lines(letter.fields().getOrDefault(name, "")), charactersMax);
    }
}
