package noroshi.standards.lalert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import noroshi.standards.lalert.Body.EvacuationOrders;
import noroshi.standards.lalert.Body.Headquarters;
import noroshi.standards.lalert.Body.Shelters;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The bytes of each kind stand in src/test/resources/lalert/golden; -Dlalert.golden=write writes them anew. */
class LalertGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/lalert/golden");
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-03-11T15:00:00+09:00");
    private static final UUID ID = UUID.fromString("7e573043-fc3c-4a6b-bdb8-a9608233b0af");
    private static final Office OFFICE = new Office("042021", "石巻市", "いしのまきし", "0225-00-0000");

    private static final Map<String, Document> DOCUMENTS = Map.of(
            "evacuation", document(Status.ACTUAL, 2, evacuation()),
            "evacuation-drill", document(Status.EXERCISE, 2, evacuation()),
            "shelters", document(Status.ACTUAL, 1, shelters()),
            "headquarters", document(Status.ACTUAL, 1, headquarters()),
            "headquarters-drill", document(Status.EXERCISE, 1, headquarters()));

    @Test
    void everyKindIsWrittenAsItsGoldenSays() throws IOException {
        boolean write = "write".equals(System.getProperty("lalert.golden"));
        for (var one : DOCUMENTS.entrySet()) {
            var golden = GOLDEN.resolve(one.getKey() + ".xml");
            var bytes = LalertWriter.write(one.getValue());
            if (write) Files.write(golden, bytes);
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .as(one.getKey())
                    .isEqualTo(Files.readString(golden));
        }
    }

    @Test
    void everyDocumentIsWellFormedAndSaysThatItIsUnverified() throws Exception {
        for (var document : DOCUMENTS.values()) {
            var bytes = LalertWriter.write(document);
            var root = parsed(bytes);
            assertThat(root.getLocalName()).isEqualTo("EDXLDistribution");
            assertThat(text(root, "urn:oasis:names:tc:emergency:EDXL:DE:1.0", "value"))
                    .isEqualTo("unverified");
            assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("<!-- UNVERIFIED 未検証");
        }
    }

    @Test
    void aDrillSaysSoInItsStatusAndInEveryTextForPeopleAndTheRealThingNowhere() throws Exception {
        for (var body : List.of(evacuation(), shelters(), headquarters())) {
            var drill = new String(LalertWriter.write(document(Status.EXERCISE, 1, body)), StandardCharsets.UTF_8);
            assertThat(drill).contains("<edxlde:distributionStatus>Exercise<", "<!-- 訓練です。実際の災害ではありません。 -->");
            assertThat(drill).contains("<pcx_ib:Title>【訓練】", "<pcx_ib:Text>【訓練】", "<edxlde:contentDescription>【訓練】");
            assertThat(drill).contains("DisasterName>【訓練】", "ComplementaryInfo>【訓練】これは実際の災害ではありません。");
            assertThat(drill).doesNotContain("Actual");
            var real = new String(LalertWriter.write(document(Status.ACTUAL, 1, body)), StandardCharsets.UTF_8);
            assertThat(real).doesNotContain("訓練", "Exercise");
        }
    }

    @Test
    void whatPeopleTypedCannotBreakTheDocument() throws Exception {
        var nasty = "</Report><!-- ]]> & \" \u0000 \uFFFF 鬼\uD842\uDFB7";
        var document = document(
                Status.ACTUAL,
                1,
                new EvacuationOrders(
                        nasty,
                        nasty,
                        List.of(new EvacuationOrders.Detail(
                                nasty, true, List.of(new EvacuationOrders.Area(nasty, AT))))));

        var root = parsed(LalertWriter.write(document));

        assertThat(text(root, "http://xml.publiccommons.ne.jp/pcxml1/body/evacuation3", "ComplementaryInfo"))
                .isEqualTo("</Report><!-- ]]> & \"   鬼\uD842\uDFB7");
    }

    @Test
    void revisionsNameTheOneBeforeAndAWithdrawalSaysWhy() {
        var second = new String(LalertWriter.write(document(Status.ACTUAL, 2, headquarters())), StandardCharsets.UTF_8);
        assertThat(second).contains("previousDocumentRevision>1<", "commons:documentRevision>2<", "Type>Update<");

        assertThatThrownBy(() -> made(Status.ACTUAL, 2, Type.REPORT, "", headquarters()))
                .hasMessageContaining("cannot be a REPORT");
        assertThatThrownBy(() -> made(Status.ACTUAL, 2, Type.CANCEL, "", headquarters()))
                .hasMessageContaining("says why");
        var withdrawn = LalertWriter.write(made(Status.ACTUAL, 2, Type.CANCEL, "誤報のため", headquarters()));
        assertThat(new String(withdrawn, StandardCharsets.UTF_8)).contains("<pcx_eb:Description>誤報のため<");
    }

    private static Document document(Status status, int revision, Body body) {
        return made(status, revision, revision == 1 ? Type.REPORT : Type.UPDATE, "", body);
    }

    private static Document made(Status status, int revision, Type type, String errata, Body body) {
        return new Document(
                "042021.www.example.jp",
                ID,
                revision,
                status,
                type,
                OFFICE,
                "石巻市 見出し",
                "津波のおそれがあります。",
                AT.plusSeconds(1),
                AT.minusHours(1),
                AT,
                errata,
                body);
    }

    private static Body evacuation() {
        return new EvacuationOrders(
                "津波",
                "川に近づかないでください。",
                List.of(
                        new EvacuationOrders.Detail("避難指示", true, List.of(new EvacuationOrders.Area("石巻市 門脇町", AT))),
                        new EvacuationOrders.Detail("高齢者等避難", false, List.of(new EvacuationOrders.Area("石巻市全域", AT)))));
    }

    private static Body shelters() {
        return new Shelters(
                "津波",
                "",
                List.of(
                        new Shelters.Shelter(
                                "石巻小学校",
                                "いしのまきしょうがっこう",
                                "石巻市日和が丘",
                                "38.42,141.30,0",
                                "0225-00-0001",
                                "避難所",
                                "開設",
                                "混雑",
                                AT,
                                AT.plusMinutes(30),
                                300,
                                120,
                                10,
                                45,
                                null),
                        new Shelters.Shelter(
                                "中学校", "", "", "", "", "避難所", "閉鎖", "不明", AT, AT, null, null, null, null, null)));
    }

    private static Body headquarters() {
        return new Headquarters("津波", "本部長：市長", "対策本部", true, "災害対策本部", AT);
    }

    private static Element parsed(byte[] bytes) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getDocumentElement();
    }

    private static String text(Element root, String namespace, String name) {
        return root.getElementsByTagNameNS(namespace, name).item(0).getTextContent();
    }
}
