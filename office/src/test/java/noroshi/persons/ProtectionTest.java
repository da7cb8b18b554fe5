package noroshi.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import noroshi.names.OldForms;
import noroshi.people.Bearer;
import noroshi.people.Officer;
import noroshi.people.Scope;
import org.junit.jupiter.api.Test;

/**
 * A hundred protected persons are planted in every place where a name could come out; everything is searched for them. Then the
 * protection is lifted, and they must appear: otherwise the search itself would prove nothing.
 */
class ProtectionTest extends PersonsHouse {

    private static final int PLANTED = 100;
    private static final String KESENNUMA = "042056";

    /** Each name stands for itself: found anywhere, it is a leak. */
    private static String family(int i) {
        return "護" + DISTINCT.get(i);
    }

    /** No two are forms of one character, such as 世 and 丗: who bears those has the same name. */
    private static final List<String> DISTINCT = IntStream.range('一', '一' + 2 * PLANTED)
            .mapToObj(Character::toString)
            .filter(one -> OldForms.folded(one).equals(one))
            .limit(PLANTED)
            .toList();

    private static String kana(int i) {
        return "ご" + "あいうえおかきくけこ".charAt(i / 10) + "ん" + "たちつてとなにぬねの".charAt(i % 10) + "べ";
    }

    private final List<Long> planted = new ArrayList<>();

    /** A second record of each, from another source: held back together with the first. */
    private final List<Long> twins = new ArrayList<>();

    @Test
    void aProtectedPersonAppearsNowhereAndAppearsAgainWhenTheProtectionIsLifted() {
        plant();
        var open = everything();
        for (int i = 0; i < PLANTED; i++) assertThat(open).as("the control").contains(family(i));
        planted.forEach(this::protect);
        deliverAnnouncements();

        var hidden = everything();
        for (int i = 0; i < PLANTED; i++) assertThat(hidden).doesNotContain(family(i), kana(i));
        assertThat(logs()).doesNotContain("護", kana(0), kana(57));

        planted.addAll(twins);
        for (var person : planted)
            assertThat(change().lift(ISHINOMAKI, person, "本人に確かめた", administrator, clock.instant()))
                    .isInstanceOf(PersonOutcome.Done.class);
        var again = everything();
        for (int i = 0; i < PLANTED; i++) assertThat(again).as("the control").contains(family(i));
        assertThat(logs()).doesNotContain("護", kana(0), kana(57));
    }

    @Test
    void anotherSourceDoesNotMakeThemPublic() {
        plant();
        planted.forEach(this::protect);
        deliverAnnouncements();
        for (int i = 0; i < PLANTED; i++) {
            var command = new RecordPerson.Command(
                    ISHINOMAKI,
                    facts(i % 2 == 0 ? family(i) : "", i % 2 == 0 ? "次郎" : family(i) + "次郎", kana(i), "じろう"),
                    Consent.GIVEN,
                    "別の情報源",
                    writer,
                    clock.instant());
            assertThat(record().handle(command)).as("%d", i).isInstanceOf(PersonOutcome.Held.class);
        }
        var all = everything();
        for (int i = 0; i < PLANTED; i++) assertThat(all).doesNotContain(family(i));
        assertThat(change().held(ISHINOMAKI, administrator)).hasSize(3 * PLANTED);
        assertThat(change().held(ISHINOMAKI, writer)).isEmpty();
    }

    /** Whoever threatens somebody searches in every town. */
    @Test
    void whoIsProtectedInOneTownIsHeldBackInEveryTown() {
        long there = recordedInKesennuma("護", "花子", "1980");
        long another = recordedInKesennuma("護", "花子", "1955");
        long here = ((PersonOutcome.Done) record().handle(command(ISHINOMAKI, "護", "花子", "1980"))).person();

        protect(here);
        deliverAnnouncements();

        assertThat(shown(there)).isFalse();
        assertThat(shown(another)).as("born in another year").isTrue();
        assertThat(record().handle(command(KESENNUMA, "護", "花子", ""))).isInstanceOf(PersonOutcome.Held.class);
        assertThat(new String(publicIndex.build().bytes(), StandardCharsets.UTF_8))
                .contains("71")
                .doesNotContain("46");
    }

    @Test
    void aRecordThatIsCorrectedToAProtectedNameIsHeldBack() {
        protect(person("護", "花子", "", "", Consent.GIVEN));
        long other = person("護衛", "花子", "", "", Consent.GIVEN);
        int version = on(other, writer).version();

        var corrected = record().correct(new RecordPerson.Correction(
                ISHINOMAKI, other, version, facts("護", "花子", "", ""), writer, clock.instant()));

        assertThat(corrected).isInstanceOf(PersonOutcome.Held.class);
        assertThat(found("護花子")).isEmpty();
    }

