package noroshi.persons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The persons' rows. What is read comes from {@code person_shown}: protected, expired and merged records are not there. */
@Repository
class PersonStore {

    private final JdbcClient sql;

    PersonStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The next number, so that a record of our own can be named by it. */
    long nextId() {
        return sql.sql("select nextval(pg_get_serial_sequence('person', 'id'))")
                .query(Long.class)
                .single();
    }

    void add(PersonRecord person) {
        facts("""
                        insert into person (government, id, record, source, source_at, entered_at, expires_at, consent, household, changed_at,
                                            family, given, family_kana, given_kana, other_names, sex, born, age, prefecture, city, town,
                                            street, description)
                        overriding system value
                        values (:government, :id, :record, :source, :sourceAt, :entered, :expires, :consent, :household, :entered,
                                :family, :given, :familyKana, :givenKana, :otherNames, :sex, :born, :age, :prefecture, :city, :town,
                                :street, :description)
                        """, person.facts())
                .param("government", person.government())
                .param("id", person.id())
                .param("record", person.record())
                .param("source", person.source())
                .param("sourceAt", Timestamp.from(person.sourceAt()))
                .param("entered", Timestamp.from(person.enteredAt()))
                .param("expires", Timestamp.from(person.expiresAt()))
                .param("consent", person.consent().code())
                .param("household", person.household())
                .update();
    }

    void change(String government, long id, PersonFacts facts, Instant sourceAt, Instant now) {
        facts("""
                        update person set family = :family, given = :given, family_kana = :familyKana, given_kana = :givenKana,
                               other_names = :otherNames, sex = :sex, born = :born, age = :age, prefecture = :prefecture, city = :city,
                               town = :town, street = :street, description = :description, source_at = :sourceAt, changed_at = :now,
                               version = version + 1
                         where government = :government and id = :id
                        """, facts)
                .param("government", government)
                .param("id", id)
                .param("sourceAt", Timestamp.from(sourceAt))
                .param("now", Timestamp.from(now))
                .update();
    }

    private JdbcClient.StatementSpec facts(String statement, PersonFacts facts) {
        return sql.sql(statement)
                .param("family", facts.family())
                .param("given", facts.given())
                .param("familyKana", facts.familyKana())
                .param("givenKana", facts.givenKana())
                .param("otherNames", facts.otherNames())
                .param("sex", facts.sex().code())
                .param("born", facts.born())
                .param("age", facts.age())
                .param("prefecture", facts.prefecture())
                .param("city", facts.city())
                .param("town", facts.town())
                .param("street", facts.street())
                .param("description", facts.description());
    }

    /** Of whom somebody still speaks, the record lives on, yet not for ever. */
    void outlive(String government, long id, Instant until) {
        sql.sql("""
                        update person set expires_at = greatest(expires_at, least(:until, entered_at + make_interval(days => :days)))
                         where government = :government and id = :id and expired_at is null
                        """)
                .param("government", government)
                .param("id", id)
                .param("until", Timestamp.from(until))
                .param("days", (int) RecordPerson.LIFE_MAX.toDays())
                .update();
    }

    Optional<PersonRecord> find(String government, long id) {
        return one("select * from person_shown where government = :government and id = :id", government, id);
    }

    Optional<PersonRecord> lock(String government, long id) {
        return one("select * from person_shown where government = :government and id = :id for update", government, id);
    }

    private Optional<PersonRecord> one(String statement, String government, long id) {
        return sql.sql(statement)
                .param("government", government)
                .param("id", id)
                .query(PersonStore::read)
                .optional();
    }

    /** What an import needs to know of a record it meets again; also of protected and expired ones. */
    record Known(long id, boolean shown, Instant sourceAt) {}

    Optional<Known> known(String government, String record) {
        return sql.sql("""
                        select id, protected_at is null and expired_at is null and merged_into is null as shown, source_at
                          from person where government = :government and record = :record
                        """)
                .param("government", government)
                .param("record", record)
                .query((row, n) -> new Known(
                        row.getLong("id"),
                        row.getBoolean("shown"),
                        row.getTimestamp("source_at").toInstant()))
                .optional();
    }

    List<PersonRecord> listed(String government, Collection<Long> ids) {
        return sql.sql("select * from person_shown where government = :government and id = any(:ids) order by id")
                .param("government", government)
                .param("ids", ids.toArray(Long[]::new))
                .query(PersonStore::read)
                .list();
    }

    List<PersonRecord> household(String government, String household) {
        return sql.sql("select * from person_shown where government = :government and household = :household order by"
                        + " id")
                .param("government", government)
                .param("household", household)
                .query(PersonStore::read)
                .list();
    }

    List<PersonRecord> newest(String government, int offset, int max) {
        return sql.sql("""
                        select * from person_shown where government = :government order by changed_at desc, id desc
                         limit :max offset :offset
                        """)
                .param("government", government)
                .param("max", max)
                .param("offset", offset)
                .query(PersonStore::read)
                .list();
    }

    /** What the records said that are one with this one now; only for holding others back. */
    List<PersonFacts> mergedInto(String government, long person) {
        return sql
                .sql(
                        "select * from person where government = :government and merged_into = :person and expired_at is null order by id")
                .param("government", government)
                .param("person", person)
                .query(PersonStore::read)
                .list()
                .stream()
                .map(PersonRecord::facts)
                .toList();
    }

    int count(String government) {
        return sql.sql("select count(*)::int from person_shown where government = :government")
                .param("government", government)
                .query(Integer.class)
                .single();
    }

    /** Everybody shown, or those changed since then, one at a time. */
    void each(String government, @Nullable Instant since, Consumer<PersonRecord> consumer) {
        try (var all = sql
                .sql("""
                        select * from person_shown where government = :government
                           and (:since::timestamptz is null or changed_at >= :since) order by id
                        """)
                .param("government", government)
                .param("since", since == null ? null : Timestamp.from(since))
                .query(PersonStore::read)
                .stream()) {
            all.forEach(consumer);
        }
    }

    /** Numbers and versions of everybody changed since then, shown or not. */
    Map<Long, Integer> versions(String government, Instant since) {
        var versions = new HashMap<Long, Integer>();
        sql.sql("select id, version from person where government = :government and changed_at >= :since")
                .param("government", government)
                .param("since", Timestamp.from(since))
                .query(row -> {
                    versions.put(row.getLong("id"), row.getInt("version"));
                });
        return versions;
    }

    /** @param set columns of our own, never words from outside */
    void set(String government, long id, String set, @Nullable Object value, Instant now) {
        sql.sql(
                        "update person set %s, changed_at = :now, version = version + 1 where government = :government and id = :id"
                                .formatted(set))
                .param("value", value instanceof Instant instant ? Timestamp.from(instant) : value)
                .param("now", Timestamp.from(now))
                .param("government", government)
                .param("id", id)
                .update();
    }

    static PersonRecord read(ResultSet row, int n) throws SQLException {
        return new PersonRecord(
                row.getLong("id"),
                row.getString("government"),
                row.getString("record"),
                new PersonFacts(
                        row.getString("family"),
                        row.getString("given"),
                        row.getString("family_kana"),
                        row.getString("given_kana"),
                        row.getString("other_names"),
                        Sex.of(row.getString("sex")),
                        row.getString("born"),
                        row.getString("age"),
                        row.getString("prefecture"),
                        row.getString("city"),
                        row.getString("town"),
                        row.getString("street"),
                        row.getString("description")),
                row.getString("household"),
                Consent.of(row.getString("consent")),
                row.getString("source"),
                row.getTimestamp("source_at").toInstant(),
                row.getTimestamp("entered_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getInt("version"));
    }
}
