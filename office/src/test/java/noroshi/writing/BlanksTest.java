package noroshi.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BlanksTest {

    @Test
    void eachNameIsOneBlankWithItsTypeAndDefault() {
        var blanks = Blanks.in("{{場所}}で断水", "{{開始:日時}}から{{場所}}で。{{原因：選択＝地震／津波}} {{電話:電話=022-000-1007}}");

        assertThat(blanks).extracting(Blank::name).containsExactly("場所", "開始", "原因", "電話");
        assertThat(blanks)
                .extracting(Blank::type)
                .containsExactly(Blank.Type.WORDS, Blank.Type.DATETIME, Blank.Type.CHOICE, Blank.Type.PHONE);
        assertThat(blanks.get(2).choices()).containsExactly("地震", "津波");
        assertThat(blanks.get(3).initial()).isEqualTo("022-000-1007");
    }

    @Test
    void valuesStandAsJapaneseWritesThem() {
        assertThat(Blanks.filled(
                        "{{開始:日時}}、約{{世帯:数}}世帯、{{期限:日付}}、{{知らない}}",
                        Map.of("開始", "2026-04-01T14:05", "世帯", "1200", "期限", "2026-04-02")))
                .isEqualTo("2026年4月1日（水曜日）午後2時5分、約1,200世帯、2026年4月2日（木曜日）、{{知らない}}");
    }

    @Test
    void whatIsMissingOrWrongIsSaidByName() {
        var blanks = Blanks.in("{{場所}}{{開始:日時}}{{原因:選択=地震/津波}}{{世帯:数}}");

        assertThat(Blanks.problems(blanks, Map.of("開始", "あした", "原因", "風", "世帯", "確認中")))
                .containsOnlyKeys("場所", "開始", "原因");
    }

    @Test
    void aTypeThatDoesNotExistIsAFlawOfTheText() {
        assertThat(Blanks.flaws("{{場所:住所}}")).singleElement().asString().contains("住所");
        assertThat(Blanks.flaws("{{場所}}", "| a | {{b}} |")).isEmpty();
    }
}
