package noroshi.persons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import noroshi.people.Bearer;
import noroshi.people.Scope;
import noroshi.standards.pfif.PfifPerson;
import org.junit.jupiter.api.Test;

/** Somebody seeks a person who does not want to be found, and tries every way round the protection. */
class SeekerTest extends PersonsHouse {

    @Test
    void whoRefusesAfterTheApprovalIsNamedNoMore() {
        long stays = person("佐藤", "健", "", "", Consent.UNKNOWN);
        long refuses = person("山田", "花子", "", "", Consent.UNKNOWN);
        approvedList(NameList.Kind.UNACCOUNTED, stays, refuses);
        assertThat(listed()).contains("山田 花子", "**2人**");

        change().consent(on(refuses, writer), Consent.REFUSED);

        assertThat(listed()).contains("佐藤 健", "**1人**").doesNotContain("山田");
    }

    @Test
    void theDeadAreNamedNowhereOnceTheirFamilyNoLongerAgrees() {
        long dead = person("山田", "花子", "", "", Consent.GIVEN);
        approvedList(NameList.Kind.DEAD, dead);

        change().consent(on(dead, writer), Consent.UNKNOWN);

        assertThat(listed()).doesNotContain("山田");
        assertThat(publicIndex.build().persons()).isZero();
        assertThat(feed().persons()).allMatch(PfifPerson::isTombstone);
    }

    /** A protected woman tells that her mother is safe: her own name leaves with no note. */
    @Test
    void whoeverWroteANoteIsNamedNowhereOutside() {
        long mother = person("山田", "梅", "", "", Consent.GIVEN);
        var said = new WriteNote.Said(Happening.SAID, NoteStatus.BELIEVED_ALIVE, "", "無事です", "護花子", "090-0000-0000");
        write().handle(new WriteNote.Command(ISHINOMAKI, mother, said, writer, clock.instant()));

        assertThat(new String(exports().pfif(ISHINOMAKI, administrator, clock.instant()), StandardCharsets.UTF_8))
                .contains("無事です")
                .doesNotContain("護花子");
        assertThat(feed().notes()).isNotEmpty();
        assertThat(feed().notes().toString()).doesNotContain("護花子");
    }

    @Test
    void whoStandsOnAListWithoutConsentIsToldToOtherRepositoriesAsTheListTellsThem() {
        var facts = new PersonFacts(
                "山田", "花子", "", "", "護花子", Sex.UNKNOWN, "1980-05-05", "46", "宮城県", "石巻市", "門脇町", "1-2-3", "左手に傷");
        var added = (PersonOutcome.Done) record().handle(
                        new RecordPerson.Command(ISHINOMAKI, facts, Consent.UNKNOWN, "窓口", writer, clock.instant()));
        approvedList(NameList.Kind.UNACCOUNTED, added.person());

        assertThat(feed().persons().toString()).contains("山田 花子").doesNotContain("護花子", "1980-05", "左手", "1-2-3");
    }

    @Test
    void aNameInLettersIsHeldBackInEitherOrder() {
        protect(person("護", "花子", "まもり", "はなこ", Consent.GIVEN));

        for (var written : List.of(List.of("Mamori", "Hanako"), List.of("Hanako", "Mamori"), List.of("はなこ", "まもり"))) {
            var command = new RecordPerson.Command(
                    ISHINOMAKI,
                    facts(written.get(0), written.get(1), "", ""),
                    Consent.GIVEN,
                    "窓口",
                    writer,
                    clock.instant());
            assertThat(record().handle(command)).as("%s", written).isInstanceOf(PersonOutcome.Held.class);
        }
    }

