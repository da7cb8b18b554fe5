package noroshi.persons;

import java.util.LinkedHashSet;
import java.util.List;
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

    private final JdbcClient sql;
    private final KeyedHash hash;

    Suppression(JdbcClient sql, KeyedHash hash) {
        this.sql = sql;
        this.hash = hash;
    }

    void remember(String government, long person, PersonFacts facts) {
        for (var one : remembered(government, facts))
            sql.sql("""
                            insert into person_suppression (government, person, hash, born_year)
                            values (:government, :person, :hash, :born) on conflict do nothing
                            """)
                    .param("government", government)
                    .param("person", person)
                    .param("hash", one)
                    .param("born", facts.bornYear())
                    .update();
    }

    void forget(String government, long person) {
        sql.sql("delete from person_suppression where government = :government and person = :person")
                .param("government", government)
                .param("person", person)
                .update();
    }

    /** The same name, and no other year of birth: such a record is held back until an administrator has looked. */
    boolean concerns(String government, PersonFacts facts) {
        return sql.sql("""
                        select exists (select 1 from person_suppression
                                        where government = :government and hash = any(:hashes)
                                          and (born_year = '' or :born = '' or born_year = :born))
                        """)
                .param("government", government)
                .param("hashes", asked(government, facts).toArray(String[]::new))
                .param("born", facts.bornYear())
                .query(Boolean.class)
                .single();
    }

    /** What is known of the protected: as written in both orders, and as spoken, apart for those who are written in kana only. */
    private Set<String> remembered(String government, PersonFacts facts) {
        var all = new LinkedHashSet<String>();
        for (var name : facts.names()) {
            addWritten(all, government, name);
            addSpoken(all, government, "S", name);
            if (isInKana(name)) addSpoken(all, government, "K", name);
        }
        return all;
    }

    /** Who is written in kana meets whoever sounds so; who is written in characters only those in the same, or in kana. */
    private Set<String> asked(String government, PersonFacts facts) {
        var all = new LinkedHashSet<String>();
        for (var name : facts.names()) {
            addWritten(all, government, name);
            addSpoken(all, government, isInKana(name) ? "S" : "K", name);
        }
        return all;
    }

    private void addWritten(Set<String> all, String government, PersonName name) {
        all.add(hash.of(government, "W" + written(name.family() + name.given())));
        all.add(hash.of(government, "W" + written(name.given() + name.family())));
    }

    private void addSpoken(Set<String> all, String government, String kind, PersonName name) {
        var kana = name.kana().isEmpty() && isInKana(name) ? name.written() : name.kana();
        var spoken = Kana.normal(kana).replace(" ", "");
        if (!spoken.isEmpty()) all.add(hash.of(government, kind + Sound.of(List.of(spoken))));
    }

    private static String written(String text) {
        return OldForms.folded(Kana.normal(text).replace(" ", ""));
    }

    private static boolean isInKana(PersonName name) {
        return name.written().codePoints().noneMatch(Character::isIdeographic);
    }
}
