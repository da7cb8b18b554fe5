package noroshi.routes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A government's rules of its workflow. Reads and writes inside a door of Tenancy. */
@Repository
public class RulesShelf {

    private final JdbcClient sql;

    public RulesShelf(JdbcClient sql) {
        this.sql = sql;
    }

    public Rules of(String government) {
        return sql.sql(
                        "select own_text, remind_days, trash_days, dead_links_stop from workflow_rules where government = :government")
                .param("government", government)
                .query(Rules.class)
                .optional()
                .orElse(Rules.DEFAULT);
    }

    void put(String government, Rules rules) {
        sql.sql("""
                        insert into workflow_rules (government, own_text, remind_days, trash_days, dead_links_stop)
                        values (:government, :own, :remind, :trash, :dead)
                        on conflict (government) do update set own_text = :own, remind_days = :remind, trash_days = :trash, dead_links_stop = :dead
                        """)
                .param("government", government)
                .param("own", rules.ownText())
                .param("remind", rules.remindDays())
                .param("trash", rules.trashDays())
                .param("dead", rules.deadLinksStop())
                .update();
    }
}
