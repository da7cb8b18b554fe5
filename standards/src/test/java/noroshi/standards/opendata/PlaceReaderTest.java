package noroshi.standards.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class PlaceReaderTest {

    private static final String OLD = "NO,名称,住所,緯度,経度,災害種別_洪水,災害種別_津波,想定収容人数\r\n";

    private static Reading read(byte[] bytes) {
        var opened = TableFile.open(bytes);
        assertThat(opened).isInstanceOf(Opened.Read.class);
        return PlaceReader.read(((Opened.Read) opened).table());
    }

    private static Reading read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSameRowsComeFromEveryEncoding() {
        var text = OLD + "1,\"浜\n小学校\",石巻市中央1-1,38.4,141.3,○,,100人\r\n";
        var expected = read(text).accepted();

        assertThat(expected).hasSize(1);
        assertThat(expected.getFirst().name()).isEqualTo("浜 小学校");
        assertThat(expected.getFirst().district()).isEqualTo("中央");
        assertThat(expected.getFirst().capacity()).isEqualTo(100);
        assertThat(read("\uFEFF" + text).accepted()).isEqualTo(expected);
        assertThat(read(text.getBytes(Charset.forName("windows-31j"))).accepted())
                .isEqualTo(expected);
    }

    @Test
    void aRowThatIsLeftOutIsNamedWithItsLineAlsoBelowQuotedLineBreaks() {
        var reading = read(
                OLD + "1,\"A\nB\",,38.4,141.3,,,\n,,,,,,,\n2,,,38.4,141.3,1,1,\n1,C,,38.4,141.3,,,\n3,D,,,,,,,多い\n");

        assertThat(reading.rows()).isEqualTo(5);
        assertThat(reading.reported())
                .extracting(one -> one.line() + one.reason().substring(0, 6))
                .containsExactly("4どの列も空の", "5名称がありま", "6番号「1」が", "7見出しより1");
        assertThat(reading.reported().get(2).reason()).contains("2行目と同じ");
    }

    @Test
    void coordinatesTheWrongWayRoundAreTurnedAndImpossibleOnesLeftAway() {
        var reading = read(OLD + """
                1,逆,,141.3,38.4,,,
                2,海外,,48.8,2.35,,,
                3,全角,,３８．４,１４１．３,,,
                4,読点つき,,"38.4, ",141.3,,,
                5,遠い,,38.4,148.3,,,
                """);

        assertThat(reading.accepted().get(0).position())
                .isEqualTo(reading.accepted().get(2).position());
        assertThat(reading.accepted().get(0).remarks().getFirst()).contains("逆");
        assertThat(reading.accepted().get(1).position()).isNull();
        assertThat(reading.accepted().get(3).position()).isNotNull();
        assertThat(reading.accepted().get(4).position()).isNull();
        assertThat(reading.accepted().get(4).remarks().getFirst()).contains("km離れています");
    }

    @Test
    void whatIsNoTableIsRefusedWithTheNextStep() {
        assertThat(refused(new byte[0])).contains("空です");
        assertThat(refused(new byte[] {(byte) 0x81, (byte) 0xFF, 0x00, (byte) 0xFD}))
                .contains("文字コード");
        assertThat(refused("a,\"b".getBytes(StandardCharsets.UTF_8))).contains("閉じていません");
        assertThat(refused("{\"a\":".getBytes(StandardCharsets.UTF_8))).contains("JSONとして読めません");
        assertThat(refused("PK\3\4broken".getBytes(StandardCharsets.UTF_8))).contains("Excel");
    }

    @Test
    void aSpreadsheetThatUnfoldsWithoutEndIsRefused() throws IOException {
        assertThat(refused(workbook(Map.of("xl/worksheets/sheet1.xml", " ".repeat(3_000_000)))))
                .contains("圧縮爆弾");
    }

    @Test
    void aSpreadsheetReadsNoEntityFromOutside() throws IOException {
        var hostile =
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>";

        assertThat(TableFile.open(workbook(Map.of("xl/worksheets/sheet1.xml", hostile))))
                .isInstanceOf(Opened.Refused.class);
    }

    /** One long text, referred to from every cell: small in the file, endless in the table. */
    @Test
    void oneTextInEveryCellIsNoTable() throws IOException {
        var strings = "<sst><si><t>" + "長い".repeat(9_000) + "</t></si><si><t>名称</t></si></sst>";
        // Each row differs, so that the file does not look packed too well.
        var random = new java.util.Random(7);
        var rows = new StringBuilder("<worksheet><sheetData><row><c t=\"s\"><v>1</v></c></row>");
        for (int i = 0; i < 3_000; i++)
            rows.append("<row a=\"%x\"><c t=\"s\"><v>0</v></c></row>".formatted(random.nextLong()));
        var file = workbook(Map.of(
                "xl/sharedStrings.xml",
                strings,
                "xl/worksheets/sheet1.xml",
                rows.append("</sheetData></worksheet>").toString()));

        assertThat(refused(file)).contains("40,000,000字");
    }

    /** A table of it would be features times columns: 36 million cells of a file of 150 KB. */
    @Test
    void featuresWithColumnsOfTheirOwnAreNoTable() {
        var features = IntStream.range(0, 6_000)
                .mapToObj("{\"properties\":{\"k%d\":1}}"::formatted)
                .collect(Collectors.joining(",", "{\"features\":[", "]}"));

        assertThat(refused(features.getBytes(StandardCharsets.UTF_8))).contains("200");
    }

    @Test
    void aFeatureWithAnEndlessValueIsNoPlace() {
        var feature = "{\"features\":[{\"properties\":{\"名称\":\"" + "長".repeat(20_001) + "\"}}]}";

        assertThat(refused(feature.getBytes(StandardCharsets.UTF_8))).contains("20,000");
    }

    @Test
    void whatJsonWritesItReads() {
        var text = "{\"a\":[1,2.50,null,true,\"\\u003c\\\"\\n\"],\"b\":{}}";

        assertThat(Json.write(Json.read(text))).isEqualTo(text);
    }

    private static String refused(byte[] bytes) {
        return ((Opened.Refused) TableFile.open(bytes)).reason();
    }

    private static byte[] workbook(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
