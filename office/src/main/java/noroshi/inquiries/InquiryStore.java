package noroshi.inquiries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.inquiries.Inquiry.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inquiries' rows and their steps. */
@Repository
class InquiryStore {

    private final JdbcClient sql;

    InquiryStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Inquiry inquiry) {
        sql.sql("""
                        insert into inquiry (government, number, department, status, name, address, subject, body,
                                             received_at, changed_at)
                        values (:government, :number, :department, :status, :name, :address, :subject, :body, :received, :changed)
                        """)
                .param("government", inquiry.government())
                .param("number", inquiry.number())
                .param("department", inquiry.department())
                .param("status", inquiry.status().code())
                .param("name", inquiry.name())
                .param("address", inquiry.address())
                .param("subject", inquiry.subject())
                .param("body", inquiry.body())
                .param("received", Timestamp.from(inquiry.receivedAt()))
                .param("changed", Timestamp.from(inquiry.changedAt()))
                .update();
    }

    Optional<Inquiry> find(String government, String number) {
        return sql.sql("select * from inquiry where government = :government and number = :number")
                .param("government", government)
                .param("number", number)
                .query(InquiryStore::read)
                .optional();
    }

    Optional<Inquiry> lock(String government, String number) {
        return sql.sql("select * from inquiry where government = :government and number = :number for update")
                .param("government", government)
                .param("number", number)
                .query(InquiryStore::read)
                .optional();
    }

    /** Writes what may change; the version grows. */
    Inquiry put(Inquiry inquiry) {
        return sql.sql("""
                        update inquiry set department = :department, status = :status, officer = :officer, answer = :answer,
                               changed_at = :changed, version = version + 1
                         where government = :government and number = :number
                        returning *
                        """)
                .param("department", inquiry.department())
                .param("status", inquiry.status().code())
                .param("officer", inquiry.officer())
                .param("answer", inquiry.answer())
                .param("changed", Timestamp.from(inquiry.changedAt()))
                .param("government", inquiry.government())
                .param("number", inquiry.number())
                .query(InquiryStore::read)
                .single();
    }

    /** Oldest first; null stands for all. */
    List<Inquiry> inbox(
            String government, @Nullable String department, Inquiry.@Nullable Status status, int offset, int max) {
        return sql.sql("""
                        select * from inquiry
                         where government = :government
                           and (:department::text is null or department = :department)
                           and (:status::text is null or status = :status)
                         order by received_at, number limit :max offset :offset
                        """)
                .param("government", government)
                .param("department", department)
                .param("status", status == null ? null : status.code())
                .param("max", max)
                .param("offset", offset)
                .query(InquiryStore::read)
                .list();
    }

    /** How many came from an address since then. */
    int countFrom(String government, String address, Instant since) {
        return sql.sql("""
                        select count(*)::int from inquiry
                         where government = :government and address = :address and received_at > :since
                        """)
                .param("government", government)
                .param("address", address)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    record Count(String department, String status, int count) {}

    List<Count> counts(String government) {
        return sql.sql("""
                        select department, status, count(*)::int as count from inquiry
                         where government = :government group by department, status order by department, status
                        """).param("government", government).query(Count.class).list();
    }

    void step(String government, String number, Step step) {
        sql.sql("""
                        insert into inquiry_step (government, number, at, officer, act, detail)
                        values (:government, :number, :at, :officer, :act, :detail)
                        """)
                .param("government", government)
                .param("number", number)
                .param("at", Timestamp.from(step.at()))
                .param("officer", step.officer())
                .param("act", step.act().code())
                .param("detail", step.detail())
                .update();
    }

    List<Step> steps(String government, String number) {
        return sql.sql("""
                        select at, officer, act, detail from inquiry_step
                         where government = :government and number = :number order by id
                        """)
                .param("government", government)
                .param("number", number)
                .query((row, n) -> new Step(
                        row.getTimestamp("at").toInstant(),
                        row.getObject("officer", Long.class),
                        Step.Act.valueOf(row.getString("act").toUpperCase(java.util.Locale.ROOT)),
                        row.getString("detail")))
                .list();
    }

    private static Inquiry read(ResultSet row, int n) throws SQLException {
        return new Inquiry(
                row.getString("government"),
                row.getString("number"),
                row.getString("department"),
                Inquiry.Status.of(row.getString("status")),
                row.getString("name"),
                row.getString("address"),
                row.getString("subject"),
                row.getString("body"),
                row.getObject("officer", Long.class),
                row.getString("answer"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("version"));
    }
}
