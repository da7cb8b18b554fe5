package noroshi.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import noroshi.letter.Letter;
import noroshi.letter.LetterId;
import noroshi.letter.Receipt;
import noroshi.letters.LetterHandler.Understanding;
import noroshi.standards.pfif.Pfif;
import org.junit.jupiter.api.Test;

class PersonsTest extends PersonsHouse {

    @Test
    void aRecordedPersonIsFoundByEverySpelling() {
        person("山田", "太郎", "やまだ", "たろう", Consent.UNKNOWN);
        person("高橋", "花子", "たかはし", "はなこ", Consent.UNKNOWN);
        for (var typed : List.of("山田太郎", "やまだ たろう", "ヤマダ", "YAMADA Taro", "Yamada Tarou", "太郎山田"))
            assertThat(found(typed)).as(typed).containsExactly("山田 太郎");
        assertThat(found("髙橋花子")).containsExactly("高橋 花子");
    }

    @Test
    void aCheckInOfAFamilyIsANoteOnEach() {
        long father = person("佐藤", "健", "さとう", "けん", Consent.UNKNOWN);
        long child = person("佐藤", "翼", "さとう", "つばさ", Consent.UNKNOWN);
        change().household(on(father, writer), "佐藤0311");
        change().household(on(child, writer), "佐藤0311");
        write().checkIn(ISHINOMAKI, List.of(father, child), "門脇中学校", writer, clock.instant());
        var sheet = lookUps().open(ISHINOMAKI, father, writer, clock.instant()).orElseThrow();
        assertThat(sheet.notes().getFirst().place()).isEqualTo("門脇中学校");
        assertThat(sheet.notes().getFirst().happening()).isEqualTo(Happening.CHECK_IN);
        assertThat(sheet.family()).extracting(PersonRecord::id).containsExactly(child);
    }

    @Test
    void duplicatesAreProposedOnceAndMerged() {
        long first = person("渡辺", "広", "わたなべ", "ひろし", Consent.UNKNOWN);
        long second = person("渡邉", "廣", "わたなべ", "ひろし", Consent.UNKNOWN);
        person("渡辺", "花", "わたなべ", "はな", Consent.UNKNOWN);
        assertThat(duplicates().propose(ISHINOMAKI, writer)).isEqualTo(1);
        assertThat(duplicates().propose(ISHINOMAKI, writer)).isZero();
        assertThat(duplicates().list(ISHINOMAKI, writer, clock.instant())).hasSize(1);
        duplicates().merge(ISHINOMAKI, first, second, writer, clock.instant());
        assertThat(found("わたなべ ひろし")).containsExactly("渡辺 広");
        assertThat(duplicates().list(ISHINOMAKI, writer, clock.instant())).isEmpty();
        assertThat(lookUps()
                        .open(ISHINOMAKI, first, writer, clock.instant())
                        .orElseThrow()
                        .notes())
                .anyMatch(note -> note.words().contains("まとめました"));
    }

    @Test
    void aFileComesInOnceAndWhatIsWrongIsToldByItsLine() {
        var file = """
                記録番号,氏名,よみ,性別,年齢,市区町村,避難所
                A-1,山田 太郎,ヤマダ タロウ,男,40歳,石巻市,門脇中学校
                A-2,鈴木 花子,スズキ ハナコ,不明,40,石巻市,
                A-3,,,,,,
                A-4,佐藤 健,サトウ ケン,男,,石巻市,
                """.getBytes(StandardCharsets.UTF_8);
        var rehearsed = (ImportPersons.Ended.Told) imports().handle(taken(file, true));
        assertThat(rehearsed.count(ImportPersons.Result.NEW)).isEqualTo(3);
        assertThat(lookUps().count(ISHINOMAKI)).isZero();
        var told = (ImportPersons.Ended.Told) imports().handle(taken(file, false));
        assertThat(told.rows())
                .filteredOn(row -> row.result() == ImportPersons.Result.REFUSED)
                .extracting(ImportPersons.Row::line)
                .containsExactly(3, 4);
        assertThat(lookUps().count(ISHINOMAKI)).isEqualTo(2);
        assertThat(found("ﾔﾏﾀﾞ")).containsExactly("山田 太郎");
        clock.advance(Duration.ofMinutes(5));
        var again = (ImportPersons.Ended.Told) imports().handle(taken(file, false));
        assertThat(again.count(ImportPersons.Result.NEW)).isZero();
        assertThat(lookUps().count(ISHINOMAKI)).isEqualTo(2);
    }

