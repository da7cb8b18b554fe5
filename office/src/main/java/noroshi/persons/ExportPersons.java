package noroshi.persons;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import noroshi.standards.pfif.Pfif;
import noroshi.standards.pfif.PfifDocument;
import noroshi.standards.pfif.PfifNote;
import noroshi.standards.pfif.PfifPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons as a file. It is an act on the record; protected persons are not in it, streets and contacts neither. */
@Component
public final class ExportPersons {

    private static final int TOMBSTONES_MAX = 10_000;

    private final JdbcClient sql;
    private final PersonStore store;
    private final NoteStore notes;
    private final LookUpPersons lookUps;
    private final PersonDesk desk;
    private final Tenancy tenancy;

    ExportPersons(
            JdbcClient sql,
            PersonStore store,
            NoteStore notes,
            LookUpPersons lookUps,
            PersonDesk desk,
            Tenancy tenancy) {
        this.sql = sql;
        this.store = store;
        this.notes = notes;
        this.lookUps = lookUps;
        this.desk = desk;
        this.tenancy = tenancy;
    }

    /** PFIF 1.4; what expired or stood in an earlier file and may no longer be told is a tombstone, so that other repositories let it go too. */
    public byte[] pfif(String government, Officer by, Instant at) {
        return tenancy.in(government, () -> {
            var persons = new ArrayList<PfifPerson>();
            var said = new ArrayList<PfifNote>();
            each(government, by, at, person -> {
                persons.add(PfifMapping.outward(person));
                notes.list(government, person.id()).forEach(note -> said.add(PfifMapping.outward(person, note)));
            });
            persons.addAll(tombstones(government));
            return Pfif.write(PfifDocument.of(persons, said));
        });
    }

    /** @param row gets each row, the head first */
    public void table(String government, Officer by, Instant at, Consumer<String[]> row) {
        tenancy.run(government, () -> {
            row.accept(new String[] {
                "記録番号", "氏", "名", "氏よみ", "名よみ", "性別", "生年月日", "年齢", "都道府県", "市区町村", "大字・町", "安否", "場所", "説明"
            });
            each(government, by, at, person -> {
                var facts = person.facts();
                var presence = notes.presence(government, person.id());
                row.accept(new String[] {
                    person.record(),
                    facts.family(),
                    facts.given(),
                    facts.familyKana(),
                    facts.givenKana(),
                    facts.sex().japanese(),
                    facts.born(),
                    facts.age(),
                    facts.prefecture(),
                    facts.city(),
                    facts.town(),
                    presence.status().map(note -> note.status().japanese()).orElse(""),
                    presence.place().map(PersonNote::place).orElse(""),
                    facts.description()
                });
            });
        });
    }

    private void each(String government, Officer by, Instant at, Consumer<PersonRecord> consumer) {
        if (!PersonDesk.mayProtect(by, government)) return;
        var all = new ArrayList<PersonRecord>();
        store.each(government, null, all::add);
        all.forEach(consumer);
        lookUps.log(
                government,
                by,
                at,
                "export",
                "",
                all.stream().map(PersonRecord::id).toList());
        desk.record(government, by, "persons.exported", "persons", "%d件".formatted(all.size()));
    }

    private List<PfifPerson> tombstones(String government) {
        return sql.sql("""
                        select p.record, p.entered_at, coalesce(p.expired_at, p.changed_at) as gone_at from person p
                         where p.government = :government
                           and (p.expired_at is not null
                                or ((p.protected_at is not null or p.merged_into is not null)
                                    and p.id in (select unnest(l.persons) from person_lookup l
                                                  where l.government = :government and l.act = 'export')))
                         order by gone_at desc limit :max
                        """)
                .param("government", government)
                .param("max", TOMBSTONES_MAX)
                .query((row, n) -> PfifPerson.tombstone(
                        row.getString(1),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()))
                .list();
    }
}
