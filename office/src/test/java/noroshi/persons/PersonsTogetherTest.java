package noroshi.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import noroshi.platform.Announcement;
import noroshi.platform.Event;
import org.junit.jupiter.api.Test;

/** Acts on several persons at once, and what became of those who were put together. */
class PersonsTogetherTest extends PersonsHouse {

    @Test
    void aFamilyOfWhichOneIsNotThereChecksInAsAWholeOrNotAtAll() {
        long father = person("佐藤", "健", "さとう", "けん", Consent.UNKNOWN);
        long child = person("佐藤", "翼", "さとう", "つばさ", Consent.UNKNOWN);
        protect(child);

        var outcome = write().checkIn(ISHINOMAKI, List.of(father, child), "門脇中学校", writer, clock.instant());

        assertThat(outcome).isInstanceOf(PersonOutcome.Missing.class);
        assertThat(tenancy.in(ISHINOMAKI, () -> notes.list(ISHINOMAKI, father))).isEmpty();
    }

    @Test
    void whatWasSaidOfARecordThatWasPutIntoAnotherIsSaidOfThatOneInPublic() {
        long kept = person("渡辺", "広", "わたなべ", "ひろし", Consent.GIVEN);
        long gone = person("渡邉", "廣", "わたなべ", "ひろし", Consent.GIVEN);
        write().checkIn(ISHINOMAKI, List.of(gone), "門脇中学校", writer, clock.instant());
        assertThat(publicly()).contains("門脇中学校");

        duplicates().merge(ISHINOMAKI, kept, gone, writer, clock.instant());

        assertThat(publicIndex.build().persons()).isEqualTo(1);
        assertThat(publicly()).contains("門脇中学校", "無事という情報があります");
    }

