package noroshi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class CsvLinesTest {

    @Test
    void aCellThatASpreadsheetWouldRunCarriesAnApostrophe() {
        var lines = new CsvLines().row("=1+1", "+81", "@x", "-3", "-1,000", "-", "\tx", -3, null);

        assertThat(lines.take()).isEqualTo("\uFEFF'=1+1,'+81,'@x,-3,\"-1,000\",'-,'\tx,-3,\r\n");
    }

    @Test
    void whatSeparatesCellsIsQuoted() {
        assertThat(new CsvLines().row("a,\"b\"", "c\nd").toString()).isEqualTo("\uFEFF\"a,\"\"b\"\"\",\"c\nd\"\r\n");
    }

    @Test
    void theMarkStandsOnlyBeforeTheFirstRow() {
        var lines = new CsvLines().row(1);

        assertThat(lines.take()).isEqualTo("\uFEFF1\r\n");
        assertThat(lines.row(2).take()).isEqualTo("2\r\n");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var letters = List.of("あ", ",", "\"", "\n", "\r", " ", "x", "");
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (int i = 0; i < 2_000; i++) {
            var cells = new ArrayList<String>();
            for (int cell = 0; cell <= random.nextInt(4); cell++) {
                var text = new StringBuilder("語");
                for (int at = random.nextInt(5); at > 0; at--) text.append(letters.get(random.nextInt(letters.size())));
                cells.add(text.toString());
            }
            var written = new CsvLines().row(cells.toArray()).row("終").toString();

            var read = CsvRecords.read(written, ',', 10);

            assertThat(read.unclosed()).isFalse();
            assertThat(read.lines()).extracting(CsvRecords.Line::cells).containsExactly(cells, List.of("終"));
        }
    }

    @Test
    void aFileThatEndsWithinQuotationMarksSaysSo() {
        assertThat(CsvRecords.read("a,\"b\nc", ',', 10).unclosed()).isTrue();
        assertThat(CsvRecords.read("a\tb\n\n c ", '\t', 10).lines())
                .containsExactly(
                        new CsvRecords.Line(1, List.of("a", "b")),
                        new CsvRecords.Line(2, List.of("")),
                        new CsvRecords.Line(3, List.of(" c ")));
        assertThat(CsvRecords.read("1\n2\n3\n4", ',', 2).lines()).hasSize(3);
    }
}
