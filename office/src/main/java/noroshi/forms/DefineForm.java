package noroshi.forms;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Event;
import noroshi.platform.Outbox;
import noroshi.platform.Tenancy;
import noroshi.publishing.Outcome.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Defines a form or changes it; a change is a new version, and editions keep theirs. */
@Component
public final class DefineForm {

    static final int FORMS_MAX = 50;

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final Audit audit;
    private final Outbox outbox;

    DefineForm(Tenancy tenancy, JdbcClient sql, Audit audit, Outbox outbox) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.audit = audit;
        this.outbox = outbox;
    }

    /** @param form its version is that which the officer saw; 0: a new form */
    public record Command(String government, Form form, Officer by, Instant at) {}

    public sealed interface Ended {
        record Done(int version) implements Ended {}

        record Invalid(List<Problem> problems) implements Ended {}

        record NotAllowed(String reason) implements Ended {}
    }

    public Ended handle(Command command) {
        return tenancy.in(command.government(), () -> decide(command));
    }

    private Ended decide(Command command) {
        if (!command.by().mayActFor(command.government()) || !command.by().has(Role.ADMINISTRATOR))
            return new Ended.NotAllowed("フォームを作り変えられるのは管理者です。所属する団体の管理者に依頼してください。");
        var form = command.form();
        var problems = problems(form);
        int now = sql.sql("select version from form where government = :government and code = :code for update")
                .param("government", command.government())
                .param("code", form.code())
                .query(Integer.class)
                .optional()
                .orElse(0);
        if (now != form.version())
            problems.add(new Problem("name", "このフォームはほかの職員が先に変更しました（第%d版）。画面を開き直してください。".formatted(now)));
        if (now == 0) fresh(command, problems);
        if (!problems.isEmpty()) return new Ended.Invalid(problems);
        write(command, now + 1);
        return new Ended.Done(now + 1);
    }

    private void fresh(Command command, List<Problem> problems) {
        var form = command.form();
        boolean free = sql.sql(
                        "select not exists (select from form where government = :government and series = :series)")
                .param("government", command.government())
                .param("series", form.series())
                .query(Boolean.class)
                .single();
        if (!free) problems.add(new Problem("series", "この媒体にはもうフォームがあります。媒体ごとに1つです。"));
        boolean series = sql.sql("select exists (select from series where government = :government and code = :series)")
                .param("government", command.government())
                .param("series", form.series())
                .query(Boolean.class)
                .single();
        if (!series) problems.add(new Problem("series", "媒体が見つかりません。一覧から選んでください。"));
        int forms = sql.sql("select count(*) from form where government = :government")
                .param("government", command.government())
                .query(Integer.class)
                .single();
        if (forms >= FORMS_MAX) problems.add(new Problem("name", "フォームは%d個までです。".formatted(FORMS_MAX)));
    }

    static List<Problem> problems(Form form) {
        var problems = new ArrayList<Problem>();
        if (form.name().isBlank() || form.name().length() > Form.NAME_CHARACTERS_MAX)
            problems.add(new Problem("name", "名前は1文字から%d文字で入力してください。".formatted(Form.NAME_CHARACTERS_MAX)));
        if (form.fields().isEmpty()) problems.add(new Problem("fields", "項目がありません。1つ以上の項目を作ってください。"));
        if (form.fields().size() > Form.FIELDS_MAX)
            problems.add(new Problem(
                    "fields", "項目が%d個あります。%d個以内にしてください。".formatted(form.fields().size(), Form.FIELDS_MAX)));
        var labels = new HashSet<String>();
        for (var field : form.fields()) {
            if (field.label().isBlank() || field.label().length() > Field.LABEL_CHARACTERS_MAX)
                problems.add(new Problem("fields", "項目の名前は1文字から%d文字で入力してください。".formatted(Field.LABEL_CHARACTERS_MAX)));
            if (!labels.add(field.label()))
                problems.add(new Problem("fields", "「%s」という項目が2つあります。別の名前にしてください。".formatted(field.label())));
            boolean needs = field.type().isFilter() || field.type() == FieldType.TABLE;
            if (needs && field.options().isEmpty())
                problems.add(
                        new Problem("fields", "「%s」の選択肢（表なら列の名前）がありません。「、」で区切って入力してください。".formatted(field.label())));
            if (field.options().size() > Field.OPTIONS_MAX)
                problems.add(
                        new Problem("fields", "「%s」の選択肢は%d個以内にしてください。".formatted(field.label(), Field.OPTIONS_MAX)));
        }
        if (form.template().length() > Form.TEMPLATE_CHARACTERS_MAX)
            problems.add(new Problem("template", "ひな形は%,d文字以内にしてください。".formatted(Form.TEMPLATE_CHARACTERS_MAX)));
        var unknown = FormBody.unknown(form);
        if (!unknown.isEmpty())
            problems.add(new Problem(
                    "template", "ひな形にある「%s」という項目はありません。項目の名前を確かめてください。".formatted(String.join("」「", unknown))));
        return problems;
    }

    private void write(Command command, int version) {
        var form = command.form();
        sql.sql("""
                        insert into form (government, code, series, name, version) values (:government, :code, :series, :name, :version)
                        on conflict (government, code) do update set name = :name, version = :version
                        """)
                .param("government", command.government())
                .param("code", form.code())
                .param("series", form.series())
                .param("name", form.name().strip())
                .param("version", version)
                .update();
        sql.sql("""
                        insert into form_version (government, form, version, definition, changed_by, changed_at)
                        values (:government, :code, :version, :definition, :by, :at)
                        """)
                .param("government", command.government())
                .param("code", form.code())
                .param("version", version)
                .param("definition", FormJson.definition(form))
                .param("by", command.by().id())
                .param("at", Timestamp.from(command.at()))
                .update();
        audit.record(
                command.government(),
                command.by().id(),
                "form.defined",
                "form:" + form.code(),
                "%s 第%d版".formatted(form.name(), version));
        outbox.announce(command.government(), new Event(FormPages.CHANGED, form.code(), Map.of("form", form.code())));
    }
}
