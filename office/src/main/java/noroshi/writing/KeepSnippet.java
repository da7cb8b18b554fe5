package noroshi.writing;

import java.sql.Timestamp;
import java.time.Instant;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds, changes or removes a phrase: an administrator for everybody, an author for their own department. */
@Component
public final class KeepSnippet {

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final Audit audit;

    KeepSnippet(Tenancy tenancy, JdbcClient sql, Audit audit) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.audit = audit;
    }

    /** @param snippet id 0: a new one; @param remove its words are ignored then */
    public record Command(String government, Snippet snippet, boolean remove, Officer by, Instant at) {}

    public Ended handle(Command command) {
        return tenancy.in(command.government(), () -> decide(command));
    }

    private Ended decide(Command command) {
        var snippet = command.snippet();
        var now = snippet.id() == 0 ? snippet.department() : department(command.government(), snippet.id());
        if (now == null) return new Ended.Missing();
        if (!may(command, now) || !may(command, snippet.department()))
            return new Ended.NotAllowed("全庁の定型文は管理者が、課室の定型文はその課室の作成者が扱えます。管理者に依頼してください。");
        if (command.remove()) return remove(command);
        var problem = problem(command);
        return problem == null ? write(command) : problem;
    }

    private static boolean may(Command command, String department) {
        if (!command.by().mayActFor(command.government())) return false;
        if (command.by().has(Role.ADMINISTRATOR)) return true;
        return command.by().has(Role.AUTHOR)
                && !department.isEmpty()
                && department.equals(command.by().department());
    }

    private @Nullable String department(String government, long id) {
        return sql.sql("select department from snippet where government = :government and id = :id for update")
                .param("government", government)
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private @Nullable Ended problem(Command command) {
        var snippet = command.snippet();
        if (snippet.name().isBlank()) return new Ended.Invalid("name", "名前がありません。選ぶときに分かる名前を入力してください。");
        if (snippet.name().length() > Snippet.NAME_CHARACTERS_MAX)
            return new Ended.Invalid("name", "名前は%d文字以内にしてください。".formatted(Snippet.NAME_CHARACTERS_MAX));
        if (snippet.body().isBlank()) return new Ended.Invalid("body", "文がありません。差し込む文を入力してください。");
        if (snippet.body().length() > Snippet.BODY_CHARACTERS_MAX)
            return new Ended.Invalid("body", "文は%,d文字以内にしてください。".formatted(Snippet.BODY_CHARACTERS_MAX));
        int others = sql.sql(
                        "select count(*) from snippet where government = :government and department = :department and name = :name and id <> :id")
                .param("government", command.government())
                .param("department", snippet.department())
                .param("name", snippet.name().strip())
                .param("id", snippet.id())
                .query(Integer.class)
                .single();
        if (others > 0) return new Ended.Invalid("name", "同じ名前の定型文があります。別の名前にしてください。");
        int all = sql.sql("select count(*) from snippet where government = :government")
                .param("government", command.government())
                .query(Integer.class)
                .single();
        if (snippet.id() == 0 && all >= Snippet.SNIPPETS_MAX)
            return new Ended.Invalid("name", "定型文は%d件までです。使わないものを削除してください。".formatted(Snippet.SNIPPETS_MAX));
        return null;
    }

    private Ended remove(Command command) {
        sql.sql("delete from snippet where government = :government and id = :id")
                .param("government", command.government())
                .param("id", command.snippet().id())
                .update();
        record(command, "snippet.removed", command.snippet().id());
        return new Ended.Done(command.snippet().id());
    }

    private Ended write(Command command) {
        var snippet = command.snippet();
        var statement = snippet.id() == 0 ? """
                insert into snippet (government, department, name, body, position, changed_by, changed_at)
                values (:government, :department, :name, :body, :position, :by, :at) returning id
                """ : """
                update snippet set department = :department, name = :name, body = :body, position = :position,
                       changed_by = :by, changed_at = :at
                 where government = :government and id = :id returning id
                """;
        long id = sql.sql(statement)
                .param("government", command.government())
                .param("id", snippet.id())
                .param("department", snippet.department())
                .param("name", snippet.name().strip())
                .param("body", snippet.body())
                .param("position", snippet.position())
                .param("by", command.by().id())
                .param("at", Timestamp.from(command.at()))
                .query(Long.class)
                .single();
        record(command, snippet.id() == 0 ? "snippet.added" : "snippet.changed", id);
        return new Ended.Done(id);
    }

    private void record(Command command, String act, long id) {
        audit.record(
                command.government(),
                command.by().id(),
                act,
                "snippet:" + id,
                command.snippet().name());
    }
}
