package noroshi.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import noroshi.forms.DefineForm;
import noroshi.forms.Field;
import noroshi.forms.FieldType;
import noroshi.forms.Form;
import noroshi.forms.FormBody;
import noroshi.forms.Names;
import noroshi.forms.SaveFormValues;
import noroshi.forms.Values;
import noroshi.people.Officer;
import noroshi.people.Officers;
import noroshi.platform.Tenancy;
import noroshi.platform.Time;
import noroshi.publishing.AllOrNothing;
import noroshi.publishing.Content;
import noroshi.publishing.PublishArticle;
import noroshi.publishing.PublishingLane;
import noroshi.publishing.WriteArticle;
import noroshi.writing.KeepPreparedPage;
import noroshi.writing.KeepSnippet;
import org.springframework.stereotype.Component;

/** Phrases, prepared disaster pages, and page forms with some entries, through the same use cases as officers use. */
@Component
final class DemoWriting {

    private static final String MIYAGI = "040002";

    private final Tenancy tenancy;
    private final Officers officers;
    private final KeepSnippet keepSnippet;
    private final KeepPreparedPage keepPage;
    private final DefineForm defineForm;
    private final SaveFormValues saveValues;
    private final AllOrNothing allOrNothing;
    private final WriteArticle writeArticle;
    private final PublishArticle publishArticle;

    DemoWriting(
            Tenancy tenancy,
            Officers officers,
            KeepSnippet keepSnippet,
            KeepPreparedPage keepPage,
            DefineForm defineForm,
            SaveFormValues saveValues,
            AllOrNothing allOrNothing,
            WriteArticle writeArticle,
            PublishArticle publishArticle) {
        this.tenancy = tenancy;
        this.officers = officers;
        this.keepSnippet = keepSnippet;
        this.keepPage = keepPage;
        this.defineForm = defineForm;
        this.saveValues = saveValues;
        this.allOrNothing = allOrNothing;
        this.writeArticle = writeArticle;
        this.publishArticle = publishArticle;
    }

    void load(Instant now) {
        var admin = tenancy.in(MIYAGI, () -> officers.list(MIYAGI)).stream()
                .filter(officer -> officer.login().equals("admin"))
                .findFirst()
                .orElseThrow();
        for (var snippet : DemoTexts.SNIPPETS)
            keepSnippet.handle(new KeepSnippet.Command(MIYAGI, snippet, false, admin, now));
        for (var page : DemoTexts.PAGES) keepPage.handle(new KeepPreparedPage.Command(MIYAGI, page, false, admin, now));
        tenders(admin, now);
        facilities(admin, now);
    }

    private static Field field(
            String id, String label, FieldType type, boolean required, boolean listed, String... options) {
        return new Field(id, label, type, required, 0, "", List.of(options), listed);
    }

    /** A tender of the demonstration. @param lots one line of the form's table */
    private record Tender(
            String title,
            String kind,
            int dueInDays,
            String price,
            String address,
            String latitude,
            String longitude,
            String outline,
            String lots) {}

    private static final List<Tender> TENDERS = List.of(
            new Tender(
                    "石巻港 防波堤補修工事",
                    "工事",
                    14,
                    "84500000",
                    "石巻市雲雀野町",
                    "38.4135",
                    "141.2764",
                    "防波堤のひび割れを補修する工事です。",
                    "消波ブロック | 120 | 個"),
            new Tender(
                    "災害備蓄用飲料水の購入",
                    "物品",
                    7,
                    "6200000",
                    "仙台市青葉区本町三丁目8番1号",
                    "38.2688",
                    "140.8721",
                    "保存期間5年の飲料水を購入します。",
                    "飲料水 500mL | 24000 | 本"),
            new Tender(
                    "県有施設清掃業務",
                    "業務委託",
                    -3,
                    "12800000",
                    "大崎市古川旭四丁目1番1号",
                    "38.5770",
                    "140.9555",
                    "合同庁舎の清掃を委託します。",
                    "清掃面積 | 5400 | 平方メートル"));

    private void tenders(Officer admin, Instant now) {
        var kept = define(tenderForm(), admin, now);
        var today = LocalDate.ofInstant(now, Time.JAPAN);
        for (var tender : TENDERS)
            entry(kept, tender.title, values(tender, today.plusDays(tender.dueInDays)), admin, now);
    }

