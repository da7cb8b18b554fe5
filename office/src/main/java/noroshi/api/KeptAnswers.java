package noroshi.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import noroshi.platform.ApiProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was answered to a call with an Idempotency-Key, for a week: in the act's own transaction, so both happened or neither. */
@Repository
class KeptAnswers {

    static final int KEY_CHARACTERS_MAX = 200;
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient sql;

    KeptAnswers(JdbcClient sql) {
        this.sql = sql;
    }

    /** One call that may be repeated. */
    record Call(String government, String token, String key, byte[] request) {

        static Call of(String government, String token, String key, String address, byte[] body) {
            if (key.isBlank() || key.length() > KEY_CHARACTERS_MAX)
                throw ApiProblem.of(
                        400,
                        "idempotency-key",
                        "Idempotency-Key が正しくありません",
                        "1文字以上%d文字以内で指定してください。".formatted(KEY_CHARACTERS_MAX),
                        "An Idempotency-Key has 1 to %d characters.".formatted(KEY_CHARACTERS_MAX));
            return new Call(government, token, key, hash(address, body));
        }

        private static byte[] hash(String address, byte[] body) {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update(address.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                return digest.digest(body);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    record Kept(long article, int edition) {}

    /** What was answered before; holds the key, so that the same call running now is waited for. */
    Optional<Kept> find(Call call) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:key, 7301))::text")
                .param("key", call.token() + " " + call.key())
                .query(String.class)
                .single();
        return sql.sql("""
                        select request, article, edition from kept_answer
                         where government = :government and token = :token and key = :key
                        """)
                .param("government", call.government())
                .param("token", call.token())
                .param("key", call.key())
                .query((row, n) -> {
                    if (!Arrays.equals(row.getBytes("request"), call.request())) throw otherRequest();
                    return new Kept(row.getLong("article"), row.getInt("edition"));
                })
                .optional();
    }

    void keep(Call call, long article, int edition, Instant at) {
        sql.sql("delete from kept_answer where government = :government and at < :before")
                .param("government", call.government())
                .param("before", Timestamp.from(at.minus(KEPT)))
                .update();
        sql.sql("""
                        insert into kept_answer (government, token, key, request, article, edition, at)
                        values (:government, :token, :key, :request, :article, :edition, :at)
                        """)
                .param("government", call.government())
                .param("token", call.token())
                .param("key", call.key())
                .param("request", call.request())
                .param("article", article)
                .param("edition", edition)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static ApiProblem otherRequest() {
        return ApiProblem.of(
                422,
                "idempotency-key",
                "Idempotency-Key が別の要求で使われています",
                "同じ Idempotency-Key は同じ内容の再送にだけ使えます。新しい要求には新しい値を付けてください。",
                "This Idempotency-Key was used for another request. Use a new one.");
    }
}
