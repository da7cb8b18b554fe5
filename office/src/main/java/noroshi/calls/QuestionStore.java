package noroshi.calls;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was asked on the telephone: rows are added, never changed. */
@Repository
class QuestionStore {

    private final JdbcClient sql;

    QuestionStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(LogQuestion.Command command) {
        boolean home = command.by().government().equals(command.government());
        sql.sql("""
                        insert into call_question (government, at, place, words, answered, answer, officer)
                        values (:government, :at, :place, :words, :answered, :answer, :officer)
                        """)
                .param("government", command.government())
                .param("at", Timestamp.from(command.at()))
                .param("place", command.place())
                .param("words", command.terms().kept())
                .param("answered", !command.answer().isEmpty())
                .param("answer", command.answer())
                .param("officer", home ? command.by().id() : null)
                .update();
    }

    List<Asked> most(String government, Instant since, int max) {
        return sql.sql("""
                        select place, words, count(*) as times, count(*) filter (where not answered) as unanswered from call_question
                         where government = :government and at >= :since
                         group by place, words order by times desc, unanswered desc, words, place limit :max
                        """)
                .param("government", government)
                .param("since", Timestamp.from(since))
                .param("max", max)
                .query(Asked.class)
                .list();
    }
}
