package noroshi.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.letter.Letter;
import noroshi.letter.LetterId;
import noroshi.letter.SealedLetter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of fetched Letters: one per id, whoever hands it over and however often. */
@Repository
class LetterStore {

    static final int ATTEMPTS_MAX = 10;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int PROBLEM_CHARACTERS_MAX = 500;

    private final JdbcClient sql;
    private final JsonMapper json;

    LetterStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** False when this Letter is here already. A second transaction waits here until the first has decided. */
    boolean add(Letter letter, String government, String beacon, Instant now) {
        return sql.sql("""
                        insert into letter (id, government, form, received_at, beacon, stored_at, status, fields,
                                            receipt_number, receipt_code, acted_at)
                        values (:id, :government, :form, :received, :beacon, :now, 'acted', :fields, :number, :code, :now)
                        on conflict (id) do nothing
                        """)
                        .param("id", letter.id().toString())
                        .param("government", government)
                        .param("form", letter.form())
                        .param("received", Timestamp.from(letter.receivedAt()))
                        .param("beacon", beacon)
                        .param("now", Timestamp.from(now))
                        .param("fields", fields(letter))
                        .param("number", letter.receiptNumber())
                        .param("code", letter.receiptCode())
                        .update()
                == 1;
    }

    /** As it came, to be opened at another attempt. */
    boolean addSealed(SealedLetter sealed, String government, String beacon, String problem, Instant now) {
        return sql.sql("""
                        insert into letter (id, government, form, received_at, beacon, stored_at, status, sealed, problem, due_at)
                        values (:id, :government, '', :received, :beacon, :now, 'sealed', :sealed, :problem, :due)
                        on conflict (id) do nothing
                        """)
                        .param("id", sealed.id().toString())
                        .param("government", government)
                        .param("received", Timestamp.from(sealed.receivedAt()))
                        .param("beacon", beacon)
                        .param("now", Timestamp.from(now))
                        .param("sealed", sealed.write())
                        .param("problem", shortened(problem))
                        .param("due", Timestamp.from(now.plus(FIRST_PAUSE)))
                        .update()
                == 1;
    }

    Optional<SealedLetter> findSealed(String government, LetterId id) {
        return sql.sql("select sealed from letter where government = :government and id = :id and status = 'sealed'")
                .param("government", government)
                .param("id", id.toString())
                .query((row, n) -> SealedLetter.read(row.getBytes("sealed")))
                .optional();
    }

    /** It could be opened after all: it moves to the government it was written to, and is still to be acted on. */
    void opened(Letter letter, String government, Instant now) {
        sql.sql("""
                        update letter
                           set government = :government, form = :form, fields = :fields, receipt_number = :number,
                               receipt_code = :code, sealed = null, status = 'failed', due_at = :due
                         where id = :id and status = 'sealed'
                        """)
                .param("government", government)
                .param("form", letter.form())
                .param("fields", fields(letter))
                .param("number", letter.receiptNumber())
                .param("code", letter.receiptCode())
                .param("due", Timestamp.from(now.plus(FIRST_PAUSE)))
                .param("id", letter.id().toString())
                .update();
    }

    void notUnderstood(LetterId id, String reason) {
        sql.sql(
                        "update letter set status = 'not_understood', acted_at = null, due_at = null, problem = :problem where id = :id")
                .param("problem", shortened(reason))
                .param("id", id.toString())
                .update();
    }

    /** Until {@link WaitingLetters#wake}; meanwhile an officer sees it, and may let it be tried as well. */
    void waits(LetterId id, String what, String reason) {
        notUnderstood(id, reason);
        sql.sql("update letter set waits_for = :what where id = :id")
                .param("what", what)
                .param("id", id.toString())
                .update();
    }

    /** Comes again after a growing pause; after the last attempt a person must look. */
    void failed(LetterId id, String problem, Instant now) {
        sql.sql("""
                        update letter set status = case when sealed is null then 'failed' else 'sealed' end,
                               acted_at = null, problem = :problem,
                               due_at = case when attempts >= :most then null
                                             else :now::timestamptz + least(3600, 5 * power(3, attempts)) * interval '1 second' end
                         where id = :id
                        """)
                .param("problem", shortened(problem))
                .param("most", ATTEMPTS_MAX)
                .param("now", Timestamp.from(now))
                .param("id", id.toString())
                .update();
    }

    void acted(LetterId id, Instant now) {
        sql.sql("""
                        update letter set status = 'acted', acted_at = :now, due_at = null, problem = null, waits_for = null
                         where id = :id
                        """)
                .param("now", Timestamp.from(now))
                .param("id", id.toString())
                .update();
    }

    record Due(String government, LetterId id) {}

    /** The oldest Letters to be tried again whose time has come; their attempt is counted. */
    List<Due> claimDue(int max, Instant now) {
        return sql.sql("""
                        update letter set attempts = attempts + 1, due_at = :again
                         where id in (select id from letter where status in ('failed', 'sealed') and due_at <= :now
                                       order by received_at, id limit :max for update skip locked)
                        returning government, id
                        """)
                .param("again", Timestamp.from(now.plus(Duration.ofMinutes(5))))
                .param("now", Timestamp.from(now))
                .param("max", max)
                .query((row, n) -> new Due(row.getString("government"), LetterId.parse(row.getString("id"))))
                .list();
    }

    /** Locks it; null when it is not open to another attempt. */
    @Nullable
    Letter lockOpen(String government, LetterId id) {
        return sql.sql("""
                        select * from letter where government = :government and id = :id
                           and status in ('failed', 'not_understood') and fields is not null for update
                        """)
                .param("government", government)
                .param("id", id.toString())
                .query(this::letter)
                .optional()
                .orElse(null);
    }

    /** Forgets what was written in Letters that were acted on before an instant; that they came stays known. */
    int erase(Instant actedBefore, Instant now) {
        return sql.sql("""
                        update letter set fields = null, receipt_code = null, erased_at = :now
                         where erased_at is null and status = 'acted' and acted_at < :before
                        """)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(actedBefore))
                .update();
    }

    private Letter letter(ResultSet row, int n) throws SQLException {
        return new Letter(
                LetterId.parse(row.getString("id")),
                row.getString("government"),
                row.getString("form"),
                row.getTimestamp("received_at").toInstant(),
                json.readValue(row.getString("fields"), new TypeReference<Map<String, String>>() {}),
                row.getString("receipt_number"),
                row.getString("receipt_code"));
    }

    /** PostgreSQL takes every character in a text but one. */
    private String fields(Letter letter) {
        return json.writeValueAsString(letter.fields()).replace("\\u0000", "");
    }

    private static String shortened(String text) {
        var clean = text.replace("\0", "");
        return clean.length() <= PROBLEM_CHARACTERS_MAX ? clean : clean.substring(0, PROBLEM_CHARACTERS_MAX);
    }
}
