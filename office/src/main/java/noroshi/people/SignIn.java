package noroshi.people;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Decides whether someone is the officer they say. After five wrong passwords the account rests, each time longer. */
@Component
public final class SignIn {

    static final int FAILURES_MAX = 5;
    private static final Duration REST_MIN = Duration.ofMinutes(1);
    private static final int REST_DOUBLINGS_MAX = 6;
    private static final int LOGIN_CHARACTERS_MAX = 60;
    /** bcrypt hashes no more; a longer one is never right. */
    static final int PASSWORD_BYTES_MAX = 72;

    private static final String QUICK = "{bcrypt}$2a$0%d$".formatted(ImportOfficers.ONE_TIME_STRENGTH);

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final Audit audit;
    private final PasswordEncoder passwords;
    private final String nobodysPassword;

    public SignIn(Tenancy tenancy, JdbcClient sql, Audit audit, PasswordEncoder passwords) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.audit = audit;
        this.passwords = passwords;
        this.nobodysPassword = java.util.Objects.requireNonNull(passwords.encode("nobody"));
    }

    public sealed interface Attempt {
        record Accepted(Officer officer) implements Attempt {}

        /** Wrong login or password: which of the two is not said. */
        record Refused() implements Attempt {}

        record Locked(Instant until) implements Attempt {}
    }

    private record Account(
            Officer officer,
            @Nullable String password,
            int failures,
            @Nullable Instant lockedUntil) {}

    public Attempt handle(String login, String password, Instant at) {
        var found = find(login);
        // Also for nobody a password is checked: the time must not tell which logins exist.
        var known = found.map(Account::password).orElse(nobodysPassword);
        boolean right = password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= PASSWORD_BYTES_MAX
                && passwords.matches(password, known == null ? nobodysPassword : known);
        // A one-time password of an imported officer is hashed fast; that must not tell that there is one.
        if (known != null && known.startsWith(QUICK)) {
            boolean unused = passwords.matches("nobody", nobodysPassword);
        }
        if (found.isEmpty() || found.get().password() == null) return new Attempt.Refused();
        var account = found.get();
        var lockedUntil = account.lockedUntil();
        if (lockedUntil != null && lockedUntil.isAfter(at)) return new Attempt.Locked(lockedUntil);
        return right ? accept(account, at) : refuse(account, at);
    }

    private Optional<Account> find(String login) {
        if (login.length() > LOGIN_CHARACTERS_MAX) return Optional.empty();
        return tenancy.everywhere(
                () -> sql.sql(Officers.COLUMNS.replace("select ", "select o.password, o.failures, o.locked_until, ")
                                + " where o.login = :login and o.active and not o.system")
                        .param("login", login)
                        .query((row, n) -> {
                            var locked = row.getTimestamp("locked_until");
                            return new Account(
                                    Officers.officer(row, n),
                                    row.getString("password"),
                                    row.getInt("failures"),
                                    locked == null ? null : locked.toInstant());
                        })
                        .optional());
    }

    private Attempt accept(Account account, Instant at) {
        var officer = account.officer();
        tenancy.run(officer.government(), () -> {
            sql.sql("update officer set failures = 0, locked_until = null where government = :government and id = :id")
                    .param("government", officer.government())
                    .param("id", officer.id())
                    .update();
            audit.record(officer.government(), officer.id(), "officer.signed-in", "officer:" + officer.login(), "");
        });
        return new Attempt.Accepted(officer);
    }

    private Attempt refuse(Account account, Instant at) {
        var officer = account.officer();
        tenancy.run(officer.government(), () -> {
            int failures = sql.sql("""
                            update officer set failures = failures + 1 where government = :government and id = :id returning failures
                            """)
                    .param("government", officer.government())
                    .param("id", officer.id())
                    .query(Integer.class)
                    .single();
            if (failures >= FAILURES_MAX) rest(officer, at.plus(rest(failures)));
            audit.record(
                    officer.government(),
                    null,
                    "officer.sign-in-refused",
                    "officer:" + officer.login(),
                    failures + "回目");
        });
        return new Attempt.Refused();
    }

    private static Duration rest(int failures) {
        return REST_MIN.multipliedBy(1L << Math.min(failures - FAILURES_MAX, REST_DOUBLINGS_MAX));
    }

    private void rest(Officer officer, Instant until) {
        sql.sql("update officer set locked_until = :until where government = :government and id = :id")
                .param("until", Timestamp.from(until))
                .param("government", officer.government())
                .param("id", officer.id())
                .update();
    }

    /** @param mark changes with the password and tells nothing of it */
    record Look(Officer officer, String mark) {}

    /** The officer as they are now, if they still work here and this session of theirs was not ended from elsewhere. One transaction. */
    Optional<Look> look(Officer officer, Sessions sessions, String session, Instant at) {
        return tenancy.in(officer.government(), () -> {
            if (!sessions.isOpen(officer, session, at)) return Optional.empty();
            return sql.sql(Officers.COLUMNS.replace("select ", """
                            select left(encode(sha256(convert_to(coalesce(o.password, ''), 'UTF8')), 'hex'), 16) mark,
                            """)
                            + " where o.government = :government and o.id = :id and o.active")
                    .param("government", officer.government())
                    .param("id", officer.id())
                    .query((row, n) -> new Look(Officers.officer(row, n), row.getString("mark")))
                    .optional();
        });
    }

    /** Changes with the password and tells nothing of it. */
    String passwordMark(Officer officer) {
        return tenancy.in(officer.government(), () -> sql.sql("""
                        select left(encode(sha256(convert_to(coalesce(password, ''), 'UTF8')), 'hex'), 16) from officer
                         where government = :government and id = :id
                        """)
                .param("government", officer.government())
                .param("id", officer.id())
                .query(String.class)
                .optional()
                .orElse(""));
    }

    /** The officer as they are now; empty: they no longer work here, and their session ends. */
    public Optional<Officer> stillThere(Officer officer) {
        return tenancy.in(officer.government(), () -> sql.sql(
                        Officers.COLUMNS + " where o.government = :government and o.id = :id and o.active")
                .param("government", officer.government())
                .param("id", officer.id())
                .query(Officers::officer)
                .optional());
    }
}
