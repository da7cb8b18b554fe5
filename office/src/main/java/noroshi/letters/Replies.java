package noroshi.letters;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.letter.Letter;
import noroshi.letter.Receipt;
import noroshi.letter.Reply;
import noroshi.platform.Event;
import noroshi.platform.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the holder of a receipt's code reads at any beacon, also with the office gone. The page leaves the office encrypted
 * under the code; in the snapshot neither its name nor its bytes tell whose it is.
 */
@Component
public class Replies {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient sql;
    private final Outbox outbox;
    private final InstantSource clock;

    Replies(JdbcClient sql, Outbox outbox, InstantSource clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A record for the snapshot: {@code closed} is served as it is at {@code path} of the government's site. */
    public record Closed(String government, String path, byte[] closed) {}

    /**
     * The first Reply to a Letter, or its renewal; inside the caller's transaction.
     *
     * @param html a whole page
     */
    public void answer(Letter letter, String html) {
        // A Letter that came without a receipt (an old form) has nobody who could read the Reply.
        if (Receipt.code(letter.receiptCode()) == null) return;
        put(letter.site(), letter.receiptNumber(), letter.receiptCode(), html);
    }

    /** Renews the Reply to a receipt, long after its Letter was erased. False when there never was one. */
    public boolean renew(String government, String receiptNumber, String html) {
        var code = sql.sql("""
                        select receipt_code from reply where government = :government and receipt_number = :number for update
                        """)
                .param("government", government)
                .param("number", receiptNumber)
                .query(String.class)
                .optional();
        code.ifPresent(known -> put(government, receiptNumber, known, html));
        return code.isPresent();
    }

    /** The record at a path, for the site; inside a door. */
    public Optional<Closed> closed(String government, String path) {
        return sql.sql("select government, path, closed from reply where government = :government and path = :path")
                .param("government", government)
                .param("path", path)
                .query((row, n) -> new Closed(row.getString(1), row.getString(2), row.getBytes(3)))
                .optional();
    }

    /** Every record of a government, for building its site anew; inside a door. */
    public List<Closed> list(String government) {
        return sql.sql("select government, path, closed from reply where government = :government order by path")
                .param("government", government)
                .query((row, n) -> new Closed(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    private void put(String government, String number, String code, String html) {
        var path = Reply.path(code);
        sql.sql("""
                        insert into reply (government, receipt_number, receipt_code, path, closed, changed_at)
                        values (:government, :number, :code, :path, :closed, :now)
                        on conflict (government, receipt_number) do update
                           set closed = excluded.closed, changed_at = excluded.changed_at
                        """)
                .param("government", government)
                .param("number", number)
                .param("code", code)
                .param("path", path)
                .param("closed", Reply.close(code, html.getBytes(StandardCharsets.UTF_8), RANDOM))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        outbox.announce(government, new Event("reply.changed", path, Map.of("path", path)));
    }
}
