package noroshi.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GramsTest {

    @Test
    void widthCaseAndKanaAreOne() {
        assertThat(Grams.folded("ＡＢｃ１２３カタカナ　ひらがな")).isEqualTo("abc123かたかな ひらがな");
    }

    @Test
    void foldingKeepsEveryPlace() {
        var random = new Random(20260311);
        for (int i = 0; i < 500; i++) {
            var text = IntStream.range(0, 60)
                    .map(n -> random.nextInt(0x20, 0xFFFE))
                    .collect(StringBuilder::new, (s, c) -> s.append((char) c), StringBuilder::append)
                    .toString();
            assertThat(Grams.folded(text)).hasSameSizeAs(text);
        }
    }

    @Test
    void halfWidthKatakanaIsShownAsOneCharacterWithItsMark() {
        assertThat(Grams.shown("ｶﾞｿﾘﾝ  と\n軽油")).isEqualTo("ガソリン と 軽油");
    }

    @Test
    void aTextHasTheGramsOfEachOfItsWords() {
        var text = Grams.of("040002", Grams.folded("県道の通行止めのお知らせ"));
        for (var word : new String[] {"通行止め", "県道", "知", "お知らせ"})
            assertThat(text).contains(Grams.ofWord(Grams.folded(word)));
        assertThat(text).doesNotContain(Grams.ofWord("道県"));
    }
}
