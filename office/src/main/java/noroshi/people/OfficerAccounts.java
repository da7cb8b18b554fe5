package noroshi.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Officers with what administrators see of their accounts. Reads and writes inside a door of Tenancy. */
@Repository
public class OfficerAccounts {

    private static final String ACCOUNT =
            Officers.COLUMNS.replace("select ", "select o.email, o.active, o.locked_until, o.one_time, o.created_at, ");

    private final JdbcClient sql;

    public OfficerAccounts(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param active may sign in; @param lockedUntil after wrong passwords; null: not locked
     * @param oneTime the password has been seen by somebody else and must be changed
     */
    public record Account(
            Officer officer,
            String email,
            boolean active,
            @Nullable Instant lockedUntil,
            boolean oneTime,
            Instant createdAt) {}

    /** Those who work there first, then by login; without the system's own. */
    public List<Account> list(String government) {
        return sql.sql(ACCOUNT + " where o.government = :government and not o.system order by not o.active, o.login")
                .param("government", government)
                .query(OfficerAccounts::account)
                .list();
    }

    public Optional<Account> find(String government, long id) {
        return sql.sql(ACCOUNT + " where o.government = :government and o.id = :id and not o.system")
                .param("government", government)
                .param("id", id)
                .query(OfficerAccounts::account)
                .optional();
    }

    /** The name of everyone who ever acted for the government, the system's own included. */
    public Map<Long, String> names(String government) {
        return sql
                .sql("select id, name from officer where government = :government")
                .param("government", government)
                .query((row, n) -> Map.entry(row.getLong("id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether somebody else has seen this officer's password. */
    public boolean hasOneTimePassword(Officer officer) {
        return sql.sql("select one_time from officer where government = :government and id = :id")
                .param("government", officer.government())
                .param("id", officer.id())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Administrators who can sign in; the rows are held until the end of the transaction. */
    List<Long> lockAdministrators(String government) {
        return sql.sql("""
                        select id from officer where government = :government and active and not system
                           and 'administrator' = any(roles) order by id for update
                        """).param("government", government).query(Long.class).list();
    }

    /** Empty when the login is taken, by whatever government. */
    Optional<Long> add(Officers.NewOfficer officer, String password, Instant at) {
        return sql.sql("""
                        insert into officer (government, login, department, name, email, roles, password, one_time, created_at)
                        values (:government, :login, :department, :name, :email, :roles, :password, true, :at)
                        on conflict do nothing returning id
                        """)
                .param("government", officer.government())
                .param("login", officer.login())
                .param("department", officer.department())
                .param("name", officer.name())
                .param("email", officer.email())
                .param("roles", Officers.columns(officer.roles()))
                .param("password", password)
                .param("at", java.sql.Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    void change(String government, long id, String name, String department, String email, Set<Role> roles) {
        sql.sql("""
                        update officer set name = :name, department = :department, email = :email, roles = :roles
                         where government = :government and id = :id
                        """)
                .param("name", name)
                .param("department", department)
                .param("email", email)
                .param("roles", Officers.columns(roles))
                .param("government", government)
                .param("id", id)
                .update();
    }

    void activate(String government, long id, boolean active) {
        sql.sql("update officer set active = :active where government = :government and id = :id")
                .param("active", active)
                .param("government", government)
                .param("id", id)
                .update();
    }

    /** A new password also ends a lock. */
    void password(String government, long id, String password, boolean oneTime) {
        sql.sql("""
                        update officer set password = :password, one_time = :oneTime, failures = 0, locked_until = null
                         where government = :government and id = :id
                        """)
                .param("password", password)
                .param("oneTime", oneTime)
                .param("government", government)
                .param("id", id)
                .update();
    }

    private static Account account(ResultSet row, int n) throws SQLException {
        var locked = row.getTimestamp("locked_until");
        return new Account(
                Officers.officer(row, n),
                row.getString("email"),
                row.getBoolean("active"),
                locked == null ? null : locked.toInstant(),
                row.getBoolean("one_time"),
                row.getTimestamp("created_at").toInstant());
    }
}
