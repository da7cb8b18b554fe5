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

/** Adds, changes or removes a prepared page: before the disaster, by an administrator or whoever publishes in one. */
@Component
public final class KeepPreparedPage {

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final Audit audit;

    KeepPreparedPage(Tenancy tenancy, JdbcClient sql, Audit audit) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.audit = audit;
    }

    /** @param page id 0: a new one */
    public record Command(String government, PreparedPage page, boolean remove, Officer by, Instant at) {}

    public Ended handle(Command command) {
        return tenancy.in(command.government(), () -> decide(command));
    }

    private Ended decide(Command command) {
        var by = command.by();
        if (!by.mayActFor(command.government()) || !(by.has(Role.ADMINISTRATOR) || by.has(Role.EMERGENCY)))
            return new Ended.NotAllowed("災害用ひな形を扱えるのは管理者か緊急発信担当です。管理者に依頼してください。");
        if (command.page().id() != 0 && count(command, "id = :id") == 0) return new Ended.Missing();
        if (command.remove()) return remove(command);
        var problem = problem(command);
        return problem == null ? write(command) : problem;
    }

    private @Nullable Ended problem(Command command) {
        var page = command.page();
        if (page.name().isBlank()) return new Ended.Invalid("name", "名前がありません。選ぶときに分かる名前を入力してください。");
        if (page.title().isBlank()) return new Ended.Invalid("title", "題名がありません。例: {{場所}}で断水しています");
        if (page.body().isBlank()) return new Ended.Invalid("body", "本文がありません。");
        var length = length(page);
        if (length != null) return length;
        var flaws = Blanks.flaws(page.title(), page.summary(), page.body());
        if (!flaws.isEmpty()) return new Ended.Invalid("body", String.join(" ", flaws));
        if (count(command, "name = :name and id <> :id") > 0)
            return new Ended.Invalid("name", "同じ名前のひな形があります。別の名前にしてください。");
        if (page.id() == 0 && count(command, "true") >= PreparedPage.PAGES_MAX)
            return new Ended.Invalid("name", "ひな形は%d件までです。使わないものを削除してください。".formatted(PreparedPage.PAGES_MAX));
        boolean series = sql.sql("select exists (select from series where government = :government and code = :code)")
                .param("government", command.government())
                .param("code", page.series())
                .query(Boolean.class)
                .single();
        return series ? null : new Ended.Invalid("series", "媒体が見つかりません。一覧から選んでください。");
    }

    private static @Nullable Ended length(PreparedPage page) {
        if (page.name().length() > PreparedPage.NAME_CHARACTERS_MAX)
            return tooLong("name", PreparedPage.NAME_CHARACTERS_MAX);
        if (page.title().length() > PreparedPage.TITLE_CHARACTERS_MAX)
            return tooLong("title", PreparedPage.TITLE_CHARACTERS_MAX);
        if (page.summary().length() > PreparedPage.SUMMARY_CHARACTERS_MAX)
            return tooLong("summary", PreparedPage.SUMMARY_CHARACTERS_MAX);
        return page.body().length() > PreparedPage.BODY_CHARACTERS_MAX
                ? tooLong("body", PreparedPage.BODY_CHARACTERS_MAX)
                : null;
    }

    private static Ended tooLong(String field, int max) {
        return new Ended.Invalid(field, "%,d文字以内にしてください。".formatted(max));
    }

    private int count(Command command, String condition) {
        return sql.sql("select count(*) from prepared_page where government = :government and " + condition)
                .param("government", command.government())
                .param("id", command.page().id())
                .param("name", command.page().name().strip())
                .query(Integer.class)
                .single();
    }

    private Ended remove(Command command) {
        sql.sql("delete from prepared_page where government = :government and id = :id")
                .param("government", command.government())
                .param("id", command.page().id())
                .update();
        record(command, "prepared-page.removed", command.page().id());
        return new Ended.Done(command.page().id());
    }

    private Ended write(Command command) {
        var page = command.page();
        var statement = page.id() == 0 ? """
                insert into prepared_page (government, name, title, summary, body, series, changed_by, changed_at)
                values (:government, :name, :title, :summary, :body, :series, :by, :at) returning id
                """ : """
                update prepared_page set name = :name, title = :title, summary = :summary, body = :body, series = :series,
                       changed_by = :by, changed_at = :at
                 where government = :government and id = :id returning id
                """;
        long id = sql.sql(statement)
                .param("government", command.government())
                .param("id", page.id())
                .param("name", page.name().strip())
                .param("title", page.title().strip())
                .param("summary", page.summary().strip())
                .param("body", page.body())
                .param("series", page.series())
                .param("by", command.by().id())
                .param("at", Timestamp.from(command.at()))
                .query(Long.class)
                .single();
        record(command, page.id() == 0 ? "prepared-page.added" : "prepared-page.changed", id);
        return new Ended.Done(id);
    }

    private void record(Command command, String act, long id) {
        audit.record(
                command.government(),
                command.by().id(),
                act,
                "prepared-page:" + id,
                command.page().name());
    }
}
