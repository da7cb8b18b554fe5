package noroshi.persons;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** A note is written on a person: what somebody said, or that they came to a shelter, moved on, left. */
@Component
public final class WriteNote {

    static final int FAMILY_MAX = 50;

    private final NoteStore notes;
    private final PersonStore persons;
    private final PersonDesk desk;
    private final RecordPerson record;
    private final Tenancy tenancy;

    WriteNote(NoteStore notes, PersonStore persons, PersonDesk desk, RecordPerson record, Tenancy tenancy) {
        this.notes = notes;
        this.persons = persons;
        this.desk = desk;
        this.record = record;
        this.tenancy = tenancy;
    }

    /** @param place a shelter's name for a check-in */
    public record Said(
            Happening happening, NoteStatus status, String place, String words, String author, String contact) {}

    public record Command(String government, long person, Said said, Officer by, Instant at) {}

    public PersonOutcome handle(Command command) {
        if (!PersonDesk.mayWrite(command.by(), command.government()))
            return new PersonOutcome.NotAllowed("この団体の安否情報に書き込む権限がありません。");
        return tenancy.in(command.government(), () -> write(command));
    }

    private PersonOutcome write(Command command) {
        if (persons.find(command.government(), command.person()).isEmpty()) return new PersonOutcome.Missing();
        var said = command.said();
        if (said.happening() == Happening.CHECK_IN && said.place().isBlank())
            return new PersonOutcome.Invalid("入所した避難所を書いてください。");
        if (said.happening() == Happening.SAID
                && said.status() == NoteStatus.NOT_SAID
                && said.words().isBlank()) return new PersonOutcome.Invalid("分かったことを書くか、安否を選んでください。");
        try {
            notes.add(
                    command.government(),
                    command.person(),
                    new PersonNote(
                            record.noteRecord(
                                    command.government(), UUID.randomUUID().toString()),
                            said.happening(),
                            said.status(),
                            said.place(),
                            said.words(),
                            said.author(),
                            said.contact(),
                            command.at(),
                            command.at(),
                            command.by().id()));
        } catch (IllegalArgumentException wrong) {
            return new PersonOutcome.Invalid(wrong.getMessage() + "。");
        }
        persons.outlive(command.government(), command.person(), command.at().plus(RecordPerson.LIFE));
        return desk.done(
                command.government(),
                command.person(),
                command.by(),
                "person." + said.happening().code());
    }

    /** A family comes to a shelter: one note each, or none at all. */
    public PersonOutcome checkIn(String government, List<Long> family, String shelter, Officer by, Instant at) {
        var said = new Said(Happening.CHECK_IN, NoteStatus.BELIEVED_ALIVE, shelter, "", "", "");
        if (family.size() > FAMILY_MAX) return new PersonOutcome.Invalid("一度に入所できるのは%d人までです。".formatted(FAMILY_MAX));
        return tenancy.in(government, () -> {
            // Before the first note: nothing is taken back that was told already.
            for (var person : family)
                if (persons.find(government, person).isEmpty()) return new PersonOutcome.Missing();
            PersonOutcome last = new PersonOutcome.Missing();
            for (var person : family) {
                last = handle(new Command(government, person, said, by, at));
                // What is wrong with the words is wrong with the first note already.
                if (!(last instanceof PersonOutcome.Done)) return last;
            }
            return last;
        });
    }
}
