package noroshi.forms;

import noroshi.publishing.BesideEdition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The typed values of an article stay with it when it is written further without its form: over the API, by a restore, by a repaired link. */
@Component
class KeptValues implements BesideEdition {

    private final JdbcClient sql;

    KeptValues(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void copy(String government, long article, int from, int to) {
        of(
                "delete from edition_form where government = :government and article = :article and edition = :to and :from <> :to",
                government,
                article,
                from,
                to);
        of("""
                insert into edition_form (government, article, edition, form, version, data)
                select government, article, :to, form, version, data from edition_form
                 where government = :government and article = :article and edition = :from
                """, government, article, from, to);
    }

    private void of(String statement, String government, long article, int from, int to) {
        sql.sql(statement)
                .param("government", government)
                .param("article", article)
                .param("from", from)
                .param("to", to)
                .update();
    }
}
