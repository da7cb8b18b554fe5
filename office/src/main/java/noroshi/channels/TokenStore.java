package noroshi.channels;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The hashes of tokens that stand in mails. */
@Repository
class TokenStore {

    /** How long a confirmation can be used, counted from the sending of its mail. */
    static final Duration CONFIRMATION_LIFE = Duration.ofHours(48);

    enum Purpose {
        CONFIRMATION,
        UNSUBSCRIPTION;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    record Issued(
            byte[] hash,
            String government,
            long subscriber,
            Purpose purpose,
            @Nullable Long delivery) {}

    private final JdbcClient sql;

    TokenStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Makes the tokens known; one that is known already stays as it is. */
    void add(List<Issued> issued) {
        if (issued.isEmpty()) return;
        sql.sql("""
                        insert into mail_token (hash, government, subscriber, purpose, delivery)
                        select decode(t.hash, 'hex'), t.government, t.subscriber, t.purpose, t.delivery
                          from unnest(:hashes::text[], :governments::text[], :subscribers::bigint[], :purposes::text[],
                                      :deliveries::bigint[]) as t(hash, government, subscriber, purpose, delivery)
                        on conflict (hash) do nothing
                        """)
                .param("hashes", each(issued, String[]::new, token -> HexFormat.of()
                        .formatHex(token.hash())))
                .param("governments", each(issued, String[]::new, Issued::government))
                .param("subscribers", each(issued, Long[]::new, Issued::subscriber))
                .param("purposes", each(issued, String[]::new, token -> token.purpose()
                        .code()))
                .param("deliveries", each(issued, Long[]::new, Issued::delivery))
                .update();
    }

    private static <T extends @Nullable Object> T[] each(
            List<Issued> issued, IntFunction<T[]> array, Function<Issued, T> part) {
        return issued.stream().map(part).toArray(array);
    }

    /** The subscriber whose token this is, if it was good at that instant. */
    OptionalLong subscriber(String government, byte[] hash, Purpose purpose, Instant at) {
        return sql.sql("""
                        select subscriber from mail_token
                         where government = :government and hash = :hash and purpose = :purpose
                           and (expires_at is null or expires_at > :at)
                           and (used_at is null or purpose = 'unsubscription')
                        """)
                .param("government", government)
                .param("hash", hash)
                .param("purpose", purpose.code())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    void use(String government, byte[] hash, Instant at) {
        sql.sql("update mail_token set used_at = :at where government = :government and hash = :hash")
                .param("at", Timestamp.from(at))
                .param("government", government)
                .param("hash", hash)
                .update();
    }
}
