package noroshi.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import noroshi.publishing.Markdown;
import noroshi.publishing.Outcome.Problem;
import org.junit.jupiter.api.Test;

/** Typed values: checked, written into a body, gathered in tables and open data. */
class FormsTest {

    private static final Field KIND = field("kind", "種別", FieldType.CHOICE, "工事", "物品");
    private static final Field DEADLINE = field("deadline", "締切", FieldType.DATE);
    private static final Field PRICE = field("price", "予定価格", FieldType.MONEY);
    private static final Field PLACE = field("place", "場所", FieldType.PLACE);
    private static final Field OUTLINE = field("outline", "概要", FieldType.LONG);
    private static final Field LOTS = field("lots", "内訳", FieldType.TABLE, "区分", "数量");
    private static final Form FORM =
            new Form("tenders", "tenders", "入札公告", 1, List.of(KIND, DEADLINE, PRICE, PLACE, OUTLINE, LOTS), "", false);

    private static Field field(String id, String label, FieldType type, String... options) {
        return new Field(id, label, type, true, 0, "", List.of(options), true);
    }

    private static Values values(String kind, String deadline, String price) {
        return new Values(
                Map.of(
                        "kind", List.of(kind),
                        "deadline", List.of(deadline),
                        "price", List.of(price),
                        "place", List.of("石巻市|雲雀野町", "38.4135", "141.2764"),
                        "outline", List.of("## 目的\n\n直す。"),
                        "lots", List.of("ブロック | 120\n砂\t3")),
                "");
    }

    @Test
    void aBodyIsATableOfTheShortValuesAndSectionsForTheLong() {
        var body = FormBody.of(FORM, values("工事", "2026-04-01", "84500000"), Names.NONE);

        assertThat(body)
                .contains("| 種別 | 工事 |", "| 締切 | 2026年4月1日（水曜日） |", "| 予定価格 | 84,500,000円 |", "石巻市\\|雲雀野町（北緯38.4135度")
                .contains("## 概要\n\n## 目的", "| 区分 | 数量 |\n| --- | --- |\n| ブロック | 120 |\n| 砂 | 3 |");
        assertThat(Markdown.render(body).notices()).isEmpty();
    }

    @Test
    void aTemplateSaysWhereValuesStandAndEmptyOnesLeaveNothing() {
        var form = new Form("t", "t", "t", 1, List.of(KIND, PRICE), "種別は{{種別}}です。\n{{予定価格}}\n{{項目}}", false);

        assertThat(FormBody.of(form, new Values(Map.of("kind", List.of("工事")), "補足"), Names.NONE))
                .isEqualTo("種別は工事です。\n| 項目 | 内容 |\n| --- | --- |\n| 種別 | 工事 |\n\n補足\n");
        assertThat(FormBody.unknown(new Form("t", "t", "t", 1, List.of(KIND), "{{ない}}{{種別}}", false)))
                .containsExactly("ない");
    }

    @Test
    void wrongValuesAreNamedAtTheirFields() {
        var wrong = new Values(
                Map.of(
                        "kind", List.of("風"),
                        "deadline", List.of("2026-02-30"),
                        "price", List.of("たくさん"),
                        "place", List.of("石巻", "141.2764", "38.4135"),
                        "lots", List.of("a|b|c")),
                "");

        assertThat(ValueCheck.problems(FORM, wrong))
                .extracting(Problem::field)
                .containsExactly(
                        "field-kind", "field-deadline", "field-price", "field-place", "field-outline", "field-lots");
    }

    @Test
    void entriesAreSortedByTheirDayAndThoseThatAreOverStandBelow() {
        var table = new EntryTable(
                FORM,
                List.of(
                        entry(1, "古い", "2026-03-01", "10"),
                        entry(2, "あと", "2026-05-01", "9"),
                        entry(3, "先", "2026-04-10", "1000")),
                Names.NONE);

        var text = table.sorted(DEADLINE, LocalDate.of(2026, 4, 1));

        assertThat(text.indexOf("[先]")).isLessThan(text.indexOf("[あと]"));
        assertThat(text.indexOf("終わったもの")).isBetween(text.indexOf("[あと]"), text.indexOf("[古い]"));
        var byPrice = table.sorted(PRICE, LocalDate.of(2026, 4, 1));
        assertThat(byPrice.indexOf("[あと]")).isLessThan(byPrice.indexOf("[古い]"));
        assertThat(table.of(KIND, "物品")).contains("いまはありません");
        assertThat(Markdown.render(text).notices()).isEmpty();
    }

    @Test
    void openDataIsCsvThatNoSpreadsheetTakesForAFormula() {
        var csv = OpenData.csv(
                FORM, List.of(entry(1, "=1+1,\"x\"", "2026-04-01", "10")), Names.NONE, "https://x.example/040002");

        assertThat(csv).startsWith("\uFEFF番号,題名,URL,種別,締切,予定価格,場所,場所（緯度）,場所（経度）");
        assertThat(csv).contains("1,\"'=1+1,\"\"x\"\"\",https://x.example/040002/tenders/1,工事,2026-04-01,10,");
        assertThat(OpenData.json(FORM, List.of(entry(1, "題", "2026-04-01", "10")), Names.NONE, "b"))
                .contains("\"予定価格\" : 10");
    }

    @Test
    void definitionsAndValuesComeBackAsTheyWere() {
        assertThat(FormJson.form("tenders", "tenders", "入札公告", 1, FormJson.definition(FORM)))
                .isEqualTo(FORM);
        var values = values("工事", "2026-04-01", "1");
        assertThat(FormJson.values(FormJson.values(values))).isEqualTo(values);
    }

    private static Entry entry(long id, String title, String deadline, String price) {
        return new Entry(id, title, values("工事", deadline, price), Instant.EPOCH, null);
    }
}
