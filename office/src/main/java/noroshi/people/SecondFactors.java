package noroshi.people;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an officer proves beside the password: a code of an authenticator app, or a recovery code once. Wrong codes are counted apart from wrong
 * passwords, so that who knows the password cannot guess on by signing in again.
 */
@Component
public final class SecondFactors {

    static final int FAILURES_MAX = 5;
    static final int RECOVERY_CODES = 10;
    private static final Duration REST_MIN = Duration.ofMinutes(1);
    private static final int REST_DOUBLINGS_MAX = 6;

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final SecretBox box;
    private final StaffDesk desk;
    private final Audit audit;
    private final SecureRandom random;

    SecondFactors(Tenancy tenancy, JdbcClient sql, SecretBox box, StaffDesk desk, Audit audit, SecureRandom random) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.box = box;
        this.desk = desk;
        this.audit = audit;
        this.random = random;
    }

    /** @param secret in base 32, to be typed; @param address for the app, as a QR code carries it */
    public record Offer(String secret, String address) {}

    public sealed interface Proof {

        record Right() implements Proof {}

        record Wrong() implements Proof {}

        record Resting(Instant until) implements Proof {}
    }

    private record Kept(
            byte[] sealed,
            boolean confirmed,
            long lastStep,
            int failures,
            @Nullable Instant lockedUntil) {}

    /** Whether sign-in asks for it. */
    public boolean has(Officer officer) {
        return tenancy.in(
                officer.government(),
                () -> find(officer).filter(Kept::confirmed).isPresent());
    }

    /** Whether the government asks it of one of the officer's roles. */
    public boolean isRequired(Officer officer) {
        return requiredOf(officer.government()).stream().anyMatch(officer::has);
    }

    /** A new secret, until it is confirmed with a code; empty: there is one in use, which must be removed first. */
    public Optional<Offer> offer(Officer officer) {
        return tenancy.in(officer.government(), () -> {
            var kept = find(officer);
            if (kept.filter(Kept::confirmed).isPresent()) return Optional.empty();
            byte[] secret;
            if (kept.isPresent()) secret = box.open(kept.get().sealed(), name(officer));
            else {
                secret = new byte[Totp.SECRET_BYTES];
                random.nextBytes(secret);
                sql.sql(
                                "insert into officer_totp (government, officer, sealed) values (:government, :officer, :sealed)")
                        .param("government", officer.government())
                        .param("officer", officer.id())
                        .param("sealed", box.seal(secret, name(officer)))
                        .update();
            }
            var text = Totp.base32(secret);
            return Optional.of(new Offer(
                    text, "otpauth://totp/Noroshi:%s?secret=%s&issuer=Noroshi".formatted(officer.login(), text)));
        });
    }

    /** The app shows the right codes: from now on they are asked for. Answers the recovery codes, of which this is the only copy; empty: wrong. */
    public List<String> confirm(Officer officer, String code, Instant at) {
        return tenancy.in(officer.government(), () -> {
            var kept = find(officer);
            if (kept.isEmpty() || kept.get().confirmed()) return List.of();
            var step = Totp.match(box.open(kept.get().sealed(), name(officer)), code.strip(), at, 0);
            if (step.isEmpty()) return List.of();
            sql.sql("""
                            update officer_totp set confirmed_at = :at, last_step = :step
                             where government = :government and officer = :officer
                            """)
                    .param("at", Timestamp.from(at))
                    .param("step", step.getAsLong())
                    .param("government", officer.government())
                    .param("officer", officer.id())
                    .update();
            record(officer, officer.id(), "officer.second-factor-added");
            return recoveryCodes(officer);
        });
    }

    /** New ones; the old ones work no more. */
    private List<String> recoveryCodes(Officer officer) {
        forgetCodes(officer.government(), officer.id());
        var codes = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            var code = desk.oneTimePassword();
            codes.add(code);
            sql.sql(
                            "insert into officer_recovery_code (government, officer, hash) values (:government, :officer, :hash)")
                    .param("government", officer.government())
                    .param("officer", officer.id())
                    .param("hash", hash(code))
                    .update();
        }
        return codes;
    }

    private void forgetCodes(String government, long officer) {
        sql.sql("delete from officer_recovery_code where government = :government and officer = :officer")
                .param("government", government)
                .param("officer", officer)
                .update();
    }

    /** How many recovery codes are left. */
    public int recoveryCodesLeft(Officer officer) {
        return tenancy.in(officer.government(), () -> sql.sql("""
                        select count(*)::int from officer_recovery_code
                         where government = :government and officer = :officer and used_at is null
                        """)
                .param("government", officer.government())
                .param("officer", officer.id())
                .query(Integer.class)
                .single());
    }

    /** A code of the app, or a recovery code; each works once. The row is held: two tries at one moment are two tries. */
    public Proof prove(Officer officer, String typed, Instant at) {
        var code = typed.strip().toLowerCase(Locale.ROOT);
        return tenancy.in(officer.government(), () -> {
            var kept = find(officer);
            if (kept.isEmpty() || !kept.get().confirmed()) return new Proof.Wrong();
            var locked = kept.get().lockedUntil();
            if (locked != null && locked.isAfter(at)) return new Proof.Resting(locked);
            var digits = code.replaceAll("[\\s-]", "");
            var step = Totp.match(
                    box.open(kept.get().sealed(), name(officer)),
                    digits,
                    at,
                    kept.get().lastStep());
            boolean right = step.isPresent() || useRecoveryCode(officer, code, at);
            note(officer, kept.get(), right ? step : null, at);
            return right ? new Proof.Right() : new Proof.Wrong();
        });
    }

    /** @param step of a right code; empty for a recovery code; null: wrong */
    private void note(Officer officer, Kept kept, @Nullable OptionalLong step, Instant at) {
        int failures = step == null ? kept.failures() + 1 : 0;
        var until = failures < FAILURES_MAX
                ? null
                : at.plus(REST_MIN.multipliedBy(1L << Math.min(failures - FAILURES_MAX, REST_DOUBLINGS_MAX)));
        sql.sql("""
                        update officer_totp set failures = :failures, locked_until = :until, last_step = greatest(last_step, :step)
                         where government = :government and officer = :officer
                        """)
                .param("failures", failures)
                .param("until", until == null ? null : Timestamp.from(until))
                .param("step", step == null ? 0 : step.orElse(0))
                .param("government", officer.government())
                .param("officer", officer.id())
                .update();
        if (step == null) record(officer, null, "officer.second-factor-refused");
    }

    private boolean useRecoveryCode(Officer officer, String code, Instant at) {
        int used = sql.sql("""
                        update officer_recovery_code set used_at = :at
                         where government = :government and officer = :officer and hash = :hash and used_at is null
                        """)
                .param("at", Timestamp.from(at))
                .param("government", officer.government())
                .param("officer", officer.id())
                .param("hash", hash(code))
                .update();
        if (used > 0) record(officer, officer.id(), "officer.recovery-code-used");
        return used > 0;
    }

    /** With a right code, by the officer. */
    public boolean remove(Officer officer, String code, Instant at) {
        if (!(prove(officer, code, at) instanceof Proof.Right)) return false;
        tenancy.run(officer.government(), () -> {
            forget(officer.government(), officer.id());
            record(officer, officer.id(), "officer.second-factor-removed");
        });
        return true;
    }

    /** By an administrator, for someone whose telephone is gone or who let a stranger in: its app, and every passkey. */
    public StaffOutcome reset(String government, long id, Officer by) {
        return desk.act(by, government, () -> {
            forget(government, id);
            int passkeys = sql.sql("delete from officer_passkey where government = :government and officer = :officer")
                    .param("government", government)
                    .param("officer", id)
                    .update();
            desk.record(
                    government,
                    by,
                    "officer.second-factor-removed",
                    "officer:" + id,
                    "管理者による解除（パスキー%d件も）".formatted(passkeys));
            return new StaffOutcome.Done(id);
        });
    }

    private void forget(String government, long officer) {
        forgetCodes(government, officer);
        sql.sql("delete from officer_totp where government = :government and officer = :officer")
                .param("government", government)
                .param("officer", officer)
                .update();
    }

    /** Roles that a government asks it of. */
    public Set<Role> requiredOf(String government) {
        return tenancy.in(government, () -> sql
                .sql("select unnest(roles) from sign_in_rule where government = :government")
                .param("government", government)
                .query(String.class)
                .list()
                .stream()
                .map(Role::valueOf)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new)));
    }

    public StaffOutcome require(String government, Set<Role> roles, Officer by) {
        return desk.act(by, government, () -> {
            sql.sql("""
                            insert into sign_in_rule (government, roles) values (:government, :roles)
                            on conflict (government) do update set roles = :roles
                            """)
                    .param("government", government)
                    .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                    .update();
            desk.record(government, by, "sign-in.rule-changed", "government:" + government, roles.toString());
            return new StaffOutcome.Done(0);
        });
    }

    private Optional<Kept> find(Officer officer) {
        return sql.sql("""
                        select sealed, confirmed_at is not null confirmed, last_step, failures, locked_until from officer_totp
                         where government = :government and officer = :officer for update
                        """)
                .param("government", officer.government())
                .param("officer", officer.id())
                .query((row, n) -> {
                    var locked = row.getTimestamp("locked_until");
                    return new Kept(
                            row.getBytes("sealed"),
                            row.getBoolean("confirmed"),
                            row.getLong("last_step"),
                            row.getInt("failures"),
                            locked == null ? null : locked.toInstant());
                })
                .optional();
    }

    private void record(Officer officer, @Nullable Long by, String act) {
        audit.record(officer.government(), by, act, "officer:" + officer.login(), "");
    }

    private static String name(Officer officer) {
        return officer.government() + "/" + officer.id();
    }

    private static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
