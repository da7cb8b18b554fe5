package noroshi.reorganisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import noroshi.reorganisation.Plan.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of plans and of what they moved. Inside a door of Tenancy. */
@Repository
class PlanStore {

    private static final String PLAN =
            "select government, id, name, state, acts, at, version, problem, created_by, created_at from reorganisation";

    private final JdbcClient sql;
    private final JsonMapper json;

    PlanStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<Plan> list(String government) {
        return sql.sql(PLAN + " where government = :government order by id desc limit " + Plan.PLANS_MAX)
                .param("government", government)
                .query(this::plan)
                .list();
    }

    Optional<Plan> find(String government, long id) {
        return sql.sql(PLAN + " where government = :government and id = :id")
                .param("government", government)
                .param("id", id)
                .query(this::plan)
                .optional();
    }

    Optional<Plan> lock(String government, long id) {
        return sql.sql(PLAN + " where government = :government and id = :id for update")
                .param("government", government)
                .param("id", id)
                .query(this::plan)
                .optional();
    }

    long create(String government, String name, long by, Instant at) {
        return sql.sql("""
                        insert into reorganisation (government, name, state, created_by, created_at)
                        values (:government, :name, 'draft', :by, :at) returning id
                        """)
                .param("government", government)
                .param("name", name)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /** All that can change, as it stands in the value; the version grows. */
    void save(Plan plan) {
        var at = plan.at();
        sql.sql("""
                        update reorganisation set name = :name, state = :state, acts = :acts, at = :at, problem = :problem,
                               version = version + 1
                         where government = :government and id = :id
                        """)
                .param("government", plan.government())
                .param("id", plan.id())
                .param("name", plan.name())
                .param("state", plan.state().name().toLowerCase(Locale.ROOT))
                .param("acts", json.writerFor(new TypeReference<List<Act>>() {}).writeValueAsString(plan.acts()))
                .param("at", at == null ? null : Timestamp.from(at))
                .param("problem", plan.problem())
                .update();
    }

    record Due(String government, long id) {}

    List<Due> due(Instant now) {
        return sql.sql(
                        "select government, id from reorganisation where state = 'planned' and at <= :now order by at, id")
                .param("now", Timestamp.from(now))
                .query(Due.class)
                .list();
    }

    /** @param source and target departments; of a department: its row before as JSON ("" for a new one), and after */
    record Step(String kind, String key, String source, String target) {}

    void trace(Plan plan, List<Step> steps) {
        sql.sql("""
                        insert into reorganisation_step (government, reorganisation, kind, key, source, target)
                        select :government, :id, kind, key, source, target
                          from unnest(:kinds::text[], :keys::text[], :sources::text[], :targets::text[]) x (kind, key, source, target)
                        """)
                .param("government", plan.government())
                .param("id", plan.id())
                .param("kinds", steps.stream().map(Step::kind).toArray(String[]::new))
                .param("keys", steps.stream().map(Step::key).toArray(String[]::new))
                .param("sources", steps.stream().map(Step::source).toArray(String[]::new))
                .param("targets", steps.stream().map(Step::target).toArray(String[]::new))
                .update();
    }

    List<Step> steps(Plan plan) {
        return sql.sql("""
                        select kind, key, source, target from reorganisation_step
                         where government = :government and reorganisation = :id order by kind, key, source
                        """)
                .param("government", plan.government())
                .param("id", plan.id())
                .query(Step.class)
                .list();
    }

    void forget(Plan plan) {
        sql.sql("delete from reorganisation_step where government = :government and reorganisation = :id")
                .param("government", plan.government())
                .param("id", plan.id())
                .update();
    }

    String written(Unit unit) {
        return json.writeValueAsString(unit);
    }

    Unit read(String text) {
        return json.readValue(text, Unit.class);
    }

    private Plan plan(ResultSet row, int n) throws SQLException {
        var at = row.getTimestamp("at");
        return new Plan(
                row.getString("government"),
                row.getLong("id"),
                row.getString("name"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                json.readValue(row.getString("acts"), new TypeReference<List<Act>>() {}),
                at == null ? null : at.toInstant(),
                row.getInt("version"),
                row.getString("problem"),
                row.getLong("created_by"),
                row.getTimestamp("created_at").toInstant());
    }
}