    @Test
    void theNamesOfRecordsThatWerePutTogetherAreHeldBackToo() {
        long kept = person("護", "花子", "", "", Consent.GIVEN);
        long maiden = person("旧姓", "花子", "", "", Consent.GIVEN);
        duplicates().merge(ISHINOMAKI, kept, maiden, writer, clock.instant());
        protect(kept);

        var command = new RecordPerson.Command(
                ISHINOMAKI, facts("旧姓", "花子", "", ""), Consent.GIVEN, "窓口", writer, clock.instant());
        assertThat(record().handle(command)).isInstanceOf(PersonOutcome.Held.class);
    }

    /** Records are erased after forty days; whoever threatens somebody waits longer. */
    @Test
    void theProtectionOutlivesTheRecordForAYear() {
        protect(person("護", "花子", "", "", Consent.GIVEN));
        var expiry = expiry();
        clock.advance(RecordPerson.LIFE.plusDays(1));
        expiry.handle();

        var again = new RecordPerson.Command(
                ISHINOMAKI, facts("護", "花子", "", ""), Consent.GIVEN, "窓口", writer, clock.instant());
        assertThat(record().handle(again)).isInstanceOf(PersonOutcome.Held.class);
        assertThat(change().held(ISHINOMAKI, administrator))
                .as("it can still be lifted")
                .hasSize(2);

        clock.advance(ExpirePersons.PROTECTION);
        expiry.handle();
        assertThat(tenancy.everywhere(() -> sql.sql("select count(*) from person_suppression")
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    @Test
    void aProtectionThatIsProlongedOutlivesTheYearAlsoWhenTheRecordIsErased() {
        long hidden = person("護", "花子", "", "", Consent.GIVEN);
        protect(hidden);
        clock.advance(ExpirePersons.PROTECTION.minusDays(1));
        expiry().handle();
        assertThat(change().prolong(ISHINOMAKI, hidden, writer, clock.instant()))
                .isInstanceOf(PersonOutcome.NotAllowed.class);
        assertThat(change().prolong(ISHINOMAKI, hidden, administrator, clock.instant()))
                .isInstanceOf(PersonOutcome.Done.class);

        clock.advance(Duration.ofDays(30));
        expiry().handle();

        var again = new RecordPerson.Command(
                ISHINOMAKI, facts("護", "花子", "", ""), Consent.GIVEN, "窓口", writer, clock.instant());
        assertThat(record().handle(again)).isInstanceOf(PersonOutcome.Held.class);
    }

    @Test
    void askingByRehearsalsWhoIsHeldBackStaysOnTheRecord() {
        protect(person("護", "花子", "", "", Consent.GIVEN));
        var file = "記録番号,氏名\nA-1,護 花子\n".getBytes(StandardCharsets.UTF_8);

        imports().handle(new ImportPersons.Command(ISHINOMAKI, "a.csv", file, true, writer, clock.instant()));

        assertThat(tenancy.everywhere(() -> sql.sql("select detail from audit where act = 'persons.import_rehearsed'")
                        .query(String.class)
                        .list()))
                .containsExactly("1件、保留1件");
    }

    @Test
    void aFileFromTheFutureIsNotTaken() {
        person("山田", "太郎", "", "", Consent.GIVEN);
        var file = new String(exports().pfif(ISHINOMAKI, administrator, clock.instant()), StandardCharsets.UTF_8)
                .replaceAll("<pfif:source_date>[^<]+", "<pfif:source_date>2099-01-01T00:00:00Z")
                .replace("太郎", "次郎")
                .getBytes(StandardCharsets.UTF_8);

        var told = (ImportPersons.Ended.Told)
                imports().handle(new ImportPersons.Command(ISHINOMAKI, "a.xml", file, false, writer, clock.instant()));

        assertThat(told.rows()).singleElement().satisfies(row -> assertThat(row.result())
                .isEqualTo(ImportPersons.Result.REFUSED));
        assertThat(found("山田太郎")).containsExactly("山田 太郎");
    }

    @Test
    void whoRefusedInOneRecordIsNotPublicByAnother() {
        long agreed = person("山田", "花子", "", "", Consent.GIVEN);
        long refused = person("山田", "花子", "", "", Consent.REFUSED);

        duplicates().merge(ISHINOMAKI, agreed, refused, writer, clock.instant());

        assertThat(publicIndex.build().persons()).isZero();
    }

    /** An officer types a family's word into a record of their own making. */
    @Test
    void whoIsSeenAsFamilyIsInTheLogOfLookUps() {
        long sought = person("護", "花子", "", "", Consent.UNKNOWN);
        long bait = person("山田", "太郎", "", "", Consent.UNKNOWN);
        change().household(on(sought, writer), "0000");
        change().household(on(bait, writer), "0000");

        lookUps().open(ISHINOMAKI, bait, writer, clock.instant());

        assertThat(lookUps().log(ISHINOMAKI, administrator).getFirst().persons())
                .containsExactly(bait, sought);
    }

    /** Nobody typed a name, and yet saw one. */
    @Test
    void whoIsSeenAmongTheNewestInPairsOrOnAListIsInTheLogOfLookUps() {
        long one = person("護", "花子", "", "", Consent.UNKNOWN);
        long other = person("護", "花子", "", "", Consent.UNKNOWN);
        var drafted = (NameLists.Outcome.Done)
                lists().draft(ISHINOMAKI, NameList.Kind.UNACCOUNTED, "地震", null, writer, clock.instant());
        lists().enter(on(drafted.list(), writer, clock.instant()), one);
        duplicates().propose(ISHINOMAKI, writer);

        lookUps().newest(ISHINOMAKI, approver, clock.instant());
        duplicates().list(ISHINOMAKI, approver, clock.instant());
        lists().open(ISHINOMAKI, drafted.list(), approver, clock.instant());

        assertThat(lookUps().log(ISHINOMAKI, administrator))
                .allMatch(line ->
                        line.officer() == approver.id() && line.queryHash().isEmpty())
                .extracting(LookUpPersons.Line::act, line -> Set.copyOf(line.persons()))
                .containsExactly(
                        tuple("list", Set.of(one)),
                        tuple("pairs", Set.of(one, other)),
                        tuple("newest", Set.of(one, other)));
    }

    @Test
    void aFloodOfUnconfirmedRecordsBuildsNoIndex() {
        listeners.add(
                new PublicIndexListener(publicIndex, List.of(), MIYAGI, new SecureRandom(), clock, records -> {}));
        person("山田", "花子", "", "", Consent.UNKNOWN);
        assertThat(announced()).isZero();

        person("佐藤", "健", "", "", Consent.GIVEN);
        assertThat(announced()).as("the control").isEqualTo(1);
    }

    private int announced() {
        return tenancy.everywhere(() -> sql.sql("select count(*)::int from outbox where topic = 'persons.changed'")
                .query(Integer.class)
                .single());
    }

    private void approvedList(NameList.Kind kind, long... persons) {
        var drafted = (NameLists.Outcome.Done) lists().draft(ISHINOMAKI, kind, "地震", null, writer, clock.instant());
        for (long person : persons) lists().enter(on(drafted.list(), writer, clock.instant()), person);
        assertThat(lists().approve(on(drafted.list(), approver, clock.instant())))
                .isInstanceOf(NameLists.Outcome.Done.class);
    }

    private String listed() {
        var page = tenancy.in(ISHINOMAKI, () -> pages.all(ISHINOMAKI)).getFirst();
        return page.bodies().getFirst().markdown();
    }

    private PersonFeed.Told.Records feed() {
        clock.advance(Duration.ofMinutes(1));
        var key = new Bearer(administrator, Set.of(Scope.PERSONS_FEED), "partner");
        return (PersonFeed.Told.Records) new PersonFeed(sql, store, notes, tenancy)
                .persons(new PersonFeed.Question(ISHINOMAKI, null, 50, 0, "", false, key, clock.instant()));
    }
}
