package noroshi.site.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.jte.site.JteformGenerated;
import noroshi.jte.site.JtewordsGenerated;
import noroshi.site.view.FormView;
import noroshi.site.view.FormView.Choice;
import noroshi.site.view.Link;
import noroshi.site.view.Raw;
import noroshi.site.view.TextView;
import noroshi.snapshot.Key;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;

/** Pages that residents fill in, and what they are told afterwards. The beacon takes what is sent, also without the office. */
public final class FormPages {

    private final SiteFacts site;
    private final Press press;

    public FormPages(SiteFacts site, Press press) {
        this.site = site;
        this.press = press;
    }

    public Map<Key, Timeline<Value>> build(List<DepartmentFacts> departments) {
        var records = new LinkedHashMap<Key, Timeline<Value>>();
        for (var variant : Variant.values()) {
            var shell = new Shell(site, variant, press);
            subscription(records, shell);
            confirmation(records, shell);
            unsubscription(records, shell);
            receipt(records, shell);
            safety(records, shell);
            for (var department : departments) inquiry(records, shell, department);
            outcomes(records, shell);
        }
        return records;
    }

    private void subscription(Map<Key, Timeline<Value>> records, Shell shell) {
        var series = new ArrayList<>(List.of(new Choice(Forms.ALL, "すべての媒体", "")));
        for (var s : site.series()) series.add(new Choice(s.code(), s.name(), ""));
        var areas = new ArrayList<>(List.of(new Choice(Forms.ALL, "すべての地域", "")));
        for (var area : site.areas()) areas.add(new Choice(area.code(), area.name(), ""));
        var fields = new ArrayList<FormView.Field>();
        fields.add(Forms.EMAIL.view("確認のメールをお送りします", "email"));
        fields.add(Forms.SERIES.choices("複数お選びいただけます", series));
        fields.add(Forms.AREAS.choices("お選びの地域に関するお知らせが届きます。複数お選びいただけます", areas));
        put(
                records,
                shell,
                "/subscribe",
                "メール配信の登録",
                FormTexts.SUBSCRIBE,
                fields,
                "登録を申し込む",
                FormTexts.SUBSCRIBE_AFTER,
                Forms.SUBSCRIPTION);
    }

    private void confirmation(Map<Key, Timeline<Value>> records, Shell shell) {
        put(records, shell, "/confirm", "登録の確認", FormTexts.CONFIRM, List.of(), "登録を確定する", "", Forms.CONFIRMATION);
    }

    private void unsubscription(Map<Key, Timeline<Value>> records, Shell shell) {
        put(
                records,
                shell,
                "/unsubscribe",
                "メール配信の解除",
                FormTexts.UNSUBSCRIBE,
                List.of(),
                "配信を解除する",
                "",
                Forms.UNSUBSCRIPTION);
    }

    private void receipt(Map<Key, Timeline<Value>> records, Shell shell) {
        var fields = List.of(Forms.NUMBER.view("", "off"), Forms.CODE.view("受付のときに表示された長い符号です", "off"));
        put(records, shell, "/receipt", "受付番号で確認", FormTexts.RECEIPT, fields, "確認する", "", Forms.RECEIPT);
    }

    private void safety(Map<Key, Timeline<Value>> records, Shell shell) {
        put(
                records,
                shell,
                "/safety",
                "安否を調べる",
                SafetyForms.SEARCH,
                SafetyForms.search(),
                "調べる",
                SafetyForms.SEARCH_AFTER,
                Forms.SAFETY);
        put(
                records,
                shell,
                "/safety/note",
                "安否を知らせる",
                SafetyForms.NOTE,
                SafetyForms.note(),
                "知らせる",
                SafetyForms.NOTE_AFTER,
                Forms.SAFETY_NOTE);
        var next = List.of(
                Link.of(shell.addresses().page("/safety"), "もう一度調べる"),
                Link.of(shell.addresses().page("/safety/note"), "安否を知らせる"),
                top(shell));
        words(records, shell, "/thanks/" + Forms.SAFETY, "安否の検索の結果", Sheet.blank("found"), next);
        thanks(records, shell, Forms.SAFETY_NOTE, "安否の情報を受け付けました", SafetyForms.NOTED, true);
    }