    private String publicly() {
        return new String(publicIndex.build().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aListIsWrittenOnceHoweverManyOfItsPersonsChange() {
        var persons = new ArrayList<Long>();
        for (int i = 0; i < 5; i++) persons.add(person("佐藤", "健" + i, "さとう", "けん", Consent.GIVEN));
        var drafted = (NameLists.Outcome.Done)
                lists().draft(ISHINOMAKI, NameList.Kind.UNACCOUNTED, "地震", null, writer, clock.instant());
        persons.forEach(person -> lists().enter(on(drafted.list(), writer, clock.instant()), person));
        lists().approve(on(drafted.list(), approver, clock.instant()));
        var changed = persons.stream()
                .map(person -> new Announcement(
                        person,
                        ISHINOMAKI,
                        new Event(PersonDesk.CHANGED, person.toString(), Map.of("person", person.toString())),
                        clock.instant(),
                        0))
                .toList();

        var touched = tenancy.everywhere(() -> pages.touched(changed));

        assertThat(touched).hasSize(1);
        assertThat(touched.getFirst().bodies().getFirst().markdown()).contains("健0", "健4");
    }

    @Test
    void whoComesWithOneFileIsOneAnnouncementAndNotOneForEachRow() {
        listeners.add(new PublicIndexListener(
                publicIndex, List.of(), MIYAGI, new java.security.SecureRandom(), clock, records -> {}));
        var file = new StringBuilder("記録番号,氏名,よみ,性別,年齢,市区町村,避難所\n");
        for (int i = 0; i < 20; i++) file.append("A-%d,山田 太郎%d,,,,石巻市,門脇中学校\n".formatted(i, i));
        imports()
                .handle(new ImportPersons.Command(
                        ISHINOMAKI,
                        "a.csv",
                        file.toString().getBytes(StandardCharsets.UTF_8),
                        false,
                        writer,
                        clock.instant()));

        var announced = tenancy.everywhere(() -> sql.sql("select count(*) from outbox where topic = 'persons.changed'")
                .query(Integer.class)
                .single());
        assertThat(announced).isEqualTo(1);
    }

    @Test
    void aNoteOfTheFutureIsRefusedForItWouldStandAgainstEveryTrueOne() {
        var file = pfif("", said(clock.instant().plus(Duration.ofDays(400))));

        var told = taken(file);

        assertThat(told.rows())
                .filteredOn(row -> row.record().contains("note"))
                .extracting(ImportPersons.Row::result)
                .containsExactly(ImportPersons.Result.REFUSED);
        assertThat(taken(pfif("", said(clock.instant()))).rows())
                .filteredOn(row -> row.record().contains("note"))
                .extracting(ImportPersons.Row::result)
                .containsExactly(ImportPersons.Result.NEW);
    }

    @Test
    void anEndlessOtherNameCostsItsOwnRowAndNotTheFile() {
        var file = pfif("""
                <pfif:person><pfif:person_record_id>a.example/long</pfif:person_record_id>
                <pfif:source_date>2026-01-01T00:00:00Z</pfif:source_date><pfif:full_name>鈴木 花子</pfif:full_name>
                <pfif:alternate_names>%s</pfif:alternate_names></pfif:person>
                """.formatted("名".repeat(200)), "");

        var told = taken(file);

        assertThat(told.rows())
                .extracting(ImportPersons.Row::record, ImportPersons.Row::result)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("a.example/one", ImportPersons.Result.NEW),
                        org.assertj.core.api.Assertions.tuple("a.example/long", ImportPersons.Result.REFUSED));
    }

    private ImportPersons.Ended.Told taken(String pfif) {
        return (ImportPersons.Ended.Told) imports()
                .handle(new ImportPersons.Command(
                        ISHINOMAKI, "a.xml", pfif.getBytes(StandardCharsets.UTF_8), false, writer, clock.instant()));
    }

    private static String pfif(String more, String notes) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <pfif:pfif xmlns:pfif="http://zesty.ca/pfif/1.4">
                <pfif:person><pfif:person_record_id>a.example/one</pfif:person_record_id>
                <pfif:source_date>2026-01-01T00:00:00Z</pfif:source_date><pfif:full_name>山田 太郎</pfif:full_name></pfif:person>
                %s%s</pfif:pfif>
                """.formatted(more, notes);
    }

    private static String said(Instant at) {
        return """
                <pfif:note><pfif:note_record_id>a.example/note</pfif:note_record_id>
                <pfif:person_record_id>a.example/one</pfif:person_record_id><pfif:author_name>鈴木</pfif:author_name>
                <pfif:source_date>%s</pfif:source_date><pfif:text>会いました</pfif:text></pfif:note>
                """.formatted(at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    @Test
    void whoIsCorrectedShortlyBeforeOrAfterTheIndexWasBuiltIsFoundAsTheyAreNow() {
        long person = person("山田", "太郎", "やまだ", "たろう", Consent.UNKNOWN);
        assertThat(found("山田太郎")).hasSize(1);
        int version = on(person, writer).version();
        clock.advance(Duration.ofSeconds(1));
        record().correct(new RecordPerson.Correction(
                ISHINOMAKI, person, version, facts("川田", "次郎", "かわだ", "じろう"), writer, clock.instant()));

        assertThat(found("山田太郎")).isEmpty();
        assertThat(found("川田次郎")).containsExactly("川田 次郎");
        protect(person);
        assertThat(found("川田次郎")).isEmpty();
    }

    @Test
    void manyWhoCameTogetherAreIndexedOnceAndNotAtEachSearch() {
        person("山田", "太郎", "やまだ", "たろう", Consent.UNKNOWN);
        assertThat(found("山田太郎")).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        tenancy.runEverywhere(() -> sql.sql("""
                        insert into person (government, record, family, source_at, entered_at, expires_at, changed_at)
                        select '042021', 'many/' || n, '鈴木', :at, :at, :at::timestamptz + interval '40 days', :at
                          from generate_series(1, :many) n
                        """)
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .param("many", OfficeIndex.CHANGES_MAX + 1)
                .update());

        assertThat(found("鈴木")).hasSize(LookUpPersons.HITS_MAX);
        var built = index.built(ISHINOMAKI);
        assertThat(found("山田太郎")).hasSize(1);
        assertThat(index.built(ISHINOMAKI)).isSameAs(built);
    }
}
