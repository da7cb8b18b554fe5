package noroshi.channels;

import java.time.InstantSource;
import noroshi.people.Directory;
import noroshi.platform.Audit;
import noroshi.platform.Outbox;
import noroshi.platform.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets tests of other features write real dispatches. */
public final class DispatchesForTests {

    private DispatchesForTests() {}

    public static Dispatches make(
            JdbcClient sql, Tenancy tenancy, InstantSource clock, Outbox outbox, Audit audit, Directory directory) {
        return new Dispatches(
                new DispatchStore(sql),
                new Audience(sql),
                tenancy,
                clock,
                new SenderBell(),
                outbox,
                audit,
                directory,
                new MailSettings(1, 60_000, 60_000, 20, 2_000));
    }
}
