package noroshi.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import noroshi.people.Contact;
import noroshi.people.Officer;
import noroshi.reorganisation.Act;
import noroshi.reorganisation.Outcome;
import noroshi.reorganisation.WritePlan;
import noroshi.reorganisation.WritePlan.Change;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A reorganisation that is being written, with its rehearsal to be looked at; and what residents need to reach departments. */
@Component
final class DemoPlan {

    private static final Contact CONTACT = new Contact(
            "022-000-1002",
            "koho-joho@pref.miyagi.example",
            "仙台市青葉区本町三丁目8番1号",
            "022-000-1902",
            "平日8時30分から17時15分まで",
            "");

    private final WritePlan write;
    private final JdbcClient sql;

    DemoPlan(WritePlan write, JdbcClient sql) {
        this.write = write;
        this.sql = sql;
    }

    void load(Officer administrator, Instant at) {
        sql.sql(
                        "update department set hours = '平日8時30分から17時15分まで（祝日・年末年始を除く）', fax = regexp_replace(phone, '-1([0-9]{3})$', '-9\\1')")
                .update();
        var made = change(administrator, at, 0, 0, new Change.Create("見本：広報課とデジタルみやぎ推進課の統合"));
        if (!(made instanceof Outcome.Done(var plan)))
            throw new IllegalStateException("The demonstration's plan was refused: " + made);
        var acts = List.<Act>of(
                new Act.Found("koho-joho", "企画部 広報情報課", "kikakubu", CONTACT),
                new Act.Split("kouhou", "koho-joho", Map.of("events", "kanko"), Map.of(), Map.of()),
                new Act.Merge(List.of("digital"), "koho-joho"),
                new Act.Move("shichoson", "企画部 市町村課", "kikakubu"));
        var written = change(administrator, at, plan.id(), plan.version(), new Change.Add(acts));
        if (!(written instanceof Outcome.Done))
            throw new IllegalStateException("The demonstration's plan was refused: " + written);
    }

    private Outcome change(Officer administrator, Instant at, long plan, int version, Change change) {
        return write.handle(
                new WritePlan.Command(administrator.government(), plan, version, change, administrator, at));
    }
}
