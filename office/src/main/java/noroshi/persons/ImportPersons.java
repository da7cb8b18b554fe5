package noroshi.persons;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/**
 * Persons and notes from a file, PFIF or CSV: a rehearsal or the thing itself, all rows in one transaction, each row with its result. A
 * record is known by its id: what came before is not made twice, and an older state does not overwrite a newer one.
 */
@Component
public final class ImportPersons {

    static final int FILE_BYTES_MAX = 20 * 1024 * 1024;

    /** Clocks differ; what claims to be of next year would stand against every correction until then. */
    static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    private final PersonStore store;
    private final NoteStore notes;
    private final RecordPerson record;
    private final PersonDesk desk;
    private final Tenancy tenancy;

    ImportPersons(PersonStore store, NoteStore notes, RecordPerson record, PersonDesk desk, Tenancy tenancy) {
        this.store = store;
        this.notes = notes;
        this.record = record;
        this.desk = desk;
        this.tenancy = tenancy;
    }

    /** @param rehearsal nothing is kept; the report says what would happen */
    public record Command(String government, String name, byte[] bytes, boolean rehearsal, Officer by, Instant at) {}

    /** What became of a row. */
    public enum Result {
        NEW("登録"),
        CHANGED("更新"),
        SAME("変更なし"),
        HELD("保留（閲覧制限の確認）"),
        REFUSED("取り込めない");

        private final String japanese;

        Result(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    /** @param line in the file, from 1; 0: the format does not tell; @param reason Japanese, empty when all is well */
    public record Row(int line, String record, Result result, String reason) {}

    /** How it ended. */
    public sealed interface Ended {
        /** As many rows as the file has. */
        record Told(List<Row> rows) implements Ended {
            public Told {
                rows = List.copyOf(rows);
            }

            public long count(Result result) {
                return rows.stream().filter(row -> row.result() == result).count();
            }
        }

        /** @param reason the file as a whole cannot be read (Japanese) */
        record Refused(String reason) implements Ended {}
    }

    /** Undoes the transaction of a rehearsal and carries its report out of it. */
    private static final class Rehearsed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Ended.Told told;

        Rehearsed(Ended.Told told) {
            super("rehearsed", null, false, false);
            this.told = told;
        }
    }

    public Ended handle(Command command) {
        if (!PersonDesk.mayWrite(command.by(), command.government()))
            return new Ended.Refused("この団体に安否情報を取り込む権限がありません。");
        if (command.bytes().length > FILE_BYTES_MAX)
            return new Ended.Refused("ファイルが%dMBを超えています。分けて取り込んでください。".formatted(FILE_BYTES_MAX >> 20));
        try {
            var incoming = Incoming.read(command.name(), command.bytes(), command.at());
            return tenancy.in(command.government(), () -> all(command, incoming));
        } catch (Rehearsed rehearsed) {
            // It tells which names are held back: a question that stays on the record.
            tenancy.run(
                    command.government(),
                    () -> desk.record(
                            command.government(),
                            command.by(),
                            "persons.import_rehearsed",
                            "persons",
                            "%d件、保留%d件".formatted(rehearsed.told.rows().size(), rehearsed.told.count(Result.HELD))));
            return rehearsed.told;
        } catch (IllegalArgumentException wrong) {
            return new Ended.Refused(String.valueOf(wrong.getMessage()));
        }
    }

    private Ended all(Command command, Incoming incoming) {
        record.begin();
        var rows = new ArrayList<Row>(incoming.refused());
        for (var person : incoming.persons()) rows.add(person(command, person));
        var noted = new LinkedHashSet<Long>();
        for (var note : incoming.notes()) rows.add(note(command, note, noted));
        desk.announce(command.government(), noted);
        rows.sort(java.util.Comparator.comparingInt(Row::line));
        if (command.rehearsal()) throw new Rehearsed(new Ended.Told(rows));
        desk.record(command.government(), command.by(), "persons.imported", "persons", "%d件".formatted(rows.size()));
        return new Ended.Told(rows);
    }

    private Row person(Command command, Incoming.Person person) {
        if (person.sourceAt().isAfter(command.at().plus(AHEAD_MAX)))
            return new Row(person.line(), person.record(), Result.REFUSED, "情報の時刻（source_date）が先の時刻です。送り元に確かめてください。");
        var known = store.known(command.government(), person.record());
        if (known.isEmpty()) {
            var from = new RecordPerson.From(person.record(), person.source(), person.sourceAt());
            var added =
                    record.add(command.government(), person.facts(), Consent.UNKNOWN, from, command.by(), command.at());
            var result = added instanceof PersonOutcome.Held ? Result.HELD : Result.NEW;
            return new Row(person.line(), person.record(), result, "");
        }
        // Of those whom nobody may be told of, an import tells and changes nothing.
        if (!known.get().shown()) return new Row(person.line(), person.record(), Result.SAME, "");
        if (!known.get().sourceAt().isBefore(person.sourceAt()))
            return new Row(person.line(), person.record(), Result.SAME, "");
        var told = new RecordPerson.Told(command.government(), known.get().id(), person.facts(), person.sourceAt());
        var changed = record.change(told, command.by(), command.at(), "person.imported");
        var result = changed instanceof PersonOutcome.Held ? Result.HELD : Result.CHANGED;
        return new Row(person.line(), person.record(), result, "");
    }

    /** @param noted gets whom a new note is about */
    private Row note(Command command, Incoming.Note note, Set<Long> noted) {
        if (note.note().saidAt().isAfter(command.at().plus(AHEAD_MAX)))
            return new Row(
                    note.line(), note.note().record(), Result.REFUSED, "知らせの時刻（source_date）が先の時刻です。送り元に確かめてください。");
        var person = store.known(command.government(), note.person());
        if (person.isEmpty())
            return new Row(
                    note.line(),
                    note.note().record(),
                    Result.REFUSED,
                    "この人（%s）が登録されていません。先に人の記録を取り込んでください。".formatted(note.person()));
        boolean added = notes.add(command.government(), person.get().id(), note.note());
        if (added) noted.add(person.get().id());
        return new Row(note.line(), note.note().record(), added ? Result.NEW : Result.SAME, "");
    }
}
