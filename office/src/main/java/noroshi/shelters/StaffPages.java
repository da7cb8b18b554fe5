package noroshi.shelters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import noroshi.site.SourceFile;
import noroshi.site.SourceSheet;
import noroshi.site.SourceSheet.Section;
import noroshi.snapshot.Form;
import noroshi.snapshot.Form.Field;
import noroshi.snapshot.Form.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Where a shelter's staff report from a telephone. Beacons serve it, also with the office gone. Without script the sheet's code stands in the form;
 * with it the telephone signs with a key of its own, keeps what could not be sent, and shows what others told meanwhile.
 */
final class StaffPages {

    static final String PATH = "/shelters/report";
    static final String DEVICE_PATH = "/shelters/device";
    static final String REPORT = "shelter-report";
    static final String ENROLMENT = "shelter-device";
    static final String SCRIPT = "/shelters/report.js";

    /** Minutes from the report to the promised next one; 0: none is promised. */
    static final List<String> NEXT = List.of("60", "180", "360", "720", "0");

    private static final String TEMPLATE = resource("report.html");
    private static final String SENT = "/shelters/report/sent";
    private static final String REFUSED = "/shelters/report/refused";

    private static final String SENT_WORDS =
            "<p>報告を安全に受け付けました。庁内で確かめたうえで、数秒のうちに公開されます。</p><p>受付番号：\0blank receipt.number\0</p><p><a href=\"../report\">続けて報告する</a></p>";
    private static final String REFUSED_WORDS =
            "<div class=\"problems\" role=\"alert\">\0blank problems\0</div><p>まだ受け付けていません。前の画面に戻って直してください。</p>";

    private StaffPages() {}

    private static Field field(String name, String label, Kind kind, boolean required, int max, List<String> options) {
        return new Field(name, label, kind, required, max, options);
    }

    static Form report() {
        var fields = new ArrayList<Field>();
        fields.add(field("code", "合言葉", Kind.TEXT, false, 40, List.of()));
        fields.add(field("state", "開設状況", Kind.CHOICE, true, 20, names(State.values())));
        fields.add(field("people", "避難者数", Kind.TEXT, false, 6, List.of()));
        fields.add(field("households", "世帯数", Kind.TEXT, false, 6, List.of()));
        fields.add(field("voluntary_people", "うち自主避難者数", Kind.TEXT, false, 6, List.of()));
        fields.add(field("voluntary_households", "うち自主避難世帯数", Kind.TEXT, false, 6, List.of()));
        fields.add(field("crowding", "混雑", Kind.CHOICE, true, 20, names(Crowding.values())));
        for (var need : Need.values())
            fields.add(field(need.code(), need.japanese(), Kind.CHOICE, true, 20, names(Need.Answer.values())));
        fields.add(field("note", "連絡事項", Kind.LONGTEXT, false, Told.NOTE_CHARACTERS_MAX, List.of()));
        fields.add(field("next", "次の報告", Kind.CHOICE, true, 5, NEXT));
        fields.add(field("place", "避難所", Kind.TOKEN, false, 20, List.of()));
        fields.add(field("device", "端末", Kind.TOKEN, false, 64, List.of()));
        fields.add(field("seen", "見ていた報告", Kind.TOKEN, false, 20, List.of()));
        fields.add(field("sent", "報告の時刻", Kind.TOKEN, false, 40, List.of()));
        fields.add(field("signature", "署名", Kind.TOKEN, false, 200, List.of()));
        return new Form(REPORT, fields, SENT, REFUSED);
    }

    static Form enrolment() {
        return new Form(
                ENROLMENT,
                List.of(
                        field("place", "避難所", Kind.TOKEN, true, 20, List.of()),
                        field("code", "合言葉", Kind.TOKEN, true, 40, List.of()),
                        field("key", "端末の鍵", Kind.TOKEN, true, 400, List.of()),
                        field("label", "端末の名前", Kind.TEXT, false, 60, List.of())),
                SENT,
                REFUSED);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    static List<SourceSheet> sheets(String government) {
        var form = TEMPLATE.replace("{{needs}}", needs());
        var enrolment = "避難所の用紙のQRコードを読み取ると、端末が登録されます。\n\n[避難所からの報告](/shelters/report)\n";
        return List.of(
                page(government, PATH, "避難所からの報告（職員用）", new Section.Markup(form, form), REPORT, SCRIPT),
                page(government, DEVICE_PATH, "報告に使う端末の登録", Section.Words.always(enrolment), ENROLMENT, null),
                page(government, SENT, "報告を受け付けました", new Section.Markup(SENT_WORDS, SENT_WORDS), null, null),
                page(
                        government,
                        REFUSED,
                        "報告の内容をお確かめください",
                        new Section.Markup(REFUSED_WORDS, REFUSED_WORDS),
                        null,
                        null));
    }

    private static SourceSheet page(
            String government,
            String path,
            String title,
            Section section,
            @Nullable String form,
            @Nullable String script) {
        return new SourceSheet(government, path, title, List.of(section), form, script, false);
    }

    private static String needs() {
        var html = new StringBuilder();
        for (var need : Need.values()) {
            html.append("<p class=\"field\"><label for=\"f-%1$s\">%2$s</label><select id=\"f-%1$s\" name=\"%1$s\">"
                    .formatted(need.code(), need.japanese()));
            for (var answer : new Need.Answer[] {Need.Answer.UNKNOWN, Need.Answer.YES, Need.Answer.NO})
                html.append("<option value=\"%s\">%s</option>".formatted(answer.name(), need.says(answer)));
            html.append("</select></p>");
        }
        return html.toString();
    }

    static List<SourceFile> files(String government) {
        return List.of(
                new SourceFile(government, SCRIPT, "text/javascript; charset=utf-8", resource("report.js"), false),
                new SourceFile(
                        government,
                        "/shelters/worker.js",
                        "text/javascript; charset=utf-8",
                        resource("worker.js"),
                        false));
    }

    static String resource(String name) {
        try (var in = Objects.requireNonNull(StaffPages.class.getResourceAsStream("/noroshi/shelters/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
