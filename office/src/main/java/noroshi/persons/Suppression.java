package noroshi.persons;

import java.util.LinkedHashSet;
import java.util.Set;
import noroshi.names.Kana;
import noroshi.names.OldForms;
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
        for (var one : hashes(government, facts))
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
                .param("hashes", hashes(government, facts).toArray(String[]::new))
                .param("born", facts.bornYear())
                .query(Boolean.class)
                .single();
    }

    private Set<String> hashes(String government, PersonFacts facts) {
        var all = new LinkedHashSet<String>();
        for (var name : facts.names()) {
            all.add(hash.of(government, "W" + OldForms.folded(Kana.normal(name.family() + name.given()).replace(" ", ""))));
            all.add(hash.of(government, "W" + OldForms.folded(Kana.normal(name.given() + name.family()).replace(" ", ""))));
            var kana = Kana.normal(name.familyKana() + name.givenKana()).replace(" ", "");
            if (!kana.isEmpty()) all.add(hash.of(government, "S" + Sound.of(java.util.List.of(kana))));
        }
        return all;
    }
}
