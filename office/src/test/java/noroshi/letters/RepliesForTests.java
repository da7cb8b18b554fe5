package noroshi.letters;

import java.time.InstantSource;
import noroshi.platform.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets tests of other features give real Replies. */
public final class RepliesForTests {

    private RepliesForTests() {}

    public static Replies make(JdbcClient sql, Outbox outbox, InstantSource clock) {
        return new Replies(sql, outbox, clock);
    }
}