    private ImportPersons.Command taken(byte[] file, boolean rehearsal) {
        return new ImportPersons.Command(ISHINOMAKI, "避難者.csv", file, rehearsal, writer, clock.instant());
    }

    @Test
    void whatIsExportedIsReadAgainWithoutStreetsAndContacts() {
        long person = person("山田", "太郎", "やまだ", "たろう", Consent.GIVEN);
        write().handle(new WriteNote.Command(
                ISHINOMAKI,
                person,
                new WriteNote.Said(Happening.SAID, NoteStatus.BELIEVED_ALIVE, "門脇中学校", "会いました", "鈴木", "090-0000-0000"),
                writer,
                clock.instant()));
        var bytes = exports().pfif(ISHINOMAKI, administrator, clock.instant());
        var document = Pfif.read(bytes);
        assertThat(document.refused()).isEmpty();
        assertThat(document.persons()).hasSize(1);
        assertThat(document.notes()).hasSize(1);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("1-2-3", "090-0000");
        var again = (ImportPersons.Ended.Told)
                imports().handle(new ImportPersons.Command(ISHINOMAKI, "a.xml", bytes, false, writer, clock.instant()));
        assertThat(again.rows()).allMatch(row -> row.result() == ImportPersons.Result.SAME);
    }

    @Test
    void afterItsTimeARecordIsATombstone() {
        person("山田", "太郎", "やまだ", "たろう", Consent.GIVEN);
        clock.advance(RecordPerson.LIFE.plusSeconds(1));
        assertThat(expiry().handle()).isEqualTo(1);
        assertThat(found("山田太郎")).isEmpty();
        var document = Pfif.read(exports().pfif(ISHINOMAKI, administrator, clock.instant()));
        assertThat(document.persons()).hasSize(1).allMatch(one -> one.isTombstone());
        assertThat(tenancy.everywhere(() -> sql.sql("select family || given_kana || street || town from person")
                        .query(String.class)
                        .single()))
                .isEmpty();
    }

    /** Shelters stood for months in 2011. */
    @Test
    void ofWhomOfficersStillSpeakTheRecordLivesOnForAYearAtMost() {
        long staying = person("山田", "太郎", "やまだ", "たろう", Consent.GIVEN);
        for (int months = 0; months < 11; months++) {
            clock.advance(Duration.ofDays(30));
            write().checkIn(ISHINOMAKI, List.of(staying), "門脇中学校", writer, clock.instant());
            assertThat(expiry().handle()).isZero();
        }
        assertThat(found("山田太郎")).hasSize(1);

        clock.advance(Duration.ofDays(36));
        assertThat(expiry().handle()).isEqualTo(1);
        assertThat(found("山田太郎")).isEmpty();
    }

    @Test
    void whoIsProtectedAfterAFileWentOutIsATombstoneInTheNext() {
        long hidden = person("護国", "花子", "", "", Consent.GIVEN);
        exports().pfif(ISHINOMAKI, administrator, clock.instant());
        long unseen = person("護衛", "太郎", "", "", Consent.GIVEN);
        protect(hidden);
        protect(unseen);

        var next = Pfif.read(exports().pfif(ISHINOMAKI, administrator, clock.instant()));

        assertThat(next.persons()).singleElement().satisfies(one -> {
            assertThat(one.isTombstone()).isTrue();
            assertThat(one.id()).endsWith("" + hidden);
        });
    }

    @Test
    void aNameListNeedsASecondOfficerAndTheDeadTheirFamilysConsent() {
        long agreed = person("山田", "太郎", "やまだ", "たろう", Consent.GIVEN);
        long unknown = person("鈴木", "花子", "すずき", "はなこ", Consent.UNKNOWN);
        var drafted = (NameLists.Outcome.Done)
                lists().draft(ISHINOMAKI, NameList.Kind.DEAD, "地震", null, approver, clock.instant());
        assertThat(lists().enter(on(drafted.list(), approver, clock.instant()), unknown))
                .isInstanceOf(NameLists.Outcome.Refused.class);
        lists().enter(on(drafted.list(), approver, clock.instant()), agreed);
        assertThat(lists().approve(on(drafted.list(), approver, clock.instant())))
                .isInstanceOf(NameLists.Outcome.Refused.class);
        assertThat(lists().approve(on(drafted.list(), writer, clock.instant())))
                .isInstanceOf(NameLists.Outcome.Refused.class);
        assertThat(tenancy.in(ISHINOMAKI, () -> pages.all(ISHINOMAKI))).isEmpty();
        assertThat(lists().approve(on(drafted.list(), administrator, clock.instant())))
                .isInstanceOf(NameLists.Outcome.Done.class);
        var page = tenancy.in(ISHINOMAKI, () -> pages.all(ISHINOMAKI)).getFirst();
        assertThat(page.bodies().getFirst().markdown())
                .contains("山田 太郎", "石巻市門脇町")
                .doesNotContain("1-2-3");
    }

