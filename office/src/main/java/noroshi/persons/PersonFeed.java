package noroshi.persons;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import noroshi.people.Bearer;
import noroshi.platform.Tenancy;
import noroshi.standards.pfif.PfifNote;
import noroshi.standards.pfif.PfifPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Persons and notes for other repositories that hold a key: whom the public may find as well, never a street, a contact or a word of somebody's
 * death, and of the protected nothing at all. Whoever was told and may no longer be leaves a tombstone, the same one whatever the reason:
 * expiry, consent withdrawn, list ended, protection.
 */
@Component
class PersonFeed {

    static final int RESULTS_MAX = 200;
    static final int SKIP_RECORDS_MAX = 1_000_000;
    static final int READS_PER_HOUR_MAX = 120;
    private static final Duration HOUR = Duration.ofHours(1);

    /** The same people as in the public's search. */
    private static final String PUBLISHABLE = """
            (p.consent = 'given' or (p.consent <> 'refused' and exists (
                select 1 from name_list_entry e join name_list nl on nl.government = e.government and nl.id = e.list
                 where e.government = p.government and e.person = p.id and nl.state = 'public' and nl.kind <> 'dead')))
            """;

    private static final String RECORDS = """
            select * from (
                select p.id, p.record, p.changed_at as at, false as gone from person_shown p
                 where p.government = :government and %1$s
                union all
                select t.id, t.record, f.gone_at as at, true as gone
                  from person_fed f join person t on t.government = f.government and t.id = f.person
                 where f.government = :government and f.gone_at is not null
                   and not exists (select 1 from person_shown p where p.government = f.government and p.id = f.person and %1$s)
            ) r where cast(:since as timestamptz) is null or at >= :since
            """.formatted(PUBLISHABLE);

    private final JdbcClient sql;
    private final PersonStore store;
    private final NoteStore notes;
    private final Tenancy tenancy;

    PersonFeed(JdbcClient sql, PersonStore store, NoteStore notes, Tenancy tenancy) {
        this.sql = sql;
        this.store = store;
        this.notes = notes;
        this.tenancy = tenancy;
    }

    /**
     * @param since records entered then or later, oldest first; null: the newest first
     * @param person of the notes, PFIF's id; "" all. @param omitNotes true: persons without their notes
     */
    record Question(
            String government,
            @Nullable Instant since,
            int max,
            int skip,
            String person,
            boolean omitNotes,
            Bearer by,
            Instant at) {}

    /** What a key gets. */
    sealed interface Told {
        record Records(List<PfifPerson> persons, List<PfifNote> notes) implements Told {}

        /** Too many reads within the hour. */
        record Stopped() implements Told {}
    }

    private record Line(long id, String record, Instant at, boolean gone) {}

    Told persons(Question question) {
        return tenancy.in(question.government(), () -> {
            if (isTooMany(question)) return new Told.Stopped();
            noteWhoLeft(question);
            var lines = lines(question);
            var told = told(question, lines);
            log(question, lines.stream().map(Line::id).toList());
            return told;
        });
    }

