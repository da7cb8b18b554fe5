package noroshi.persons;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import noroshi.names.Kana;
import noroshi.names.OldForms;
import noroshi.names.PersonName;
import noroshi.names.Sound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers, as keyed hashes, who is protected, so that the next source that tells of them does not make them public. */
@Repository
class Suppression {

    /** Whoever threatens somebody searches in every town. */
    private static final String EVERYWHERE = "";

    private static final long LOCK = 0x70726f74656374L;

    private final JdbcClient sql;
    private final KeyedHash hash;

    Suppression(JdbcClient sql, KeyedHash hash) {
        this.sql = sql;
        this.hash = hash;
    }

    /** First in every transaction that records persons and may wait for a row: many may, until somebody is to be protected. */
    void mayRecord() {
        sql.sql("select pg_advisory_xact_lock_shared(:key)").param("key", LOCK).query(row -> {});
    }

    /** First in a transaction that protects: who is just being recorded elsewhere is met afterwards, whoever comes next is held back. */
    void mayProtect() {
        sql.sql("select pg_advisory_xact_lock(:key)").param("key", LOCK).query(row -> {});
    }

    void remember(String government, long person, PersonFacts facts) {
        for (var one : remembered(facts))
            sql.sql("""
                            insert into person_suppression (government, person, hash, born_year, city_hash)
                            values (:government, :person, :hash, :born, :city) on conflict do nothing
                            """)
                    .param("government", government)
                    .param("person", person)
                    .param("hash", one)
                    .param("born", facts.bornYear())
                    .param("city", city(facts))
                    .update();
    }

    /** What was remembered of these persons. */
    List<Trace> traces(String government, Collection<Long> persons) {
        return sql.sql("""
                        select hash, born_year, city_hash from person_suppression
                         where government = :government and person = any(:persons)
                        """)
                .param("government", government)
                .param("persons", persons.toArray(Long[]::new))
                .query((row, n) ->
                        new Trace(row.getString("hash"), row.getString("born_year"), row.getString("city_hash")))
                .list();
    }

    /** One way to meet a protected person again. */
    record Trace(String hash, String bornYear, String city) {}

    /** The same name, no other year of birth, the same home town as far as both are known: it may be the same human being. */
    boolean meets(Map<String, List<Trace>> traces, PersonFacts facts) {
        var city = city(facts);
        return asked(facts).stream()
                .flatMap(one -> traces.getOrDefault(one, List.of()).stream())
                .anyMatch(trace -> isSame(trace.bornYear(), facts.bornYear()) && isSame(trace.city(), city));
    }

    private static boolean isSame(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    private String city(PersonFacts facts) {
        return facts.city().isEmpty() ? "" : hash.of(EVERYWHERE, "C" + written(facts.city()));
    }

    void forget(String government, long person) {
        sql.sql("delete from person_suppression where government = :government and person = :person")
                .param("government", government)
                .param("person", person)
                .update();
    }

    /** The same name in any town, and no other year of birth: such a record is held back until an administrator has looked. */
    boolean concerns(PersonFacts facts) {
        mayRecord();
        return sql.sql("select is_name_protected(:hashes, :born)")
                .param("hashes", asked(facts).toArray(String[]::new))
                .param("born", facts.bornYear())
                .query(Boolean.class)
                .single();
    }

    /** What is known of the protected: as written in both orders, and as spoken, apart for those who are written in kana only. */
    private Set<String> remembered(PersonFacts facts) {
        var all = new LinkedHashSet<String>();
        for (var name : facts.names()) {
            addWritten(all, name);
            addSpoken(all, "S", name);
            if (isInKana(name)) addSpoken(all, "K", name);
        }
        return all;
    }

    /** Who is written in kana meets whoever sounds so; who is written in characters only those in the same, or in kana. */
    private Set<String> asked(PersonFacts facts) {
        var all = new LinkedHashSet<String>();
        for (var name : facts.names()) {
            addWritten(all, name);
            addSpoken(all, isInKana(name) ? "S" : "K", name);
        }
        return all;
    }

    private void addWritten(Set<String> all, PersonName name) {
        all.add(hash.of(EVERYWHERE, "W" + written(name.family() + name.given())));
        all.add(hash.of(EVERYWHERE, "W" + written(name.given() + name.family())));
    }

    private void addSpoken(Set<String> all, String kind, PersonName name) {
        boolean asWritten = name.kana().isEmpty() && isInKana(name);
        var family = spoken(asWritten ? name.family() : name.familyKana());
        var given = spoken(asWritten ? name.given() : name.givenKana());
        if (family.isEmpty() && given.isEmpty()) return;
        all.add(hash.of(EVERYWHERE, kind + Sound.of(List.of(family + given))));
        all.add(hash.of(EVERYWHERE, kind + Sound.of(List.of(given + family))));
    }

    private static String spoken(String kana) {
        return Kana.normal(kana).replace(" ", "");
    }

    private static String written(String text) {
        return OldForms.folded(Kana.normal(text).replace(" ", ""));
    }

    private static boolean isInKana(PersonName name) {
        return name.written().codePoints().noneMatch(Character::isIdeographic);
    }
}