    @Test
    void nobodyWhoChangedANameListApprovesItAlsoWhenAnotherChangedItLast() {
        long first = person("山田", "太郎", "", "", Consent.GIVEN);
        long second = person("鈴木", "花子", "", "", Consent.GIVEN);
        var drafted = (NameLists.Outcome.Done)
                lists().draft(ISHINOMAKI, NameList.Kind.UNACCOUNTED, "地震", null, writer, clock.instant());
        lists().enter(on(drafted.list(), approver, clock.instant()), first);
        lists().enter(on(drafted.list(), writer, clock.instant()), second);

        assertThat(lists().approve(on(drafted.list(), approver, clock.instant())))
                .isInstanceOf(NameLists.Outcome.Refused.class);
        assertThat(lists().approve(on(drafted.list(), administrator, clock.instant())))
                .isInstanceOf(NameLists.Outcome.Done.class);

        lists().strike(on(drafted.list(), administrator, clock.instant()), second);
        lists().enter(on(drafted.list(), administrator, clock.instant()), second);
        assertThat(lists().approve(on(drafted.list(), approver, clock.instant())))
                .as("what they wrote was approved by another; what is new is not theirs")
                .isInstanceOf(NameLists.Outcome.Done.class);
    }

    @Test
    void whatSomeoneSendsInIsARecordThatWaitsForAnOfficer() {
        var random = new Random(5);
        var receipt = Receipt.issue(clock.instant(), random);
        var letter = new Letter(
                LetterId.next(clock.instant(), random),
                ISHINOMAKI,
                "safety-note",
                clock.instant(),
                Map.of(
                        "name", "山田　太郎",
                        "kana", "やまだ たろう",
                        "status", "is_note_author",
                        "author", "山田太郎",
                        "contact", "090-0000-0000",
                        "agreed", "yes"),
                receipt.number(),
                receipt.code());
        var handler = new PersonLetter(record(), notes, clock);
        assertThat(tenancy.in(ISHINOMAKI, () -> handler.handle(letter))).isEqualTo(Understanding.ACTED);
        assertThat(found("Yamada Taro")).containsExactly("山田 太郎");
        assertThat(publicIndex.build().persons()).isZero();
    }

    @Test
    void whoeverLooksUpVeryManyIsStopped() {
        person("山田", "太郎", "やまだ", "たろう", Consent.UNKNOWN);
        var lookUps = lookUps();
        for (int i = 0; i < LookUpPersons.LOOKUPS_PER_HOUR_MAX; i++)
            lookUps.search(ISHINOMAKI, "山田", writer, clock.instant());
        assertThat(lookUps.search(ISHINOMAKI, "山田", writer, clock.instant()))
                .isInstanceOf(LookUpPersons.Found.Refused.class);
        assertThat(lookUps.open(ISHINOMAKI, 1, writer, clock.instant())).isEmpty();
        assertThat(lookUps.newest(ISHINOMAKI, writer, clock.instant())).isEmpty();
        clock.advance(Duration.ofHours(2));
        assertThat(lookUps.search(ISHINOMAKI, "山田", writer, clock.instant()))
                .isInstanceOf(LookUpPersons.Found.Persons.class);
    }

    @Test
    void twoOfficersDoNotOverwriteEachOther() {
        long person = person("山田", "太郎", "やまだ", "たろう", Consent.UNKNOWN);
        var seen = on(person, writer);
        assertThat(change().consent(seen, Consent.GIVEN)).isInstanceOf(PersonOutcome.Done.class);
        assertThat(change().consent(seen, Consent.REFUSED)).isInstanceOf(PersonOutcome.Overtaken.class);
    }
}
