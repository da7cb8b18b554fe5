package noroshi.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Departments as a change of the organisation writes them. Inside a door of Tenancy; whoever calls has checked the rights. */
@Repository
public class Departments {

    private final JdbcClient sql;

    public Departments(JdbcClient sql) {
        this.sql = sql;
    }

    /** Holds every department of the government until the transaction ends: two changes never run at once. */
    public void lock(String government) {
        sql.sql("select code from department where government = :government order by code for update")
                .param("government", government)
                .query(String.class)
                .list();
    }

    /** Codes of those that ended. */
    public Set<String> ended(String government) {
        return new TreeSet<>(
                sql.sql("select code from department where government = :government and ended_at is not null")
                        .param("government", government)
                        .query(String.class)
                        .list());
    }

    /** Adds it as the last in the order, without a parent: that is set when all are there. One that ended comes back so. */
    public void found(String government, String code, String name, Contact contact) {
        sql.sql("""
                        insert into department (government, code, name, position)
                        values (:government, :code, :name,
                                (select coalesce(max(position), 0) + 1 from department where government = :government))
                        on conflict (government, code) do update set ended_at = null, successor = null
                        """)
                .param("government", government)
                .param("code", code)
                .param("name", name)
                .update();
        change(government, code, name, null, contact);
    }

    public void change(String government, String code, String name, @Nullable String parent, Contact contact) {
        sql.sql("""
                        update department set name = :name, parent = :parent, phone = :phone, email = :email, address = :address,
                               fax = :fax, hours = :hours, map = :map
                         where government = :government and code = :code
                        """)
                .param("government", government)
                .param("code", code)
                .param("name", name)
                .param("parent", parent)
                .param("phone", contact.phone())
                .param("email", contact.email())
                .param("address", contact.address())
                .param("fax", contact.fax())
                .param("hours", contact.hours())
                .param("map", contact.map())
                .update();
    }

    /** @param successor null: nobody does its work */
    public void end(String government, String code, @Nullable String successor, Instant at) {
        sql.sql("""
                        update department set ended_at = :at, successor = :successor, parent = null
                         where government = :government and code = :code
                        """)
                .param("government", government)
                .param("code", code)
                .param("successor", successor)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Its end is taken back. */
    public void revive(String government, String code) {
        sql.sql(
                        "update department set ended_at = null, successor = null where government = :government and code = :code")
                .param("government", government)
                .param("code", code)
                .update();
    }

    /** Every officer's department, also of those who left. */
    public record Member(long id, String login, String name, String department, boolean active) {}

    public List<Member> members(String government, Collection<String> departments) {
        if (departments.isEmpty()) return List.of();
        return sql.sql("""
                        select id, login, name, department, active from officer
                         where government = :government and not system and department in (:departments) order by login
                        """)
                .param("government", government)
                .param("departments", departments)
                .query(Member.class)
                .list();
    }

    /** Those of the officers who belong to {@code from} belong to {@code to}. */
    public void moveOfficers(String government, Collection<Long> officers, String from, String to) {
        if (officers.isEmpty()) return;
        sql.sql("""
                        update officer set department = :to
                         where government = :government and department = :from and id = any(:officers)
                        """)
                .param("government", government)
                .param("from", from)
                .param("to", to)
                .param("officers", officers.toArray(Long[]::new))
                .update();
    }
}
