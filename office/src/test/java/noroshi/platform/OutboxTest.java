package noroshi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

class OutboxTest extends DatabaseTest {

    private final List<Announcement> heard = new ArrayList<>();
    private boolean deaf;
    private boolean away;

    {
        listeners.add(new Listener() {
            @Override
            public String name() {
                return "ear";
            }

            @Override
            public Set<String> topics() {
                return Set.of("article.changed");
            }

            @Override
            public Lane lane() {
                return Lane.ORDINARY;
            }

            @Override
            public int batchMax() {
                return 10;
            }

            @Override
            public void handle(List<Announcement> batch) {
                if (away) throw databaseEnded();
                if (deaf) throw new IllegalStateException("deaf");
                if (batch.stream().anyMatch(a -> a.event().key().equals("bad"))) throw new IllegalStateException("bad");
                heard.addAll(batch);
            }
        });
    }

    @Test
    void whatIsCommittedIsTold() {
        tenancy.run("040002", () -> outbox.announce("040002", changed("1")));

        deliverAnnouncements();

        assertThat(heard).extracting(a -> a.event().key()).containsExactly("1");
        assertThat(rowsLeft()).isZero();
    }

    @Test
    void whatIsRolledBackNeverWas() {
        assertThatThrownBy(() -> tenancy.run("040002", () -> {
            outbox.announce("040002", changed("1"));
            throw new IllegalStateException("no");
        }));

        deliverAnnouncements();

        assertThat(heard).isEmpty();
    }

    @Test
    void aFailedListenerIsToldAgainLater() {
        deaf = true;
        tenancy.run("040002", () -> outbox.announce("040002", changed("1")));
        deliverAnnouncements();
        deaf = false;
        clock.advance(Duration.ofHours(1));

        deliverAnnouncements();

        assertThat(heard).hasSize(1);
    }

    @Test
    void whatADeadOfficeHeldIsTakenUpAtOnceByTheNext() {
        tenancy.run("040002", () -> outbox.announce("040002", changed("1")));
        assertThat(tenancy.everywhere(() -> rows.claim("ear", 10, clock.instant(), Instant.EPOCH)))
                .hasSize(1);
        clock.advance(Duration.ofSeconds(8));
        assertThat(tenancy.everywhere(() -> rows.claim("ear", 10, clock.instant(), Instant.EPOCH)))
                .as("it may be at work still")
                .isEmpty();

        assertThat(tenancy.everywhere(() -> rows.claim("ear", 10, clock.instant(), clock.instant())))
                .as("its successor knows that it is not")
                .hasSize(1);
    }

    /** As it looked when PostgreSQL was killed: the listener's transaction cannot even be rolled back. */
    private static RuntimeException databaseEnded() {
        var lost = new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        lost.initApplicationException(new DataAccessResourceFailureException(
                "select", new SQLException("terminating connection due to unexpected postmaster exit", "57P01")));
        return lost;
    }

    @Test
    void aDatabaseThatFallsAgainAndAgainMakesNoDeadLetter() {
        tenancy.run("040002", () -> {
            outbox.announce("040002", changed("1"));
            outbox.announce("040002", changed("2"));
        });
        var worker = outboxWorker();
        away = true;
        for (int i = 0; i < 2 * OutboxStore.ATTEMPTS_MAX; i++)
            assertThatThrownBy(() -> worker.step(listeners.getFirst(), clock.instant()))
                    .isInstanceOf(TransactionSystemException.class);

        away = false;
        worker.step(listeners.getFirst(), clock.instant());

        assertThat(heard).extracting(a -> a.event().key()).containsExactly("1", "2");
        assertThat(heard).allMatch(a -> a.attempts() == 1);
        assertThat(rowsLeft()).isZero();
    }

    @Test
    void aHopelessAnnouncementStaysAsADeadLetter() {
        deaf = true;
        tenancy.run("040002", () -> outbox.announce("040002", changed("1")));
        for (int i = 0; i < OutboxStore.ATTEMPTS_MAX + 3; i++) {
            deliverAnnouncements();
            clock.advance(Duration.ofHours(1));
        }

        deaf = false;
        deliverAnnouncements();

        assertThat(rowsLeft()).isOne();
        assertThat(heard).isEmpty();
    }

    @Test
    void oneBadAnnouncementHoldsUpTheOthersOnlyForAWhile() {
        tenancy.run("040002", () -> {
            outbox.announce("040002", changed("1"));
            outbox.announce("040002", changed("bad"));
            outbox.announce("040002", changed("2"));
        });
        for (int i = 0; i < 3; i++) {
            deliverAnnouncements();
            clock.advance(Duration.ofHours(1));
        }

        assertThat(heard).extracting(a -> a.event().key()).containsExactly("1", "2");
        assertThat(rowsLeft()).isOne();
    }

    @Test
    void aGovernmentCannotAnnounceForAnother() {
        assertThatThrownBy(() -> tenancy.run("040002", () -> outbox.announce("041009", changed("1"))))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void theDatabaseIsClosedOutsideADoor() {
        assertThatThrownBy(() -> sql.sql("select 1").query(Integer.class).single())
                .hasStackTraceContaining("outside a door");
    }

    private long rowsLeft() {
        return tenancy.everywhere(
                () -> sql.sql("select count(*) from outbox").query(Long.class).single());
    }

    private static Event changed(String key) {
        return new Event("article.changed", key, Map.of("article", key));
    }
}
