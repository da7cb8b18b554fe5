package noroshi.shelters;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes of printed sheets, and the telephones that were enrolled with them. */
@Repository
class PassStore {

    private final JdbcClient sql;

    PassStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A new code replaces those before: one sheet counts. */
    void issue(String government, long place, byte[] hash, long by, Instant at, Instant expires, int devices) {
        sql.sql(
                        "update shelter_pass set revoked_at = :at where government = :government and place = :place and revoked_at is null")
                .param("government", government)
                .param("place", place)
                .param("at", Timestamp.from(at))
                .update();
        sql.sql("""
                        insert into shelter_pass (government, place, hash, issued_by, issued_at, expires_at, devices_left)
                        values (:government, :place, :hash, :by, :at, :expires, :devices)
                        """)
                .param("government", government)
                .param("place", place)
                .param("hash", hash)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("expires", Timestamp.from(expires))
                .param("devices", devices)
                .update();
    }

    /** Telephones of a shelter's sheets so far are not believed from now on; returns how many are known. Before the new sheet is issued. */
    int endTelephones(String government, long place, Instant at) {
        sql.sql("""
                        update shelter_pass set telephones_ended_at = :at
                         where government = :government and place = :place and telephones_ended_at is null
                        """)
                .param("government", government)
                .param("place", place)
                .param("at", Timestamp.from(at))
                .update();
        return sql.sql("""
                        update shelter_device set revoked_at = :at
                         where government = :government and place = :place and revoked_at is null
                        """)
                .param("government", government)
                .param("place", place)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The shelter that a code stands for at a moment. */
    Optional<Long> place(String government, byte[] hash, Instant at) {
        return sql.sql("""
                        select place from shelter_pass
                         where government = :government and hash = :hash and issued_at <= :at and expires_at > :at
                           and (revoked_at is null or revoked_at > :at)
                        """)
                .param("government", government)
                .param("hash", hash)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    /** Uses one of the telephones that a code may enrol; false: none is left. */
    boolean use(String government, byte[] hash) {
        return sql.sql(
                                "update shelter_pass set devices_left = devices_left - 1 where government = :government and hash = :hash and devices_left > 0")
                        .param("government", government)
                        .param("hash", hash)
                        .update()
                == 1;
    }

    /** @param hash of the sheet's code: if its telephones were ended meanwhile, this one is from that moment on, too */
    void enrol(String government, long place, byte[] hash, byte[] key, String fingerprint, String label, Instant at) {
        sql.sql("""
                        insert into shelter_device (government, place, key, fingerprint, label, enrolled_at, revoked_at)
                        values (:government, :place, :key, :fingerprint, :label, :at,
                                (select telephones_ended_at from shelter_pass where government = :government and hash = :hash))
                        on conflict (government, fingerprint) do nothing
                        """)
                .param("hash", hash)
                .param("government", government)
                .param("place", place)
                .param("key", key)
                .param("fingerprint", fingerprint)
                .param("label", label)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** @param revokedAt null: in use */
    record Device(
            long id,
            long place,
            byte[] key,
            String label,
            Instant enrolledAt,
            @Nullable Instant revokedAt) {}

    Optional<Device> device(String government, String fingerprint) {
        return sql.sql("select * from shelter_device where government = :government and fingerprint = :fingerprint")
                .param("government", government)
                .param("fingerprint", fingerprint)
                .query(PassStore::read)
                .optional();
    }

    List<Device> devices(String government, long place) {
        return sql.sql(
                        "select * from shelter_device where government = :government and place = :place order by id desc")
                .param("government", government)
                .param("place", place)
                .query(PassStore::read)
                .list();
    }

    boolean revoke(String government, long place, long device, Instant at) {
        return sql.sql("""
                        update shelter_device set revoked_at = :at
                         where government = :government and place = :place and id = :device and revoked_at is null
                        """)
                        .param("government", government)
                        .param("place", place)
                        .param("device", device)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean hasTold(String government, long device, Instant at) {
        return sql.sql(
                        "select exists (select from shelter_report where government = :government and device = :device and at = :at)")
                .param("government", government)
                .param("device", device)
                .param("at", Timestamp.from(at))
                .query(Boolean.class)
                .single();
    }

    private static Device read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        var revoked = row.getTimestamp("revoked_at");
        return new Device(
                row.getLong("id"),
                row.getLong("place"),
                row.getBytes("key"),
                row.getString("label"),
                row.getTimestamp("enrolled_at").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