    private void inquiry(Map<Key, Timeline<Value>> records, Shell shell, DepartmentFacts department) {
        var fields = List.of(
                Forms.DEPARTMENT.hidden(department.code()),
                Forms.NAME.view("", "name"),
                Forms.REPLY_TO.view("お返事をお送りします", "email"),
                Forms.SUBJECT.view("", "off"),
                Forms.BODY.view("4,000文字まで", "off"));
        put(
                records,
                shell,
                "/inquiry/" + department.code(),
                department.name() + "へのお問い合わせ",
                FormTexts.inquiry(department, site),
                fields,
                "送る",
                FormTexts.INQUIRY_AFTER,
                Forms.INQUIRY);
    }

    private void put(
            Map<Key, Timeline<Value>> records,
            Shell shell,
            String path,
            String title,
            String lead,
            List<FormView.Field> fields,
            String button,
            String after,
            String form) {
        var view =
                new FormView(title, new Raw(lead), Raw.NOTHING, fields, button, new Raw(after), shell.variants(path));
        var page = shell.form(
                Facing.of(path, title, List.of(shell.home())), out -> JteformGenerated.render(out, null, view), form);
        records.put(Key.of(site.code(), shell.variant().prefix() + path), Timeline.always(page));
    }

    /** What is said once a Letter is kept, or when a field is wrong: in the variant in which the form was filled in. */
    private void outcomes(Map<Key, Timeline<Value>> records, Shell shell) {
        thanks(records, shell, Forms.SUBSCRIPTION, "お申し込みを受け付けました", FormTexts.SUBSCRIBED, false);
        thanks(records, shell, Forms.CONFIRMATION, "登録の確定を受け付けました", FormTexts.CONFIRMED, false);
        thanks(records, shell, Forms.UNSUBSCRIPTION, "配信の解除を受け付けました", FormTexts.UNSUBSCRIBED, false);
        thanks(records, shell, Forms.INQUIRY, "お問い合わせを受け付けました", FormTexts.INQUIRED, true);
        thanks(records, shell, Forms.RECEIPT, "受付番号で確認", FormTexts.NO_REPLY, false);
        for (var form : Forms.NAMES) {
            var body = List.of(new Raw(FormTexts.REFUSED), Sheet.blank("problems"), new Raw(FormTexts.REFUSED_AFTER));
            words(records, shell, "/refused/" + form, "ご記入の内容をお確かめください", joined(body), List.of(top(shell)));
        }
    }

    private void thanks(
            Map<Key, Timeline<Value>> records, Shell shell, String form, String title, String text, boolean receipt) {
        var body = receipt
                ? joined(List.of(
                        new Raw(text + "<dl class=\"receipt\"><div><dt>受付番号</dt><dd>"),
                        Sheet.blank("receipt.number"),
                        new Raw("</dd></div><div><dt>確認符号</dt><dd class=\"code\">"),
                        Sheet.blank("receipt.code"),
                        new Raw("</dd></div><div><dt>お預かりした控え</dt><dd>"),
                        Sheet.blank("receipt.copies"),
                        new Raw("か所</dd></div></dl>" + FormTexts.RECEIPT_NOTE)))
                : new Raw(text);
        var next = receipt
                ? List.of(Link.of(shell.addresses().page("/receipt"), "受付番号で確認"), top(shell))
                : List.of(top(shell));
        words(records, shell, "/thanks/" + form, title, body, next);
    }

    private Link top(Shell shell) {
        return Link.of(shell.addresses().page("/"), site.name() + "のトップページ");
    }

    private void words(
            Map<Key, Timeline<Value>> records,
            Shell shell,
            String path,
            String title,
            gg.jte.Content body,
            List<Link> next) {
        var view = new TextView(title, "plain", body, next, List.of());
        var facing = Facing.of(path, title, List.of(shell.home())).hidden();
        var page = shell.page(facing, out -> JtewordsGenerated.render(out, null, view));
        records.put(Key.of(site.code(), shell.variant().prefix() + path), Timeline.always(page));
    }

    private static gg.jte.Content joined(List<gg.jte.Content> contents) {
        return out -> contents.forEach(content -> content.writeTo(out));
    }
}