    private static RecordPerson.Command command(String government, String family, String given, String born) {
        var facts = new PersonFacts(
                family,
                given,
                "",
                "",
                "",
                Sex.UNKNOWN,
                born,
                born.equals("1955") ? "71" : "46",
                "宮城県",
                "石巻市",
                "門脇町",
                "",
                "");
        var by = new Officer(0, government, "nobody", "", "", Set.of(), false);
        return new RecordPerson.Command(government, facts, Consent.GIVEN, "窓口", by, Instant.EPOCH);
    }

    private long recordedInKesennuma(String family, String given, String born) {
        return ((PersonOutcome.Done) record().handle(command(KESENNUMA, family, given, born))).person();
    }

    private boolean shown(long person) {
        return tenancy.in(KESENNUMA, () -> store.find(KESENNUMA, person).isPresent());
    }

    /** In a list, in a family, beside a possible duplicate, with notes, with consent: wherever a name may come out. */
    private void plant() {
        var drafted = (NameLists.Outcome.Done)
                lists().draft(ISHINOMAKI, NameList.Kind.UNACCOUNTED, "地震", null, writer, clock.instant());
        for (int i = 0; i < PLANTED; i++) {
            long person = person(family(i), "次郎", kana(i), "じろう", Consent.GIVEN);
            planted.add(person);
            long twin = person(family(i), "次郎", kana(i), "じろう", Consent.UNKNOWN);
            change().household(on(person, writer), "家族" + i);
            write().checkIn(ISHINOMAKI, List.of(person), "門脇中学校", writer, clock.instant());
            lists().enter(on(drafted.list(), writer, clock.instant()), person);
            twins.add(twin);
        }
        lists().approve(on(drafted.list(), approver, clock.instant()));
        duplicates().propose(ISHINOMAKI, writer);
    }

    /** All that leaves the office or is shown in it. */
    private String everything() {
        var out = new StringBuilder();
        tenancy.in(ISHINOMAKI, () -> pages.all(ISHINOMAKI))
                .forEach(page -> page.bodies().forEach(body -> out.append(body.markdown())));
        out.append(new String(publicIndex.build().bytes(), StandardCharsets.UTF_8));
        out.append(new String(exports().pfif(ISHINOMAKI, administrator, clock.instant()), StandardCharsets.UTF_8));
        exports().table(ISHINOMAKI, administrator, clock.instant(), row -> out.append(String.join(",", row)));
        feed(out);
        for (var officer : List.of(writer, approver, administrator)) seenBy(officer, out);
        lists().list(ISHINOMAKI).forEach(list -> list.persons()
                .forEach(one -> out.append(one.facts().written())));
        duplicates().list(ISHINOMAKI, writer, clock.instant()).forEach(pair -> out.append(
                        pair.first().facts().written())
                .append(pair.second().facts().kana()));
        return out.toString();
    }

    /** What other repositories read with a key. */
    private void feed(StringBuilder out) {
        var feed = new PersonFeed(sql, store, notes, tenancy);
        var key = new Bearer(administrator, Set.of(Scope.PERSONS_FEED), "partner");
        for (int skip = 0; skip <= 2 * PLANTED; skip += PLANTED) {
            var question = new PersonFeed.Question(ISHINOMAKI, null, PLANTED, skip, "", false, key, clock.instant());
            for (var told : List.of(feed.persons(question), feed.notes(question)))
                if (told instanceof PersonFeed.Told.Records records) out.append(records);
        }
    }

    private void seenBy(Officer officer, StringBuilder out) {
        var lookUps = lookUps();
        for (int i = 0; i < PLANTED; i += 20)
            for (var typed : List.of(family(i), kana(i) + " じろう", "次郎" + family(i)))
                if (lookUps.search(ISHINOMAKI, typed, officer, clock.instant())
                        instanceof LookUpPersons.Found.Persons(var persons))
                    persons.forEach(one -> out.append(one.facts()));
        for (var person : planted.subList(0, 40))
            lookUps.open(ISHINOMAKI, person, officer, clock.instant())
                    .ifPresent(sheet -> out.append(sheet.person().facts()).append(sheet.family()));
        lookUps.newest(ISHINOMAKI, officer, clock.instant()).forEach(one -> out.append(one.facts()));
        out.append(change().held(ISHINOMAKI, officer));
        clock.advance(java.time.Duration.ofHours(2));
    }

    /** Every log that the database holds, and what waits in the outbox. */
    private String logs() {
        return tenancy.everywhere(
                () -> String.join("\n", sql.sql("""
                        select act || subject || detail from audit
                        union all select topic || key || facts from outbox
                        union all select act || query_hash || persons::text from person_lookup
                        union all select hash || born_year from person_suppression
                        """).query(String.class).list()));
    }
}