    private List<Line> lines(Question question) {
        var order = question.since() == null ? " order by at desc, id desc" : " order by at, id";
        return sql.sql(RECORDS + order + " limit :max offset :skip")
                .param("government", question.government())
                .param("since", since(question), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("max", question.max())
                .param("skip", question.skip())
                .query((row, n) -> new Line(
                        row.getLong("id"),
                        row.getString("record"),
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("gone")))
                .list();
    }

    private static @Nullable OffsetDateTime since(Question question) {
        var since = question.since();
        return since == null ? null : since.atOffset(ZoneOffset.UTC);
    }

    private Told told(Question question, List<Line> lines) {
        var byId = new HashMap<Long, PersonRecord>();
        store.listed(question.government(), lines.stream().map(Line::id).toList())
                .forEach(person -> byId.put(person.id(), person));
        var persons = new ArrayList<PfifPerson>();
        var said = new ArrayList<PfifNote>();
        for (var line : lines) {
            var person = byId.get(line.id());
            if (line.gone()) persons.add(PfifPerson.tombstone(line.record(), line.at(), line.at()));
            else if (person != null) {
                persons.add(PfifMapping.entered(
                        person.consent() == Consent.GIVEN ? PfifMapping.outward(person) : PfifMapping.listed(person),
                        line.at()));
                if (!question.omitNotes()) said.addAll(tellable(person));
                fed(question.government(), person.id());
            }
        }
        return new Told.Records(persons, said);
    }

    /** Where somebody is, is told with their own consent; that somebody died is told by a human being. */
    private List<PfifNote> tellable(PersonRecord person) {
        if (person.consent() != Consent.GIVEN) return List.of();
        return notes.list(person.government(), person.id()).stream()
                .filter(note -> note.status() != NoteStatus.BELIEVED_DEAD)
                .map(note -> PfifMapping.outward(person, note))
                .toList();
    }

    Told notes(Question question) {
        return tenancy.in(question.government(), () -> {
            if (isTooMany(question)) return new Told.Stopped();
            var order = question.since() == null
                    ? " order by n.entered_at desc, n.id desc"
                    : " order by n.entered_at, n.id";
            var rows = sql.sql("""
                            select n.*, p.id as of from person_note n join person_shown p on p.government = n.government and p.id = n.person
                             where n.government = :government and p.consent = 'given' and n.status <> 'believed_dead'
                               and (:record = '' or p.record = :record)
                               and (cast(:since as timestamptz) is null or n.entered_at >= :since)
                            """ + order + " limit :max offset :skip")
                    .param("government", question.government())
                    .param("record", question.person())
                    .param("since", since(question), Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("max", question.max())
                    .param("skip", question.skip())
                    .query((row, n) -> new Said(row.getLong("of"), NoteStore.read(row, n)))
                    .list();
            var byId = new HashMap<Long, PersonRecord>();
            var ids = rows.stream().map(Said::person).distinct().toList();
            store.listed(question.government(), ids).forEach(person -> byId.put(person.id(), person));
            ids.forEach(person -> fed(question.government(), person));
            log(question, ids);
            return new Told.Records(
                    List.of(),
                    rows.stream()
                            .filter(row -> byId.containsKey(row.person()))
                            .map(row -> PfifMapping.outward(
                                    java.util.Objects.requireNonNull(byId.get(row.person())), row.note()))
                            .toList());
        });
    }

    private record Said(long person, PersonNote note) {}

    private void fed(String government, long person) {
        sql.sql("""
                        insert into person_fed (government, person) values (:government, :person)
                        on conflict (government, person) do update set gone_at = null where person_fed.gone_at is not null
                        """).param("government", government).param("person", person).update();
    }

    /**
     * Whose record was told and may no longer be: from this moment on, as far as readers of the feed are concerned. Neither why nor when
     * they left shows.
     */
    private void noteWhoLeft(Question question) {
        sql.sql("""
                        update person_fed f set gone_at = :at where f.government = :government and f.gone_at is null
                           and not exists (select 1 from person_shown p where p.government = f.government and p.id = f.person and %s)
                        """.formatted(PUBLISHABLE))
                .param("at", Timestamp.from(question.at()))
                .param("government", question.government())
                .update();
    }

    /** One read of a key after the other, until the transaction ends. */
    private boolean isTooMany(Question question) {
        var token = question.by().tokenId();
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:token, 1610))::text")
                .param("token", token)
                .query(String.class)
                .single();
        return sql.sql("""
                                select count(*)::int from person_lookup
                                 where government = :government and act = 'feed' and token = :token and at > :since
                                """)
                        .param("government", question.government())
                        .param("token", token)
                        .param("since", Timestamp.from(question.at().minus(HOUR)))
                        .query(Integer.class)
                        .single()
                >= READS_PER_HOUR_MAX;
    }

    private void log(Question question, List<Long> persons) {
        sql.sql("""
                        insert into person_lookup (government, at, officer, act, persons, hits, token)
                        values (:government, :at, :officer, 'feed', :persons, :hits, :token)
                        """)
                .param("government", question.government())
                .param("at", Timestamp.from(question.at()))
                .param("officer", question.by().officer().id())
                .param("persons", persons.toArray(Long[]::new))
                .param("hits", persons.size())
                .param("token", question.by().tokenId())
                .update();
    }
}
