package noroshi.care;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.publishing.SeriesShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secret address under which an officer's mails become drafts: shown once, kept as a hash, one for each officer. */
@Component
public final class MailAddressOfOfficer {

    static final String PREFIX = "draft-";
    /** Five bits each: 130 in all. */
    private static final int SECRET_CHARACTERS = 26;

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final SeriesShelf series;
    private final Audit audit;
    private final CareSettings settings;
    private final RandomGenerator random;

    MailAddressOfOfficer(
            Tenancy tenancy,
            JdbcClient sql,
            SeriesShelf series,
            Audit audit,
            CareSettings settings,
            SecureRandom random) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.series = series;
        this.audit = audit;
        this.settings = settings;
        this.random = random;
    }

    /** @param series where drafts begin */
    public record Kept(String series, Instant madeAt) {}

    public sealed interface Outcome {
        /** @param address to be shown this once */
        record Made(String address) implements Outcome {}

        record Ended() implements Outcome {}

        /** @param reason what is wrong and what to do (Japanese) */
        record Refused(String reason) implements Outcome {}
    }

    /** @param series where drafts shall begin; null: the address ends */
    public record Command(@Nullable String series, Officer by, Instant at) {}

    /** Whether this installation takes mails at all. */
    public boolean isOpen() {
        return !settings.mailDomain().isEmpty();
    }

    public Optional<Kept> find(Officer officer) {
        return tenancy.in(officer.government(), () -> sql.sql("""
                        select series, made_at from mail_address_of_officer
                         where government = :government and officer = :officer
                        """)
                .param("government", officer.government())
                .param("officer", officer.id())
                .query((row, n) -> new Kept(
                        row.getString("series"), row.getTimestamp("made_at").toInstant()))
                .optional());
    }

    /** Makes a new address (an older one ends at once), or ends it. */
    public Outcome handle(Command command) {
        var by = command.by();
        if (!isOpen()) return new Outcome.Refused("この環境ではメールでの下書きを受け付けていません。システムの担当者に、受け付けるアドレスの設定を依頼してください。");
        if (!by.has(Role.AUTHOR) && !by.has(Role.EMERGENCY))
            return new Outcome.Refused("メールで下書きを作れるのは「作成者」か「緊急発信担当」の役割がある職員です。管理者に役割の追加を依頼してください。");
        return tenancy.in(by.government(), () -> decide(command));
    }

    private Outcome decide(Command command) {
        var by = command.by();
        var chosen = command.series();
        if (chosen == null) {
            sql.sql("delete from mail_address_of_officer where government = :government and officer = :officer")
                    .param("government", by.government())
                    .param("officer", by.id())
                    .update();
            audit.record(by.government(), by.id(), "mail-address.ended", "officer:" + by.login(), "");
            return new Outcome.Ended();
        }
        if (series.find(by.government(), chosen).isEmpty()) return new Outcome.Refused("媒体を一覧から選んでください。");
        var local = PREFIX + secret();
        sql.sql("""
                        insert into mail_address_of_officer (government, officer, series, secret, made_at)
                        values (:government, :officer, :series, :secret, :at)
                        on conflict (government, officer) do update set series = :series, secret = :secret, made_at = :at
                        """)
                .param("government", by.government())
                .param("officer", by.id())
                .param("series", chosen)
                .param("secret", hash(local))
                .param("at", Timestamp.from(command.at()))
                .update();
        audit.record(by.government(), by.id(), "mail-address.made", "officer:" + by.login(), chosen);
        return new Outcome.Made(local + "@" + settings.mailDomain());
    }

    private String secret() {
        var secret = new StringBuilder();
        for (int i = 0; i < SECRET_CHARACTERS; i++) secret.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return secret.toString();
    }

    static String hash(String local) {
        return hash(local.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
