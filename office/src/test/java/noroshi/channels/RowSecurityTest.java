package noroshi.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No desk sees or writes another government's rows; and each test would notice if the policy were gone. */
class RowSecurityTest extends ChannelsTest {

    private static final String TABLES = "subscriber dispatch delivery mail_token letter reply inquiry inquiry_step";

    private static final Map<String, String> ROWS = Map.of(
            "letter",
            "insert into letter (id, government, form, received_at, beacon, stored_at, status) values (repeat('a', 32), '%s', 'x', now(), 'b', now(), 'acted')",
            "reply",
            "insert into reply values ('%s', '1', 'code', '/reply/1', '', now())",
            "inquiry",
            "insert into inquiry (government, number, department, status, name, address, subject, body, received_at, changed_at) values ('%s', '1', 'koho', 'received', '', 'a@b.jp', '', '', now(), now())",
            "inquiry_step",
            "insert into inquiry_step (government, number, at, act) values ('%s', '1', now(), 'received')");

    private void sendaiHasOneRowEach() {
        subscribed(SENDAI, "a@example.jp", Set.of(), Set.of());
        tenancy.run(SENDAI, () -> {
            var told = dispatches.alert(SENDAI, java.util.List.of(), "x", "y", "", null, "1");
            assertThat(told).isInstanceOf(Dispatches.Told.Queued.class);
            for (var table : java.util.List.of("letter", "reply", "inquiry", "inquiry_step"))
                sql.sql(java.util.Objects.requireNonNull(ROWS.get(table)).formatted(SENDAI))
                        .update();
        });
        sendAll();
    }

    private long seenFromMiyagi(String table) {
        return tenancy.in(
                MIYAGI,
                () -> sql.sql("select count(*) from " + table).query(Long.class).single());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"subscriber", "dispatch", "delivery", "mail_token", "letter", "reply", "inquiry", "inquiry_step"
            })
    void anotherGovernmentsRowsAreInvisibleAndOnlyThePolicyHidesThem(String table) throws SQLException {
        sendaiHasOneRowEach();
        assertThat(seenFromMiyagi(table)).isZero();

        as("alter table " + table + " disable row level security");
        try {
            assertThat(seenFromMiyagi(table)).isOne();
        } finally {
            as("alter table " + table + " enable row level security");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"letter", "reply", "inquiry"})
    void noDeskWritesForAnotherGovernment(String table) {
        assertThatThrownBy(() -> tenancy.run(MIYAGI, () -> sql.sql(java.util.Objects.requireNonNull(ROWS.get(table))
                                .formatted(SENDAI))
                        .update()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void everyTableForcesItsPolicyAlsoOnItsOwner() {
        var forced = tenancy.everywhere(() -> sql.sql("""
                        select relname from pg_class where relrowsecurity and relforcerowsecurity and relname = any(:tables)
                        """)
                .param("tables", TABLES.split(" "))
                .query(String.class)
                .list());
        assertThat(forced).containsExactlyInAnyOrder(TABLES.split(" "));
    }

    @Test
    void aDeskCannotMoveABeaconsPlace() {
        assertThatThrownBy(() -> tenancy.run(
                        MIYAGI, () -> sql.sql("delete from letter_cursor").update()))
                .hasStackTraceContaining("permission denied");
    }

    private void as(String statement) throws SQLException {
        try (var connection = asOwner();
                var jdbc = connection.createStatement()) {
            jdbc.execute(statement);
        }
    }
}
