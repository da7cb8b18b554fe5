package noroshi.persons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The name lists' rows. Entries of persons who are not shown are not there. */
@Repository
class NameListStore {

    private static final int LISTED_MAX = 200;

    private final JdbcClient sql;

    NameListStore(JdbcClient sql) {
        this.sql = sql;
    }

    long add(String government, NameList.Kind kind, String event, long officer, Instant at, @Nullable Instant next) {
        return sql.sql("""
                        insert into name_list (government, kind, event, drafted_by, edited_by, drafted_at, next_update)
                        values (:government, :kind, :event, :officer, array[:officer::bigint], :at, :next) returning id
                        """)
                .param("government", government)
                .param("kind", kind.code())
                .param("event", event)
                .param("officer", officer)
                .param("at", Timestamp.from(at))
                .param("next", next == null ? null : Timestamp.from(next))
                .query(Long.class)
                .single();
    }

    void enter(String government, long list, long person) {
        sql.sql("""
                        insert into name_list_entry (government, list, person) values (:government, :list, :person)
                        on conflict do nothing
                        """)
                .param("government", government)
                .param("list", list)
                .param("person", person)
                .update();
    }

    void strike(String government, long list, long person) {
        sql.sql("delete from name_list_entry where government = :government and list = :list and person = :person")
                .param("government", government)
                .param("list", list)
                .param("person", person)
                .update();
    }

    void approve(String government, long list, long officer, Instant at) {
        sql.sql("""
                        update name_list set state = 'public', approved_by = :officer, approved_at = :at, version = version + 1
                         where government = :government and id = :list
                        """)
                .param("government", government)
                .param("list", list)
                .param("officer", officer)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Back to a draft: what was approved is no longer what stands there. Whoever changes it until the next approval counts as its author. */
    void redraft(String government, long list, long officer, Instant at) {
        sql.sql("""
                        update name_list set state = 'draft', approved_by = null, approved_at = null, drafted_by = :officer,
                               edited_by = case when state = 'public' then array[:officer::bigint]
                                                else array_append(array_remove(edited_by, :officer::bigint), :officer::bigint) end,
                               drafted_at = :at, version = version + 1
                         where government = :government and id = :list
                        """)
                .param("government", government)
                .param("list", list)
                .param("officer", officer)
                .param("at", Timestamp.from(at))
                .update();
    }

    void withdraw(String government, long list) {
        sql.sql("""
                        update name_list set state = 'withdrawn', version = version + 1
                         where government = :government and id = :list
                        """).param("government", government).param("list", list).update();
    }

    Optional<NameList> find(String government, long id) {
        return sql.sql("select * from name_list where government = :government and id = :id")
                .param("government", government)
                .param("id", id)
                .query(this::read)
                .optional();
    }

    Optional<NameList> lock(String government, long id) {
        return sql.sql("select * from name_list where government = :government and id = :id for update")
                .param("government", government)
                .param("id", id)
                .query(this::read)
                .optional();
    }

    List<NameList> list(String government) {
        return sql.sql("select * from name_list where government = :government order by id desc limit :max")
                .param("government", government)
                .param("max", LISTED_MAX)
                .query(this::read)
                .list();
    }

    /** Numbers of the lists that are or were public and name one of these persons, shown or not. */
    List<Long> naming(String government, Collection<Long> persons) {
        return sql.sql("""
                        select distinct l.id from name_list l join name_list_entry e on e.government = l.government and e.list = l.id
                         where l.government = :government and e.person = any(:persons) and l.approved_at is not null
                        """)
                .param("government", government)
                .param("persons", persons.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    private NameList read(ResultSet row, int n) throws SQLException {
        var government = row.getString("government");
        long id = row.getLong("id");
        return new NameList(
                id,
                government,
                NameList.Kind.of(row.getString("kind")),
                row.getString("event"),
                NameList.State.of(row.getString("state")),
                Set.of((Long[]) row.getArray("edited_by").getArray()),
                row.getTimestamp("drafted_at").toInstant(),
                at(row, "approved_at"),
                at(row, "next_update"),
                row.getInt("version"),
                persons(government, id));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private List<PersonRecord> persons(String government, long list) {
        return sql.sql("""
                        select p.* from person_shown p join name_list_entry e on e.government = p.government and e.person = p.id
                         where p.government = :government and e.list = :list
                         order by p.family_kana, p.given_kana, p.id
                        """)
                .param("government", government)
                .param("list", list)
                .query(PersonStore::read)
                .list();
    }
}
