package noroshi.people;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who works for a government. Reads and writes inside a door of Tenancy. */
@Repository
public class Officers {

    static final String COLUMNS = """
            select o.id, o.government, o.login, o.name, coalesce(o.department, '') department, o.roles,
                   g.kind = 'prefecture' prefectural
              from officer o join government g on g.code = o.government
            """;

    private final JdbcClient sql;

    public Officers(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<Officer> find(String government, long id) {
        return sql.sql(COLUMNS + " where o.government = :government and o.id = :id")
                .param("government", government)
                .param("id", id)
                .query(Officers::officer)
                .optional();
    }

    /** The officers of a government, without the system's own. */
    public List<Officer> list(String government) {
        return sql.sql(COLUMNS + " where o.government = :government and not o.system order by o.login")
                .param("government", government)
                .query(Officers::officer)
                .list();
    }

    /**
     * The officer in whose name the system itself acts for a government; made on first use, can never sign in.
     *
     * @param name what readers of the record see, e.g. 防災気象情報（自動）
     */
    public Officer system(String government, String name, Instant at) {
        sql.sql("""
                        insert into officer (government, login, name, roles, system, created_at)
                        values (:government, :login, :name, '{}', true, :at)
                        on conflict (government) where system do nothing
                        """)
                .param("government", government)
                .param("login", "system-" + government)
                .param("name", name)
                .param("at", Timestamp.from(at))
                .update();
        return sql.sql(COLUMNS + " where o.government = :government and o.system")
                .param("government", government)
                .query(Officers::officer)
                .single();
    }

    /** @param password already encoded; null: cannot sign in */
    public long add(NewOfficer officer, @Nullable String password, Instant at) {
        return sql.sql("""
                        insert into officer (government, login, department, name, email, roles, password, created_at)
                        values (:government, :login, :department, :name, :email, :roles, :password, :at) returning id
                        """)
                .param("government", officer.government())
                .param("login", officer.login())
                .param("department", officer.department())
                .param("name", officer.name())
                .param("email", officer.email())
                .param("roles", columns(officer.roles()))
                .param("password", password)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /** Logins are one set over all governments: ask through the door to everywhere. */
    boolean isTaken(String login) {
        return sql.sql("select exists (select from officer where login = :login)")
                .param("login", login)
                .query(Boolean.class)
                .single();
    }

    boolean change(
            String government, long id, String name, @Nullable String department, Set<Role> roles, boolean active) {
        return sql.sql("""
                        update officer set name = :name, department = :department, roles = :roles, active = :active
                         where government = :government and id = :id and not system
                        """)
                        .param("government", government)
                        .param("id", id)
                        .param("name", name)
                        .param("department", department)
                        .param("roles", roles.stream().map(Officers::column).toArray(String[]::new))
                        .param("active", active)
                        .update()
                > 0;
    }

    Optional<String> findPassword(String government, long id) {
        return sql.sql(
                        "select coalesce(password, '') from officer where government = :government and id = :id and active")
                .param("government", government)
                .param("id", id)
                .query(String.class)
                .optional()
                .filter(password -> !password.isEmpty());
    }

    void setPassword(String government, long id, String encoded) {
        sql.sql("""
                        update officer set password = :password, failures = 0, locked_until = null
                         where government = :government and id = :id and not system
                        """)
                .param("password", encoded)
                .param("government", government)
                .param("id", id)
                .update();
    }

    /** Their password has been seen by somebody else: they choose another before anything else. */
    public void mustChangePassword(String government, long id) {
        sql.sql("update officer set one_time = true where government = :government and id = :id")
                .param("government", government)
                .param("id", id)
                .update();
    }

    /** What is known of an officer before they have a number. */
    public record NewOfficer(
            String government, String login, @Nullable String department, String name, String email, Set<Role> roles) {
        public NewOfficer {
            roles = Set.copyOf(roles);
        }
    }

    static Officer officer(ResultSet row, int number) throws SQLException {
        return new Officer(
                row.getLong("id"),
                row.getString("government"),
                row.getString("login"),
                row.getString("name"),
                row.getString("department"),
                roles(row.getArray("roles")),
                row.getBoolean("prefectural"));
    }

    private static Set<Role> roles(Array column) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) column.getArray())
                .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
                .forEach(roles::add);
        return roles;
    }

    static String[] columns(Set<Role> roles) {
        return roles.stream().map(Officers::column).toArray(String[]::new);
    }

    private static String column(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
