package noroshi.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.platform.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** API tokens: {@code nrs_} and 43 characters. Only their SHA-256 is kept; a token itself is seen once, when it is issued. */
@Component
public final class Tokens {

    public static final String PREFIX = "nrs_";
    static final int NAME_CHARACTERS_MAX = 100;
    private static final int TOKEN_BYTES = 32;
    private static final int TOKEN_CHARACTERS_MAX = 100;

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final Audit audit;
    private final SecureRandom random;

    public Tokens(Tenancy tenancy, JdbcClient sql, Audit audit, SecureRandom random) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.audit = audit;
        this.random = random;
    }

    /** @param id the first 12 hexadecimal digits of its hash: names it without revealing it */
    public record Issued(
            String id,
            String name,
            long officer,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {}

    /** Makes a token that acts as the officer; the answer is the only copy. @param validFor null: until revoked */
    public String issue(Officer officer, String name, Set<Scope> scopes, @Nullable Duration validFor, Instant at) {
        return issue(officer, officer, name, scopes, validFor, at);
    }

    /** The same, made by an administrator for an officer. @param by stands in the record */
    public String issue(
            Officer by, Officer officer, String name, Set<Scope> scopes, @Nullable Duration validFor, Instant at) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = PREFIX + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var shortName = name.length() <= NAME_CHARACTERS_MAX ? name : name.substring(0, NAME_CHARACTERS_MAX);
        tenancy.run(officer.government(), () -> {
            insert(token, officer, shortName, scopes, validFor == null ? null : at.plus(validFor), at);
            audit.record(
                    officer.government(),
                    by.id(),
                    "token.issued",
                    "token:" + id(hash(token)),
                    shortName + "（" + officer.login() + "）");
        });
        return token;
    }

    private void insert(
            String token, Officer officer, String name, Set<Scope> scopes, @Nullable Instant expiresAt, Instant at) {
        sql.sql("""
                        insert into api_token (hash, government, officer, name, scopes, created_at, expires_at)
                        values (:hash, :government, :officer, :name, :scopes, :at, :expires)
                        """)
                .param("hash", hash(token))
                .param("government", officer.government())
                .param("officer", officer.id())
                .param("name", name)
                .param("scopes", scopes.stream().map(Scope::code).toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .param("expires", expiresAt == null ? null : Timestamp.from(expiresAt))
                .update();
    }

    /** Who calls with this token now; empty: unknown, expired, revoked, or its officer has left. */
    public Optional<Bearer> find(String token, Instant at) {
        if (!token.startsWith(PREFIX) || token.length() > TOKEN_CHARACTERS_MAX) return Optional.empty();
        var hash = hash(token);
        return tenancy.everywhere(() -> {
            var bearer = sql.sql(Officers.COLUMNS.replace("select ", "select t.scopes, ") + """
                            join api_token t on t.government = o.government and t.officer = o.id
                            where t.hash = :hash and t.revoked_at is null and (t.expires_at is null or t.expires_at > :at)
                              and o.active and not o.system
                            """)
                    .param("hash", hash)
                    .param("at", Timestamp.from(at))
                    .query((row, n) -> new Bearer(
                            Officers.officer(row, n),
                            scopes((String[]) row.getArray("scopes").getArray()),
                            id(hash)))
                    .optional();
            if (bearer.isPresent()) used(hash, at);
            return bearer;
        });
    }

    /** The day of last use only: a write per day and token, not per call. */
    private void used(byte[] hash, Instant at) {
        sql.sql("update api_token set last_used_on = :day where hash = :hash and last_used_on is distinct from :day")
                .param("day", java.sql.Date.valueOf(at.atZone(Time.JAPAN).toLocalDate()))
                .param("hash", hash)
                .update();
    }

    /** The government's tokens, the newest first, without the tokens themselves. */
    public List<Issued> list(String government) {
        return tenancy.in(government, () -> sql.sql(
                        "select * from api_token where government = :government order by created_at desc")
                .param("government", government)
                .query((row, n) -> new Issued(
                        id(row.getBytes("hash")),
                        row.getString("name"),
                        row.getLong("officer"),
                        List.of((String[]) row.getArray("scopes").getArray()),
                        row.getTimestamp("created_at").toInstant(),
                        instant(row.getTimestamp("expires_at")),
                        instant(row.getTimestamp("revoked_at"))))
                .list());
    }

    /** @param id as listed; true: there was such a token and it no longer works */
    public boolean revoke(Officer by, String government, String id, Instant at) {
        return tenancy.in(government, () -> {
            int revoked = sql.sql("""
                            update api_token set revoked_at = :at
                             where government = :government and left(encode(hash, 'hex'), 12) = :id and revoked_at is null
                            """)
                    .param("at", Timestamp.from(at))
                    .param("government", government)
                    .param("id", id)
                    .update();
            if (revoked > 0) audit.record(government, by.id(), "token.revoked", "token:" + id, "");
            return revoked > 0;
        });
    }

    private static Set<Scope> scopes(String[] codes) {
        return Stream.of(codes).map(Scope::find).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private static @Nullable Instant instant(@Nullable Timestamp column) {
        return column == null ? null : column.toInstant();
    }

    private static String id(byte[] hash) {
        return HexFormat.of().formatHex(hash).substring(0, 12);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
