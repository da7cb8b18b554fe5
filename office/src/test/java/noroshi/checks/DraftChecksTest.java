package noroshi.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftChecksTest {

    private static final Set<String> PLACES =
            Set.of("塩竈市", "亘理町", "七ヶ浜町", "富谷市", "女川町", "大衡村", "涌谷町", "色麻町", "川崎町", "気仙沼市", "山元町");

    @Test
    void aGoodTextHasNoFinding() {
        assertThat(findings("""
                ## 給水所を開設しました

                断水している地区の方は、次の給水所をご利用ください。令和8年11月23日（月）午前9時からです。

                | 場所 | 時間 |
                |---|---|
                | 女川町役場 | 9時から17時まで |

                ### 持ち物

                - 清潔な容器
                - [給水所の一覧（PDF：120KB）](/media/kyusui.pdf)

                ![給水所の入口にある青い旗](/media/hata.jpg)

                川崎市から応援の職員が来ています。`ＡＢＣ ①` は例です。
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MACHINE_DEPENDENT | 説明会①に参加 | 説明会（1）に参加",
                "MACHINE_DEPENDENT | ㈱のろし | 株式会社のろし",
                "MACHINE_DEPENDENT | 面積は12㎡です | 面積は12平方メートルです",
                "MACHINE_DEPENDENT | 第Ⅱ期 | 第2期",
                "MACHINE_DEPENDENT | ㍻30年度 | 平成30年度",
                "MACHINE_DEPENDENT | 20㎏まで | 20kgまで",
                "WIDTH | ﾎｰﾑﾍﾟｰｼﾞ | ホームページ",
                "WIDTH | ＴＥＬ０２２ | TEL022",
                "DATE_FORM | 2026/11/23に開催 | 2026年11月23日に開催",
                "DATE_FORM | R8.11.23 | 令和8年11月23日",
                "DATE_FORM | 11/23（月）に開催 | 11月23日（月）に開催",
                "DATE_WRONG | 令和8年11月23日（火） | 令和8年11月23日（月）",
                "SPACED_WORD | 日　時：あす | 日時：あす",
                "SPACED_WORD | お 知 ら せ | お知らせ",
                "EXCLUDING_WORD | 父兄の皆様 | 保護者の皆様",
                "PLACE_NAME | 塩釜市の避難所 | 塩竈市の避難所",
                "PLACE_NAME | 亙理町の避難所 | 亘理町の避難所",
                "PLACE_NAME | 七ケ浜町の避難所 | 七ヶ浜町の避難所",
                "PLACE_NAME | 女川市の避難所 | 女川町の避難所",
                "PLACE_NAME | 大衝村の避難所 | 大衡村の避難所",
            })
    void oneTapRepairs(String rule, String written, String repaired) {
        var found = findings(written);

        assertThat(found).extracting(Finding::rule).containsExactly(Rule.valueOf(rule));
        assertThat(found.getFirst().repair()).isNotNull();
        var repair = java.util.Objects.requireNonNull(found.getFirst().repair());
        assertThat(repair.applyTo(written)).isEqualTo(repaired);
        assertThat(findings(repair.applyTo(written))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IMAGE_NAME | ![](/media/a.jpg)",
                "ALT_FILE_NAME | ![IMG_0123.jpg](/media/a.jpg)",
                "LINK_TEXT | 詳しくは[こちら](/a)をご覧ください",
                "LINK_TEXT | [ここをクリック](/a)",
                "LINK_FILE | [申請書](/media/a.pdf)",
                "COLOUR_CUE | 赤字の日は休館です",
                "COLOUR_CUE | 赤い枠の区域が対象です",
                "POSITION_CUE | 右の図をご覧ください",
                "POSITION_CUE | 丸いボタンを押してください",
                "DATE_WRONG | 令和8年2月30日",
                "EXCLUDING_WORD | 未亡人",
                "MACHINE_DEPENDENT | 渡\uE000さん",
            })
    void whatAPersonHasToThinkAbout(String rule, String written) {
        assertThat(findings(written)).extracting(Finding::rule).containsExactly(Rule.valueOf(rule));
        assertThat(findings(written).getFirst().repair()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "財政の赤字は解消しました",
                "川崎市と大和市",
                "旧富谷町",
                "1/2にします",
                "2026/11",
                "192.168.0.1",
                "外人部隊の歴史",
                "東京 大阪 名古屋",
                "避難所 3か所",
                "下記のとおり",
                "[避難所の一覧](/a)",
                "山田　太郎",
                "上の句",
                "保母子さん",
                "H2O"
            })
    void whatIsFineIsNotReported(String written) {
        assertThat(findings(written)).isEmpty();
    }

    @Test
    void aFindingStandsAtItsPlaceInTheText() {
        var found = findings("一行目\n\n二行目の①です").getFirst();

        assertThat(found.place()).isEqualTo(new Place(9, 10, 3, 5));
    }

    @Test
    void aSkippedLevelOfHeadingsIsRepaired() {
        var source = "## 一番\n\n#### 二番\n";
        var found = findings(source);

        assertThat(found).extracting(Finding::rule).containsExactly(Rule.HEADING_ORDER);
        assertThat(java.util.Objects.requireNonNull(found.getFirst().repair()).applyTo(source))
                .isEqualTo("## 一番\n\n### 二番\n");
    }

    @Test
    void codeAndAddressesAreNoWords() {
        assertThat(findings("`①` と [申請の案内](/media/ＡＢＣ①)\n\n```\n日　時 父兄\n```\n")).isEmpty();
    }

    @Test
    void aLinkedFileTellsItsSizeByOneTap() {
        var files = Map.of("/media/a.pdf", new LinkedFile("pdf", 123_456, true));
        var source = "[申請書](/media/a.pdf)を出してください";
        var found = Checks.draft(new Draft(source, PLACES, files));

        assertThat(found).hasSize(1);
        assertThat(java.util.Objects.requireNonNull(found.getFirst().repair()).applyTo(source))
                .isEqualTo("[申請書（PDF：123KB）](/media/a.pdf)を出してください");
    }

    @Test
    void aPdfWithoutTagsIsNamedWhereItIsLinked() {
        var files = Map.of("/media/a.pdf", new LinkedFile("pdf", 123_456, false));

        assertThat(Checks.draft(new Draft("[申請書（PDF：123KB）](/media/a.pdf)", PLACES, files)))
                .extracting(Finding::rule)
                .containsExactly(Rule.PDF_TAGS);
    }

    @Test
    void aTableWithoutHeadersIsReported() {
        assertThat(findings("|  |  |\n|---|---|\n| 場所 | 時間 |\n"))
                .extracting(Finding::rule)
                .containsExactly(Rule.TABLE_WITHOUT_HEADERS);
    }

    @Test
    void aTextThatIsMadeToBreakTheReadingIsOnlyReadAsWords() {
        assertThat(Checks.draft(Draft.of("> ".repeat(5_000) + "父兄"))).isNotNull();
        assertThat(Checks.draft(Draft.of("[".repeat(20_000)))).isEmpty();
    }

    private static List<Finding> findings(String markdown) {
        return Checks.draft(new Draft(markdown, PLACES, Map.of()));
    }
}
