package noroshi.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class WordDocumentTest {

    private static final String NAMES =
            "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' xmlns:a='a' xmlns:wp='wp'";

    @Test
    void headingsListsTablesLinksNotesAndImagesComeAlong() throws IOException {
        var read = WordDocument.read(
                whole(), picture -> "/media/" + (picture.alt().isEmpty() ? "b" : "a").repeat(64) + ".png");

        var cleaned = ((WordDocument.Read.Done) read).cleaned();
        assertThat(cleaned.markdown()).isEqualTo("""
                ## 給水所

                水は**無料**です[^2]

                1. 容器
                   - 袋
                2. 台車

                | 場所 | 時間 |
                | --- | --- |
                | 石巻 | 9時 |
                | 石巻 | 10時 |

                [県の案内](https://www.pref.miyagi.example/)

                ![給水車](/media/%s.png)

                ![](/media/%s.png)

                [^2]: 一人20リットルまで。
                """.formatted("a".repeat(64), "b".repeat(64)));
        assertThat(cleaned.notes()).anyMatch(note -> note.message().contains("代替テキスト"));
    }

    private static byte[] whole() throws IOException {
        return docx(Map.of(
                "word/document.xml",
                document("<w:p><w:pPr><w:pStyle w:val='a1'/></w:pPr><w:r><w:t>給水所</w:t></w:r></w:p>"
                        + "<w:p><w:r><w:t xml:space='preserve'>水は</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>無料</w:t></w:r><w:r><w:t>です</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:del><w:r><w:delText>消した</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>隠した</w:t></w:r></w:p>"
                        + item("7", "0", "容器") + item("7", "1", "袋") + item("7", "0", "台車")
                        + "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("場所", "") + cell("時間", "")
                        + "</w:tr><w:tr>"
                        + cell("石巻", "<w:vMerge w:val='restart'/>") + cell("9時", "") + "</w:tr><w:tr>"
                        + cell("", "<w:vMerge/>") + cell("10時", "") + "</w:tr></w:tbl>"
                        + "<w:p><w:hyperlink r:id='rId9'><w:r><w:t>県の案内</w:t></w:r></w:hyperlink></w:p>"
                        + "<w:p><w:r><w:drawing><wp:docPr descr='給水車'/><a:blip r:embed='rId5'/></w:drawing></w:r></w:p>"
                        + "<w:p><w:r><w:drawing><wp:docPr/><a:blip r:embed='rId6'/></w:drawing></w:r></w:p>"),
                "word/styles.xml",
                "<w:styles " + NAMES + "><w:style w:styleId='a1'><w:name w:val='heading 1'/></w:style></w:styles>",
                "word/numbering.xml",
                "<w:numbering " + NAMES
                        + "><w:abstractNum w:abstractNumId='3'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/></w:lvl><w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/></w:lvl></w:abstractNum><w:num w:numId='7'><w:abstractNumId w:val='3'/></w:num></w:numbering>",
                "word/footnotes.xml",
                "<w:footnotes " + NAMES
                        + "><w:footnote w:id='2'><w:p><w:r><w:t>一人20リットルまで。</w:t></w:r></w:p></w:footnote></w:footnotes>",
                "word/_rels/document.xml.rels",
                "<Relationships><Relationship Id='rId9' Target='https://www.pref.miyagi.example/'/><Relationship Id='rId5' Target='media/a.png'/><Relationship Id='rId6' Target='media/b.png'/></Relationships>",
                "word/media/a.png",
                "A",
                "word/media/b.png",
                "B"));
    }

    @Test
    void aZipBombNamedDocxIsRefusedInWords() throws IOException {
        var bomb = docx(Map.of("word/document.xml", document("<w:p/>"), "word/media/x.bin", "\0".repeat(30_000_000)));

        assertThat(bomb.length).isLessThan(200_000);
        assertThat(refusal(bomb)).contains("大きくなりすぎる");
    }

    @Test
    void whatIsNoWordDocumentIsRefusedInWords() throws IOException {
        assertThat(refusal("ただの文".getBytes(StandardCharsets.UTF_8))).contains(".docx");
        assertThat(refusal(docx(Map.of("x.txt", "x")))).contains("Word文書ではありません");
        var cut = docx(Map.of("word/document.xml", document("<w:p><w:r><w:t>文</w:t></w:r></w:p>".repeat(5_000))));
        assertThat(refusal(java.util.Arrays.copyOf(cut, cut.length / 3))).isNotEmpty();
        var many = new LinkedHashMap<String, String>();
        for (int i = 0; i <= WordFile.ENTRIES_MAX; i++) many.put("word/" + i, "");
        assertThat(refusal(docx(many))).contains("個を超えて");
    }

    @Test
    void aDocumentDeeperThanTheReaderIsRefusedInWords() throws IOException {
        var noise = new java.util.Random(1)
                .ints(100_000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var deep = docx(Map.of("word/document.xml", document("<w:ins>".repeat(100_000)), "word/x", noise));

        assertThat(refusal(deep)).contains("入れ子が深すぎ");
    }

    @Test
    void entitiesAreNotUnfoldedAndNothingIsFetched() throws IOException {
        var attack = "<!DOCTYPE x [<!ENTITY a 'あ'><!ENTITY b '&a;&a;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
                + document("<w:p><w:r><w:t>&b;&f;文</w:t></w:r></w:p>");

        var read = WordDocument.read(docx(Map.of("word/document.xml", attack)), picture -> "");

        assertThat(((WordDocument.Read.Done) read).cleaned().markdown())
                .contains("文")
                .doesNotContain("root:")
                .doesNotContain("ああ");
    }

    private static String refusal(byte[] file) {
        return WordDocument.read(file, picture -> "") instanceof WordDocument.Read.Refused(var reason) ? reason : "";
    }

    private static String document(String body) {
        return "<w:document " + NAMES + "><w:body>" + body + "</w:body></w:document>";
    }

    private static String item(String number, String level, String words) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val='%s'/><w:numId w:val='%s'/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>"
                .formatted(level, number, words);
    }

    private static String cell(String words, String properties) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr><w:p><w:r><w:t>" + words + "</w:t></w:r></w:p></w:tc>";
    }

    static byte[] docx(Map<String, String> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
