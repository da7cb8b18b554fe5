package noroshi.platform;

import java.util.function.Supplier;
import noroshi.platform.Doors.Door;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only doors to the database. Each call is one transaction.
 *
 * <p>Inside {@link #in} row-level security shows one government's rows only, whatever the SQL says; the binding is local
 * to the transaction, so it cannot leak through the pool. {@link #everywhere} is for background work over all governments.
 */
public final class Tenancy {

    private final TransactionTemplate transaction;
    private final JdbcClient sql;

    Tenancy(TransactionTemplate transaction, JdbcClient sql) {
        this.transaction = transaction;
        this.sql = sql;
    }

    /** One transaction bound to a government; a nested call for the same government joins it. */
    public <T extends @Nullable Object> T in(String government, Supplier<T> work) {
        return through(new Door(Databases.DESK, government), work);
    }

    public void run(String government, Runnable work) {
        this.<@Nullable Void>in(government, () -> {
            work.run();
            return null;
        });
    }

    /** One transaction over all governments; a nested call joins it. */
    public <T extends @Nullable Object> T everywhere(Supplier<T> work) {
        return through(new Door(Databases.WORKER, null), work);
    }

    public void runEverywhere(Runnable work) {
        this.<@Nullable Void>everywhere(() -> {
            work.run();
            return null;
        });
    }

    private <T extends @Nullable Object> T through(Door door, Supplier<T> work) {
        var outer = Doors.CURRENT.get();
        if (outer != null) {
            // A worker's transaction sees every government anyway, so a desk's work may join it.
            if (outer.equals(door) || outer.login().equals(Databases.WORKER)) return work.get();
            throw new IllegalStateException(
                    "A transaction for %s cannot open another for %s. Finish the first, or use everywhere(…) around both."
                            .formatted(outer.government(), door.government()));
        }
        Doors.CURRENT.set(door);
        try {
            return transaction.execute(status -> {
                if (door.government() != null) bind(door.government());
                return work.get();
            });
        } finally {
            Doors.CURRENT.remove();
        }
    }

    private void bind(String government) {
        sql.sql("select set_config('noroshi.government', :government, true)")
                .param("government", government)
                .query(String.class)
                .single();
    }
}
