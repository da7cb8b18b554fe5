package noroshi.standards.pfif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PfifTest {
    private static final Instant THEN = Instant.parse("2011-03-12T01:00:00Z");

    @Test
    void anEarlierVersionsNamesAreReadAsTodays() {
        PfifDocument read = read("1.1", """
                <person>
                  <person_record_id>a.example/1</person_record_id><source_date>2011-03-12T01:00:00Z</source_date>
                  <first_name>太郎</first_name><last_name>山田</last_name><home_zip>980-8570</home_zip>
                  <other>description: 左手に傷</other>
                  <note><note_record_id>a.example/n1</note_record_id><source_date>2011-03-12T01:00:00Z</source_date>
                    <found>true</found><text>無事</text></note>
                </person>
                """);
        PfifPerson person = read.persons().getFirst();
        assertThat(person.name()).isEqualTo(new PfifName("山田 太郎", "太郎", "山田", ""));
        assertThat(person.home().postalCode()).isEqualTo("980-8570");
        assertThat(person.description()).isEqualTo("左手に傷");
        assertThat(read.notes().getFirst().contact()).isTrue();
        assertThat(read.notes().getFirst().person()).isEqualTo("a.example/1");
        assertThat(Pfif.read(Pfif.write(read))).isEqualTo(read);
    }

    @Test
    void aBrokenRecordIsListedAndTheOthersAreTaken() {
        PfifDocument read = read("1.4", """
                <person>
                  <person_record_id>a.example/1</person_record_id><source_date>きのう</source_date><full_name>甲</full_name>
                </person>
                <person><person_record_id>a.example/2</person_record_id><source_date>2011-03-12T01:00:00Z</source_date>
                  <full_name>乙</full_name></person>
                <person><person_record_id>番号なし</person_record_id><source_date>2011-03-12T01:00:00Z</source_date>
                  <full_name>丙</full_name></person>
                <note><note_record_id>a.example/n</note_record_id><person_record_id>a.example/2</person_record_id>
                  <source_date>2011-03-12T01:00:00Z</source_date><status>fine</status></note>
                """);
        assertThat(read.persons()).extracting(PfifPerson::id).containsExactly("a.example/2");
        assertThat(read.refused())
                .extracting(RefusedRecord::line, RefusedRecord::id)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "a.example/1"),
                        org.assertj.core.groups.Tuple.tuple(7, "番号なし"),
                        org.assertj.core.groups.Tuple.tuple(9, "a.example/n"));
        assertThat(read.refused().getFirst().reason()).contains("source_date").contains("きのう");
    }

    @Test
    void anExpiredRecordIsWrittenAsItsTombstone() {
        PfifPerson gone = PfifPerson.tombstone("a.example/1", THEN, THEN);
        byte[] written = Pfif.write(PfifDocument.of(List.of(gone), List.of()));
        assertThat(Pfif.read(written).persons()).containsExactly(gone);
        assertThat(new String(written, StandardCharsets.UTF_8)).doesNotContain("full_name");
        assertThat(gone.isTombstone()).isTrue();
    }

    @Test
    void entitiesAndDocumentTypesAreRefused() {
        String fetched = "<!DOCTYPE p [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>";
        String laughs = "<!DOCTYPE p [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>";
        for (String type : List.of(fetched, laughs)) {
            String document = type
                    + "<pfif xmlns='http://zesty.ca/pfif/1.4'><person><full_name>&x;&c;</full_name></person></pfif>";
            assertThatThrownBy(() -> Pfif.read(document.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(PfifRejected.class)
                    .hasMessageContaining("DOCTYPE")
                    .hasMessageContaining("1行目");
        }
        assertThatThrownBy(() -> read("1.4", "<person><full_name>&x;</full_name></person>"))
                .isInstanceOf(PfifRejected.class);
    }

    @Test
    void whatIsNoPfifIsRefused() {
        for (String document : List.of(
                "",
                "氏名,年齢",
                "<pfif/>",
                "<pfif xmlns='http://zesty.ca/pfif/9.9'/>",
                "<html xmlns='http://zesty.ca/pfif/1.4'/>",
                "<pfif xmlns='http://zesty.ca/pfif/1.4'>",
                "<pfif xmlns='http://zesty.ca/pfif/1.4'><person><age><b/></age></person></pfif>")) {
            assertThatThrownBy(() -> Pfif.read(document.getBytes(StandardCharsets.UTF_8)))
                    .as(document)
                    .isInstanceOf(PfifRejected.class);
        }
        assertThatThrownBy(() -> Pfif.read(new byte[] {'<', (byte) 0x93, (byte) 0xfa}))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void thereIsALimitOnEverything() {
        assertThatThrownBy(() -> Pfif.read(new byte[PfifXml.DOCUMENT_BYTES_MAX + 1]))
                .hasMessageContaining("上限");
        assertThatThrownBy(() -> read("1.4", "<person>".repeat(100))).isInstanceOf(PfifRejected.class);
        assertThatThrownBy(() -> read("1.4", "<x>".repeat(100) + "</x>".repeat(100)))
                .hasMessageContaining("入れ子");
        assertThatThrownBy(() -> read(
                        "1.4", "<person><text>" + "あ".repeat(PfifXml.FIELD_CHARACTERS_MAX + 1) + "</text></person>"))
                .hasMessageContaining("文字");
        assertThatThrownBy(() -> read("1.4", "<note/>".repeat(PfifXml.RECORDS_MAX + 1)))
                .hasMessageContaining("件");
    }

    @Test
    void whateverIsWrittenIsReadAgain() {
        for (long seed = 0; seed < 200; seed++) {
            PfifDocument document = new RandomRecords(new Random(seed)).document();
            assertThat(Pfif.read(Pfif.write(document))).as("seed %d", seed).isEqualTo(document);
        }
    }

    private static PfifDocument read(String version, String records) {
        String document = "<pfif xmlns='http://zesty.ca/pfif/" + version + "'>\n" + records + "</pfif>";
        return Pfif.read(document.getBytes(StandardCharsets.UTF_8));
    }
}
