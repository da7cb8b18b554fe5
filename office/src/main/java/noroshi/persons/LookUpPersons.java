package noroshi.persons;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import noroshi.names.Kana;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Officers look for persons. Each look-up is on the record by ids and a keyed hash of what was typed; whoever looks up very many is
 * stopped for an hour.
 */
@Component
public final class LookUpPersons {

    public static final int HITS_MAX = 50;
    static final int NEWEST_MAX = 10;
    static final int LOOKUPS_PER_HOUR_MAX = 300;
    static final int QUERY_CHARACTERS_MAX = 100;
    private static final Map<String, String> ACTS = Map.of(
            "search", "検索",
            "open", "閲覧",
            "export", "書き出し",
            "feed", "外部への提供",
            "newest", "最近の記録",
            "pairs", "同じ人の確認",
            "list", "名簿");
    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient sql;
    private final OfficeIndex index;
    private final PersonStore store;
    private final NoteStore notes;
    private final KeyedHash hash;
    private final PersonDesk desk;
    private final Tenancy tenancy;

    LookUpPersons(
            JdbcClient sql,
            OfficeIndex index,
            PersonStore store,
            NoteStore notes,
            KeyedHash hash,
            PersonDesk desk,
            Tenancy tenancy) {
        this.sql = sql;
        this.index = index;
        this.store = store;
        this.notes = notes;
        this.hash = hash;
        this.desk = desk;
        this.tenancy = tenancy;
    }

    /** What a look-up gives. */
    public sealed interface Found {
        /** Nearest names first. */
        record Persons(List<PersonRecord> persons) implements Found {}

        /** @param reason Japanese */
        record Refused(String reason) implements Found {}
    }

    public Found search(String government, String typed, Officer by, Instant at) {
        if (!PersonDesk.mayWrite(by, government)) return new Found.Refused("この団体の安否情報を見る権限がありません。");
        if (typed.length() > QUERY_CHARACTERS_MAX)
            return new Found.Refused("氏名は%d字以内で入れてください。".formatted(QUERY_CHARACTERS_MAX));
        return tenancy.in(government, () -> {
            if (isTooMany(government, by, at)) return tooMany(government, by);
            var ids = index.find(government, typed, HITS_MAX);
            var byId = new HashMap<Long, PersonRecord>();
            store.listed(government, ids).forEach(person -> byId.put(person.id(), person));
            var persons = ids.stream().filter(byId::containsKey).map(byId::get).toList();
            log(
                    government,
                    by,
                    at,
                    "search",
                    hash.of(government, Kana.normal(typed)),
                    persons.stream().map(PersonRecord::id).toList());
            return new Found.Persons(persons);
        });
    }

    /** @param family others of the same household */
    public record Sheet(PersonRecord person, List<PersonNote> notes, List<PersonRecord> family) {}

    /** Empty: there is none, or nobody may be told of them. */
    public Optional<Sheet> open(String government, long person, Officer by, Instant at) {
        if (!PersonDesk.mayWrite(by, government)) return Optional.empty();
        return tenancy.in(government, () -> {
            if (isTooMany(government, by, at)) return Optional.<Sheet>empty();
            var found = store.find(government, person);
            return found.map(one -> {
                var family = family(one);
                // Who types another family's word into a record sees them, too: they are looked up with it.
                var told = Stream.concat(Stream.of(one), family.stream())
                        .map(PersonRecord::id)
                        .toList();
                log(government, by, at, "open", "", told);
                return new Sheet(one, notes.list(government, person), family);
            });
        });
    }

    private List<PersonRecord> family(PersonRecord person) {
        if (person.household().isEmpty()) return List.of();
        return store.household(person.government(), person.household()).stream()
                .filter(other -> other.id() != person.id())
                .toList();
    }

    /** The few that changed last, for those who are just recording a family; nobody can page through everyone. */
    public List<PersonRecord> newest(String government, Officer by, Instant at) {
        if (!PersonDesk.mayWrite(by, government)) return List.of();
        return tenancy.in(government, () -> {
            if (isTooMany(government, by, at)) return List.<PersonRecord>of();
            var newest = store.newest(government, 0, NEWEST_MAX);
            seen(government, by, at, "newest", newest.stream());
            return newest;
        });
    }

    /** Persons that an officer sees without having looked for one; inside a transaction. */
    void seen(String government, Officer by, Instant at, String act, Stream<PersonRecord> persons) {
        var ids = persons.map(PersonRecord::id).distinct().toList();
        if (!ids.isEmpty()) log(government, by, at, act, "", ids);
    }

    public int count(String government) {
        return tenancy.in(government, () -> store.count(government));
    }

    void log(String government, Officer by, Instant at, String act, String queryHash, List<Long> persons) {
        sql.sql("""
                        insert into person_lookup (government, at, officer, act, query_hash, persons, hits)
                        values (:government, :at, :officer, :act, :hash, :persons, :hits)
                        """)
                .param("government", government)
                .param("at", Timestamp.from(at))
                .param("officer", by.id())
                .param("act", act)
                .param("hash", queryHash)
                .param("persons", persons.toArray(Long[]::new))
                .param("hits", persons.size())
                .update();
    }

    /** What a screen shows by itself counts for nothing: whoever records many families opens it again and again. */
    private boolean isTooMany(String government, Officer by, Instant at) {
        return sql.sql("""
                                select count(*)::int from person_lookup
                                 where government = :government and officer = :officer and at > :since
                                   and act not in ('newest', 'pairs', 'list')
                                """)
                        .param("government", government)
                        .param("officer", by.id())
                        .param("since", Timestamp.from(at.minus(HOUR)))
                        .query(Integer.class)
                        .single()
                >= LOOKUPS_PER_HOUR_MAX;
    }

    private Found tooMany(String government, Officer by) {
        desk.record(government, by, "person.lookups_stopped", "officer:" + by.id(), "");
        return new Found.Refused("1時間に%d回の照会の上限に達しました。時間をおくか、管理者に相談してください。".formatted(LOOKUPS_PER_HOUR_MAX));
    }

    /** One line of the log, for those who watch over it. */
    public record Line(Instant at, long officer, String act, String queryHash, List<Long> persons) {

        public String japanese() {
            return ACTS.getOrDefault(act, act);
        }
    }

    public List<Line> log(String government, Officer by) {
        if (!PersonDesk.mayProtect(by, government)) return List.of();
        return tenancy.in(government, () -> sql.sql("""
                        select at, officer, act, query_hash, persons from person_lookup where government = :government
                         order by id desc limit 500
                        """)
                .param("government", government)
                .query((row, n) -> new Line(
                        row.getTimestamp("at").toInstant(),
                        row.getLong("officer"),
                        row.getString("act"),
                        row.getString("query_hash"),
                        List.of((Long[]) row.getArray("persons").getArray())))
                .list());
    }
}