    private static Form tenderForm() {
        return new Form(
                "tenders",
                "tenders",
                "入札公告",
                0,
                List.of(
                        field("kind", "種別", FieldType.CHOICE, true, true, "工事", "業務委託", "物品"),
                        field("deadline", "入札書の提出期限", FieldType.DATE, true, true),
                        field("opening", "開札日", FieldType.DATE, false, false),
                        field("price", "予定価格", FieldType.MONEY, false, true),
                        field("place", "履行場所", FieldType.PLACE, false, false),
                        field("outline", "概要", FieldType.LONG, true, false),
                        field("lots", "内訳", FieldType.TABLE, false, false, "区分", "数量", "単位"),
                        field("office", "担当課室", FieldType.DEPARTMENT, true, false)),
                "",
                false);
    }

    private static Map<String, List<String>> values(Tender tender, LocalDate deadline) {
        return Map.of(
                "kind", List.of(tender.kind),
                "deadline", List.of(deadline.toString()),
                "opening", List.of(deadline.plusDays(1).toString()),
                "price", List.of(tender.price),
                "place", List.of(tender.address, tender.latitude, tender.longitude),
                "outline", List.of(tender.outline),
                "lots", List.of(tender.lots),
                "office", List.of("zaisan"));
    }

    private void facilities(Officer admin, Instant now) {
        var form = new Form(
                "facilities",
                "facilities",
                "県の施設",
                0,
                List.of(
                        field("kind", "種類", FieldType.CHOICE, true, true, "図書館・博物館", "公園", "合同庁舎"),
                        field("place", "所在地", FieldType.PLACE, true, true),
                        field("access", "設備", FieldType.CHOICES, false, true, "車いす対応トイレ", "授乳室", "駐車場", "AED"),
                        field("phone", "電話", FieldType.PHONE, false, true),
                        field("fee", "利用料", FieldType.TEXT, false, false)),
                "",
                false);
        var kept = define(form, admin, now);
        entry(
                kept,
                "宮城県図書館",
                facility("図書館・博物館", "仙台市泉区紫山一丁目1番地1", "38.3473", "140.9148", List.of("車いす対応トイレ", "授乳室", "駐車場"), "無料"),
                admin,
                now);
        entry(kept, "加瀬沼公園", facility("公園", "宮城郡利府町加瀬字新加瀬", "38.3172", "140.9880", List.of("駐車場"), "無料"), admin, now);
    }

    private static Map<String, List<String>> facility(
            String kind, String address, String latitude, String longitude, List<String> access, String fee) {
        return Map.of(
                "kind",
                List.of(kind),
                "place",
                List.of(address, latitude, longitude),
                "access",
                access,
                "fee",
                List.of(fee));
    }

    private Form define(Form form, Officer admin, Instant now) {
        var ended = defineForm.handle(new DefineForm.Command(MIYAGI, form, admin, now));
        if (!(ended instanceof DefineForm.Ended.Done(int version)))
            throw new IllegalStateException("Form %s: %s".formatted(form.code(), ended));
        return new Form(
                form.code(), form.series(), form.name(), version, form.fields(), form.template(), form.happening());
    }

    private void entry(Form form, String title, Map<String, List<String>> parts, Officer admin, Instant now) {
        var values = new Values(parts, "");
        var names = new Names(Map.of(), Map.of(), Map.of("zaisan", "総務部 管財課"));
        var content = Content.of(title, "", FormBody.of(form, values, names))
                .withAreas(List.of(MIYAGI))
                .withDepartment("zaisan");
        var outcome = allOrNothing.handle(
                MIYAGI,
                () -> writeArticle.handle(new WriteArticle.Command(MIYAGI, form.series(), content, admin, now)),
                List.of(
                        done -> saveValues.handle(done, form, values),
                        done -> publishArticle.handle(new PublishArticle.Command(
                                MIYAGI,
                                done.article().id(),
                                done.edition().number(),
                                PublishingLane.ORDINARY,
                                null,
                                null,
                                true,
                                admin,
                                now))));
        if (!(outcome instanceof noroshi.publishing.Outcome.Done))
            throw new IllegalStateException("%s: %s".formatted(title, outcome));
    }
}
