package noroshi.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import noroshi.people.Bearer;
import noroshi.people.Scope;
import noroshi.standards.pfif.PfifFeed;
import noroshi.standards.pfif.PfifNote;
import noroshi.standards.pfif.PfifPerson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonFeedTest extends PersonsHouse {

    private final PersonFeed feed = new PersonFeed(sql, store, notes, tenancy);

    private Bearer key(String id) {
        return new Bearer(administrator, Set.of(Scope.PERSONS_FEED), id);
    }

    private PersonFeed.Question question(@Nullable Instant since, int max, int skip, String person) {
        return new PersonFeed.Question(ISHINOMAKI, since, max, skip, person, false, key("partner"), clock.instant());
    }

    private PersonFeed.Told.Records persons(@Nullable Instant since, int max, int skip) {
        return (PersonFeed.Told.Records) feed.persons(question(since, max, skip, ""));
    }

    private PersonFeed.Told.Records all() {
        return persons(null, PersonFeed.RESULTS_MAX, 0);
    }

    private static List<String> names(PersonFeed.Told.Records records) {
        return records.persons().stream().map(one -> one.name().full()).toList();
    }

    private long later(String family, Consent consent) {
        clock.advance(Duration.ofMinutes(1));
        return person(family, "花子", "", "", consent);
    }

    @Test
    void whoeverThePublicMayFindIsToldTheNewestFirstWithoutStreetsOrContacts() {
        later("佐藤", Consent.GIVEN);
        later("鈴木", Consent.UNKNOWN);
        later("高橋", Consent.REFUSED);
        long found = later("田中", Consent.GIVEN);
        write().checkIn(ISHINOMAKI, List.of(found), "門脇中学校", writer, clock.instant());

        var told = all();

        assertThat(names(told)).containsExactly("田中 花子", "佐藤 花子");
        assertThat(told.notes()).singleElement().satisfies(note -> assertThat(note.location())
                .isEqualTo("門脇中学校"));
        var atom = new String(
                new PfifFeed("https://office.example/f?a=1&b=2", "石巻市 安否情報", "石巻市")
                        .persons(told.persons(), told.notes()),
                StandardCharsets.UTF_8);
        assertThat(atom)
                .contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:pfif=\"http://zesty.ca/pfif/1.4\"")
                .contains("<pfif:full_name>田中 花子</pfif:full_name>", "<pfif:note>", "a=1&amp;b=2")
                .doesNotContain("1-2-3", "home_street", "author_phone");
    }

    @Test
    void copiesGoOnWhereTheyStopped() {
        for (var family : List.of("一条", "二宮", "三浦", "四谷", "五島")) later(family, Consent.GIVEN);
        var first = persons(Instant.EPOCH, 2, 0);
        assertThat(names(first)).containsExactly("一条 花子", "二宮 花子");

        var last = java.util.Objects.requireNonNull(first.persons().getLast().entered());
        assertThat(names(persons(last, 10, 1))).containsExactly("三浦 花子", "四谷 花子", "五島 花子");
        assertThat(names(persons(null, 1, 1))).containsExactly("四谷 花子");
    }

    @Test
    void theExpiredAndThoseWhoWithdrewLeaveTombstones() {
        long withdrawn = later("山田", Consent.GIVEN);
        long expiring = later("伊藤", Consent.GIVEN);
        long never = later("渡辺", Consent.UNKNOWN);
        all();
        clock.advance(Duration.ofHours(1));
        var before = clock.instant();
        change().consent(on(withdrawn, writer), Consent.REFUSED);
        change().consent(on(never, writer), Consent.REFUSED);

        var told = persons(before, 10, 0);
        assertThat(told.persons()).singleElement().satisfies(one -> {
            assertThat(one.isTombstone()).isTrue();
            assertThat(one.id()).endsWith("" + withdrawn);
        });

        clock.advance(Duration.ofDays(41));
        var due = clock.instant();
        expiry().handle();
        var expired = persons(due, 10, 0).persons();
        assertThat(expired).allMatch(PfifPerson::isTombstone);
        assertThat(expired).anyMatch(one -> one.id().endsWith("" + expiring));
        assertThat(all().toString()).doesNotContain("伊藤", "山田");
    }

    @Test
    void theProtectedAreNeverTold() {
        long hidden = later("護国", Consent.GIVEN);
        write().checkIn(ISHINOMAKI, List.of(hidden), "門脇中学校", writer, clock.instant());
        assertThat(names(all())).hasSize(1);
        change().protect(on(hidden, writer));

        assertThat(all().persons()).allMatch(PfifPerson::isTombstone);
        assertThat(all().notes()).isEmpty();
        assertThat(((PersonFeed.Told.Records) feed.notes(question(null, 10, 0, ""))).notes())
                .isEmpty();
    }

    @Test
    void whoIsProtectedAfterACopyWasMadeLeavesTheSameTombstoneAsAnybodyElse() {
        long withdrawn = later("山田", Consent.GIVEN);
        long hidden = later("護国", Consent.GIVEN);
        all();
        clock.advance(Duration.ofHours(1));
        var before = clock.instant();
        change().consent(on(withdrawn, writer), Consent.REFUSED);
        change().protect(on(hidden, writer));

        var left = persons(before, 10, 0).persons();

        assertThat(left).hasSize(2).allMatch(PfifPerson::isTombstone);
        assertThat(left)
                .extracting(PersonFeedTest::withoutId)
                .as("why does not show")
                .containsOnly(withoutId(left.getFirst()));
        assertThat(left).anyMatch(one -> one.id().endsWith("" + hidden));

        change().lift(ISHINOMAKI, hidden, "本人の申し出", administrator, clock.instant());
        assertThat(names(persons(before, 10, 0))).as("the control").contains("護国 花子");
    }

    private static String withoutId(PfifPerson person) {
        return person.toString().replace(person.id(), "");
    }

    @Test
    void whoeverOnlyANoteToldOfLeavesATombstoneToo() {
        long hidden = later("護国", Consent.GIVEN);
        write().checkIn(ISHINOMAKI, List.of(hidden), "門脇中学校", writer, clock.instant());
        feed.notes(question(null, 10, 0, ""));
        change().protect(on(hidden, writer));

        assertThat(all().persons()).hasSize(1).allMatch(PfifPerson::isTombstone);
    }

    @Test
    void whoWasNeverToldLeavesNothing() {
        change().protect(on(later("護国", Consent.GIVEN), writer));
        later("鈴木", Consent.UNKNOWN);
        clock.advance(Duration.ofDays(41));
        expiry().handle();

        assertThat(all().persons()).isEmpty();
    }

    @Test
    void notesAreAskedForByTheirPersonAndSayNothingOfDeath() {
        long one = later("佐藤", Consent.GIVEN);
        long other = later("鈴木", Consent.GIVEN);
        write().checkIn(ISHINOMAKI, List.of(one), "門脇中学校", writer, clock.instant());
        write().checkIn(ISHINOMAKI, List.of(other), "湊小学校", writer, clock.instant());
        tenancy.runEverywhere(() -> sql.sql("update person_note set status = 'believed_dead' where person = :person")
                .param("person", other)
                .update());
        var record = tenancy.in(
                ISHINOMAKI, () -> store.find(ISHINOMAKI, one).orElseThrow().record());

        var every = ((PersonFeed.Told.Records) feed.notes(question(null, 10, 0, ""))).notes();
        var of = ((PersonFeed.Told.Records) feed.notes(question(null, 10, 0, record))).notes();

        assertThat(every).extracting(PfifNote::location).containsExactly("門脇中学校");
        assertThat(of).extracting(PfifNote::person).containsExactly(record);
        assertThat(all().notes()).extracting(PfifNote::location).containsExactly("門脇中学校");
    }

    @Test
    void everyReadIsOnTheRecordAndAKeyIsStoppedWithinTheHour() {
        long person = later("佐藤", Consent.GIVEN);
        for (int i = 0; i < PersonFeed.READS_PER_HOUR_MAX; i++) all();

        assertThat(feed.persons(question(null, 10, 0, ""))).isInstanceOf(PersonFeed.Told.Stopped.class);
        assertThat(feed.notes(question(null, 10, 0, ""))).isInstanceOf(PersonFeed.Told.Stopped.class);
        var another = new PersonFeed.Question(ISHINOMAKI, null, 10, 0, "", false, key("another"), clock.instant());
        assertThat(feed.persons(another)).isInstanceOf(PersonFeed.Told.Records.class);
        assertThat(lookUps().log(ISHINOMAKI, administrator))
                .hasSize(PersonFeed.READS_PER_HOUR_MAX + 1)
                .allMatch(line -> line.act().equals("feed") && line.persons().equals(List.of(person)));
        clock.advance(Duration.ofMinutes(61));
        assertThat(all().persons()).hasSize(1);
    }
}
