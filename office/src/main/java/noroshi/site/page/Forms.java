package noroshi.site.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import noroshi.site.view.FormView;
import noroshi.snapshot.Form;
import noroshi.snapshot.Form.Kind;

/** The forms that beacons check Letters against. The names of forms and fields are agreed with those who read the Letters. */
public final class Forms {

    public static final String SUBSCRIPTION = "subscription";
    public static final String CONFIRMATION = "confirmation";
    public static final String UNSUBSCRIPTION = "unsubscription";
    public static final String INQUIRY = "inquiry";
    public static final String RECEIPT = "receipt";

    /** The search for persons: answered at the beacon, never a Letter. */
    public static final String SAFETY = "safety";

    /** What someone knows of a person: a Letter. */
    public static final String SAFETY_NOTE = "safety-note";

    static final List<String> NAMES =
            List.of(SUBSCRIPTION, CONFIRMATION, UNSUBSCRIPTION, INQUIRY, RECEIPT, SAFETY, SAFETY_NOTE);

    /** The value that chooses all: a resident says so, silence does not. */
    static final String ALL = "all";

    static final Entry EMAIL = new Entry("email", "メールアドレス", Kind.EMAIL, true, 254);
    static final Entry SERIES = new Entry("series", "媒体", Kind.CHOICES, true, 2_000);
    static final Entry AREAS = new Entry("areas", "地域", Kind.CHOICES, true, 4_000);
    static final Entry TOKEN = new Entry("t", "確認の符号", Kind.TOKEN, true, 500);
    static final Entry ONE_CLICK = new Entry("List-Unsubscribe", "解除の方法", Kind.TEXT, false, 100);
    static final Entry DEPARTMENT = new Entry("department", "担当", Kind.TOKEN, true, 40);
    static final Entry NAME = new Entry("name", "お名前", Kind.TEXT, true, 100);
    static final Entry REPLY_TO = new Entry("email", "メールアドレス", Kind.EMAIL, true, 254);
    static final Entry SUBJECT = new Entry("subject", "件名", Kind.TEXT, true, 100);
    static final Entry BODY = new Entry("body", "内容", Kind.LONGTEXT, true, 4_000);
    static final Entry NUMBER = new Entry("number", "受付番号", Kind.TEXT, true, 40);
    static final Entry CODE = new Entry("code", "確認符号", Kind.TEXT, true, 100);

    static final Entry SOUGHT = new Entry("name", "お名前", Kind.TEXT, true, 100);
    static final Entry HOME = new Entry("home", "住所の一部", Kind.TEXT, false, 60);
    static final Entry ABOUT = new Entry("name", "安否を知らせる人の氏名", Kind.TEXT, true, 100);
    static final Entry KANA = new Entry("kana", "氏名のよみ", Kind.TEXT, false, 100);
    static final Entry STATUS = new Entry("status", "安否", Kind.CHOICES, true, 100);
    static final Entry WHERE = new Entry("place", "いる場所・見かけた場所", Kind.TEXT, false, 200);
    static final Entry TOWN = new Entry("home", "住所（町名まで）", Kind.TEXT, false, 100);
    static final Entry SAID = new Entry("body", "伝えたいこと", Kind.LONGTEXT, false, 2_000);
    static final Entry TELLER = new Entry("author", "あなたのお名前", Kind.TEXT, true, 100);
    static final Entry CONTACT = new Entry("contact", "あなたの連絡先", Kind.TEXT, true, 200);
    static final Entry AGREED = new Entry("agreed", "公表への同意", Kind.CHOICES, false, 20);

    private Forms() {}

    /** A field, as the beacon checks it and as the page shows it. */
    record Entry(String name, String label, Kind kind, boolean required, int charactersMax) {

        Form.Field field(List<String> options) {
            return new Form.Field(name, label, kind, required, charactersMax, options);
        }

        FormView.Field view(String hint, String autocomplete) {
            var type =
                    switch (kind) {
                        case EMAIL -> "email";
                        case LONGTEXT -> "long";
                        case TEXT, CHOICE, CHOICES, TOKEN -> "text";
                    };
            return new FormView.Field(name, label, hint, type, required, charactersMax, "", autocomplete, List.of());
        }

        FormView.Field choices(String hint, List<FormView.Choice> choices) {
            return new FormView.Field(name, label, hint, "choices", required, charactersMax, "", "", choices);
        }

        /** One of them. */
        FormView.Field one(String hint, List<FormView.Choice> choices) {
            return new FormView.Field(name, label, hint, "choice", required, charactersMax, "", "", choices);
        }

        FormView.Field hidden(String value) {
            return new FormView.Field(name, label, "", "hidden", required, charactersMax, value, "", List.of());
        }
    }

    /** @param series codes of all governments' series; @param areas codes of all areas: the office checks which belong together */
    public static List<Form> all(Set<String> series, Set<String> areas) {
        return List.of(
                form(SUBSCRIPTION, EMAIL.field(List.of()), SERIES.field(andAll(series)), AREAS.field(andAll(areas))),
                form(CONFIRMATION, TOKEN.field(List.of())),
                form(UNSUBSCRIPTION, TOKEN.field(List.of()), ONE_CLICK.field(List.of())),
                form(
                        INQUIRY,
                        DEPARTMENT.field(List.of()),
                        NAME.field(List.of()),
                        REPLY_TO.field(List.of()),
                        SUBJECT.field(List.of()),
                        BODY.field(List.of())),
                form(RECEIPT, NUMBER.field(List.of()), CODE.field(List.of())),
                form(SAFETY, SOUGHT.field(List.of()), HOME.field(List.of())),
                form(
                        SAFETY_NOTE,
                        ABOUT.field(List.of()),
                        KANA.field(List.of()),
                        STATUS.field(SafetyForms.STATUSES),
                        WHERE.field(List.of()),
                        TOWN.field(List.of()),
                        SAID.field(List.of()),
                        TELLER.field(List.of()),
                        CONTACT.field(List.of()),
                        AGREED.field(List.of("yes"))));
    }

    private static List<String> andAll(Set<String> codes) {
        var options = new TreeSet<>(codes);
        options.add(ALL);
        return List.copyOf(options);
    }

    private static Form form(String name, Form.Field... fields) {
        return new Form(name, new ArrayList<>(List.of(fields)), "/thanks/" + name, "/refused/" + name);
    }
}
