package noroshi.persons;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import noroshi.people.Officer;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person is recorded, or what is told of them is corrected. */
@Component
public final class RecordPerson {

    /** After this the record is erased and its tombstone is left, as PFIF's repositories do by default. */
    static final Duration LIFE = Duration.ofDays(40);

    /** After entry, however much is said: the last shelters of 2011 closed after seven to nine months. */
    static final Duration LIFE_MAX = Duration.ofDays(365);

    private final PersonStore store;
    private final NoteStore notes;
    private final PersonDesk desk;
    private final Suppression suppression;
    private final Tenancy tenancy;
    private final String domain;

    RecordPerson(
            PersonStore store,
            NoteStore notes,
            PersonDesk desk,
            Suppression suppression,
            Tenancy tenancy,
            Settings settings) {
        this.store = store;
        this.notes = notes;
        this.desk = desk;
        this.suppression = suppression;
        this.tenancy = tenancy;
        this.domain = domain(settings.publicUrl());
    }

    private static String domain(URI publicUrl) {
        var host = publicUrl.getHost();
        return host == null ? "localhost" : host;
    }

    /** @param source who told it, e.g. 宮城県 安否情報窓口 */
    public record Command(
            String government, PersonFacts facts, Consent consent, String source, Officer by, Instant at) {}

    public PersonOutcome handle(Command command) {
        if (!PersonDesk.mayWrite(command.by(), command.government()))
            return new PersonOutcome.NotAllowed("この団体の安否情報を登録する権限がありません。");
        return tenancy.in(
                command.government(),
                () -> add(
                        command.government(),
                        command.facts(),
                        command.consent(),
                        new From("", Words.cut(Words.line(command.source()), 100), command.at()),
                        command.by(),
                        command.at()));
    }

    /** @param record PFIF's id; empty: it begins here */
    record From(String record, String source, Instant at) {}

    /** First in a transaction that records many. */
    void begin() {
        suppression.mayRecord();
    }

    /** Inside a transaction. */
    PersonOutcome add(
            String government, PersonFacts facts, Consent consent, From from, @Nullable Officer by, Instant now) {
        long id = store.nextId();
        var record = from.record().isEmpty() ? domain + "/" + government + ".p" + id : from.record();
        store.add(new PersonRecord(
                id, government, record, facts, "", consent, from.source(), from.at(), now, now.plus(LIFE), 1));
        if (suppression.concerns(facts)) {
            desk.hold(government, id, by, now);
            return new PersonOutcome.Held(id);
        }
        // Whom the public does not find yet renews nothing of theirs: a flood of letters must not build the index
        // without end.
        return consent == Consent.GIVEN
                ? desk.done(government, id, by, "person.recorded")
                : desk.kept(government, id, by, "person.recorded");
    }

    /** @param version of the person that the officer saw */
    public record Correction(String government, long person, int version, PersonFacts facts, Officer by, Instant at) {}

    public PersonOutcome correct(Correction command) {
        var seen = new PersonDesk.Seen(
                command.government(), command.person(), command.version(), command.by(), command.at());
        return tenancy.in(command.government(), () -> {
            suppression.mayRecord();
            return desk.act(seen, person -> corrected(command, person));
        });
    }

    private PersonOutcome corrected(Correction command, PersonRecord person) {
        var told = new Told(command.government(), person.id(), command.facts(), command.at());
        return change(told, command.by(), command.at(), "person.corrected");
    }

    /** @param at when the source said so */
    record Told(String government, long person, PersonFacts facts, Instant at) {}

    /** Inside a transaction: other facts may be somebody protected. */
    PersonOutcome change(Told told, Officer by, Instant now, String act) {
        store.change(told.government(), told.person(), told.facts(), told.at(), now);
        store.outlive(told.government(), told.person(), now.plus(LIFE));
        if (suppression.concerns(told.facts())) {
            desk.hold(told.government(), told.person(), by, now);
            return new PersonOutcome.Held(told.person());
        }
        return desk.done(told.government(), told.person(), by, act);
    }

    /**
     * Many invented persons at once, for the demonstration: inside the loader's transaction, announced by the building of the site.
     *
     * @param shelter where they are; empty: nobody knows
     */
    public void load(String government, PersonFacts facts, Consent consent, String shelter, Instant at) {
        long id = store.nextId();
        var record = domain + "/" + government + ".p" + id;
        store.add(new PersonRecord(id, government, record, facts, "", consent, "デモ（架空の人）", at, at, at.plus(LIFE), 1));
        if (shelter.isEmpty()) return;
        notes.add(
                government,
                id,
                new PersonNote(
                        noteRecord(government, Long.toString(id)),
                        Happening.CHECK_IN,
                        NoteStatus.BELIEVED_ALIVE,
                        shelter,
                        "",
                        "避難所",
                        "",
                        at,
                        at,
                        null));
    }

    String noteRecord(String government, String local) {
        return domain + "/" + government + ".n" + local;
    }
}
