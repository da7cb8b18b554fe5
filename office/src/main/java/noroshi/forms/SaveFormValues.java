package noroshi.forms;

import noroshi.platform.Tenancy;
import noroshi.publishing.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the typed values beside the edition that was just written from them; a step of the same transaction. */
@Component
public final class SaveFormValues {

    private final Tenancy tenancy;
    private final JdbcClient sql;

    SaveFormValues(Tenancy tenancy, JdbcClient sql) {
        this.tenancy = tenancy;
        this.sql = sql;
    }

    public Outcome handle(Outcome.Done written, Form form, Values values) {
        var government = written.article().government();
        tenancy.run(government, () -> sql.sql("""
                        insert into edition_form (government, article, edition, form, version, data)
                        values (:government, :article, :edition, :form, :version, :data)
                        on conflict (government, article, edition) do update set form = :form, version = :version, data = :data
                        """)
                .param("government", government)
                .param("article", written.article().id())
                .param("edition", written.edition().number())
                .param("form", form.code())
                .param("version", form.version())
                .param("data", FormJson.values(values))
                .update());
        return written;
    }
}
