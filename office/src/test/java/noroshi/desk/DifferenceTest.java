package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What differs between two texts: by words, and in the rendered page. */
class DifferenceTest {

    @Test
    void japaneseIsCutWhereTheKindOfLetterChanges() {
        assertThat(WordDiff.words("仮設住宅の相談窓口を10月1日からオープンします。Wi-Fi可"))
                .containsExactly(
                        "仮設住宅", "の", "相談窓口", "を", "10", "月", "1", "日", "から", "オープン", "します", "。", "Wi", "-", "Fi", "可");
    }

    @Test
    void onlyTheWordsThatDifferAreMarked() {
        assertThat(WordDiff.pieces("開始は10時です。", "開始は13時です。"))
                .containsExactly(
                        new WordDiff.Piece(ArticleDiff.Kind.SAME, "開始は"),
                        new WordDiff.Piece(ArticleDiff.Kind.REMOVED, "10"),
                        new WordDiff.Piece(ArticleDiff.Kind.ADDED, "13"),
                        new WordDiff.Piece(ArticleDiff.Kind.SAME, "時です。"));
    }

    @Test
    void theEditsLeadFromOneListToTheOther() {
        var random = new Random(20260311);
        for (int round = 0; round < 2_000; round++) {
            var before = list(random);
            var after = list(random);
            var edits = Edits.between(before, after);

            assertThat(side(edits, ArticleDiff.Kind.ADDED)).isEqualTo(before);
            assertThat(side(edits, ArticleDiff.Kind.REMOVED)).isEqualTo(after);
        }
    }

    @Test
    void whatHasTooLittleInCommonIsReplacedAsAWhole() {
        var before = new ArrayList<String>();
        var after = new ArrayList<String>();
        for (int i = 0; i < 30_000; i++) {
            before.add("a" + i);
            after.add("b" + i);
        }

        assertThat(Edits.between(before, after)).hasSize(60_000);
    }

    @Test
    void theRenderedPagesAreMarkedWhereTheyDiffer() {
        var pages = LooksDiff.compare(
                "<html><head><style>p{color:red}</style></head><body><main><p>会場は<b>県庁</b>です。</p></main></body></html>",
                "<html><head><style>p{color:red}</style></head><body><main><p>会場は<b>合同庁舎</b>です。</p><img src=\"a.png\" alt=\"地図\"></main></body></html>");

        assertThat(pages.older()).contains("<b><del><mark>県庁</mark></del></b>").doesNotContain("<ins>");
        assertThat(pages.newer())
                .contains("<b><ins><mark>合同庁舎</mark></ins></b>", "<ins><img src=\"a.png\" alt=\"地図\"></ins>")
                .contains("<style>p{color:red}</style>");
        assertThat(LooksDiff.compare("<main><p>同じ</p></main>", "<main><p>同じ</p></main>")
                        .changes())
                .isZero();
    }

    private static List<String> list(Random random) {
        return random.ints(random.nextInt(9), 'a', 'd')
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.toList());
    }

    /** The words of one side: all but those that stand on the other alone. */
    private static List<String> side(List<Edits.Edit> edits, ArticleDiff.Kind without) {
        return edits.stream()
                .filter(edit -> edit.kind() != without)
                .map(Edits.Edit::word)
                .toList();
    }
}
