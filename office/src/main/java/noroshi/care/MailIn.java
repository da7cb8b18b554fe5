package noroshi.care;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails as they came. Inside a worker's door. */
@Repository
class MailIn {

    static final int ATTEMPTS_MAX = 5;

    private final JdbcClient sql;

    MailIn(JdbcClient sql) {
        this.sql = sql;
    }

    record Address(String government, long officer, String series) {}

    record Waiting(long id, Address address, String sender, byte[] raw) {}

    /** @param local what stands before the @ */
    Optional<Address> find(String local) {
        return sql.sql("""
                        select m.government, m.officer, m.series from mail_address_of_officer m
                          join officer o on o.government = m.government and o.id = m.officer
                         where m.secret = :secret and o.active
                        """)
                .param("secret", MailAddressOfOfficer.hash(local))
                .query(Address.class)
                .optional();
    }

    int waitingOf(Address address) {
        return sql.sql("""
                        select count(*) from mail_in where government = :government and officer = :officer and done_at is null
                        """)
                .param("government", address.government())
                .param("officer", address.officer())
                .query(Integer.class)
                .single();
    }

    /** The same mail once more changes nothing: a server that lost our answer sends it again. */
    void keep(Address address, String sender, byte[] raw, Instant at) {
        sql.sql("""
                        insert into mail_in (government, officer, hash, sender, raw, taken_at)
                        values (:government, :officer, :hash, :sender, :raw, :at) on conflict do nothing
                        """)
                .param("government", address.government())
                .param("officer", address.officer())
                .param("hash", MailAddressOfOfficer.hash(raw))
                .param("sender", sender)
                .param("raw", raw)
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Waiting> take() {
        return sql.sql("""
                        select i.id, i.government, i.officer, m.series, i.sender, i.raw from mail_in i
                          join mail_address_of_officer m on m.government = i.government and m.officer = i.officer
                         where i.done_at is null and i.attempts < :attempts order by i.id limit 1 for update of i skip locked
                        """)
                .param("attempts", ATTEMPTS_MAX)
                .query((row, n) -> new Waiting(
                        row.getLong("id"),
                        new Address(row.getString("government"), row.getLong("officer"), row.getString("series")),
                        row.getString("sender"),
                        row.getBytes("raw")))
                .optional();
    }

    /** @param article 0: no draft was made */
    void done(Waiting mail, long article, String outcome, Instant at) {
        sql.sql("""
                        update mail_in set done_at = :at, article = nullif(:article, 0), outcome = :outcome, raw = null
                         where government = :government and id = :id
                        """)
                .param("at", Timestamp.from(at))
                .param("article", article)
                .param("outcome", outcome)
                .param("government", mail.address().government())
                .param("id", mail.id())
                .update();
    }

    void failed(long id) {
        sql.sql("update mail_in set attempts = attempts + 1 where id = :id")
                .param("id", id)
                .update();
    }
}
