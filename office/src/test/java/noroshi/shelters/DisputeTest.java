package noroshi.shelters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import noroshi.calls.Answer;
import noroshi.calls.Terms;
import noroshi.platform.Announcement;
import noroshi.platform.Event;
import noroshi.site.Banner;
import noroshi.site.BannerSource;
import noroshi.site.SiteTest;
import noroshi.standards.opendata.Designation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who report without knowing of each other; the prefecture's sums; the telephone; disaster or not. */
class DisputeTest extends SiteTest {

    private final SheltersForTests all = new SheltersForTests(sql, tenancy, outbox, audit);
    private final List<Banner> standing = new ArrayList<>();
    private ShelterPages pages = pages();
    private long school;

    private ShelterPages pages() {
        return new ShelterPages(all.places, beans.getBeanProvider(BannerSource.class), directory, settings(), clock);
    }

    @BeforeEach
    void aSchool() {
        pages = pages();
        beans.registerSingleton("shelters", pages);
        beans.registerSingleton("banners", (BannerSource) government -> standing);
        school = tenancy.everywhere(() -> all.places.add(MIYAGI, master("門脇小学校"), clock.instant()));
        tenancy.runEverywhere(() -> all.places.add(MIYAGI, master("湊小学校"), clock.instant()));
        buildEverything();
    }

    private static Master master(String name) {
        return new Master(
                Master.SHELTER,
                name,
                "",
                MIYAGI,
                "石巻市1番",
                "",
                "門脇",
                null,
                "",
                "",
                Designation.BOTH,
                Set.of(),
                100,
                "",
                "",
                "",
                "",
                Map.of());
    }

    private Shelter school() {
        return all.shelters.find(MIYAGI, school).orElseThrow();
    }

    private Report holding() {
        return java.util.Objects.requireNonNull(school().report());
    }

    private void report(int people, long seen) {
        clock.advance(Duration.ofMinutes(1));
        var told = new Told(
                clock.instant(),
                State.OPEN,
                people,
                people / 2,
                null,
                null,
                Crowding.FREE,
                Map.of(Need.PETS, Need.Answer.YES),
                "",
                null);
        all.report.handle(new ReportShelter.Command(MIYAGI, school, told, seen, publisher, clock.instant()));
    }

    private ShelterOutcome decide(boolean keep) {
        clock.advance(Duration.ofMinutes(1));
        return all.decide.handle(
                new DecideDispute.Command(MIYAGI, school, holding().id(), keep, publisher, clock.instant()));
    }

    @Test
    void twoReportsThatContradictEachOtherAreShownUntilSomebodyDecides() {
        report(10, 0);
        report(90, 0);
        deliverAnnouncements();
        assertThat(holding().disputed()).isTrue();
        assertThat(all.shelters.contradicted(school()))
                .hasValueSatisfying(before -> assertThat(before.told().people()).isEqualTo(10));
        assertThat(get("/shelters/" + school)).contains("90人", "食い違いがあります");

        assertThat(decide(true)).isInstanceOf(ShelterOutcome.Done.class);
        deliverAnnouncements();

        assertThat(get("/shelters/" + school)).contains("90人").doesNotContain("食い違いがあります");
        assertThat(all.shelters.log(MIYAGI, school)).hasSize(2);
        assertThat(decide(true)).isInstanceOf(ShelterOutcome.Overtaken.class);
    }

    @Test
    void whatWasSaidBeforeIsToldAgainAndTheLogKeepsAllOfIt() {
        report(10, 0);
        report(90, 0);
        assertThat(decide(false)).isInstanceOf(ShelterOutcome.Done.class);
        deliverAnnouncements();

        assertThat(holding().told().people()).isEqualTo(10);
        assertThat(holding().disputed()).isFalse();
        assertThat(get("/shelters/" + school)).contains("10人").doesNotContain("90人", "食い違いがあります");
        assertThat(all.shelters.log(MIYAGI, school))
                .extracting(one -> one.told().people())
                .containsExactly(10, 90, 10);
    }

    @Test
    void aReportByWhoHasSeenTheDisputeSettlesIt() {
        report(10, 0);
        report(90, 0);
        report(50, holding().id());

        assertThat(holding().disputed()).isFalse();
        assertThat(decide(true)).isInstanceOf(ShelterOutcome.Overtaken.class);
    }

    @Test
    void thePrefectureAddsUpWhatItsGovernmentsReport() {
        assertThat(get("/shelters/all")).contains("開設している避難所の報告はありません");
        report(1200, 0);
        deliverAnnouncements();

        assertThat(get("/shelters/all")).contains("1 か所", "1,200人", "（600世帯）", "宮城県");
        assertThat(get("/shelters/")).contains("市町村ごとの避難所");
    }

    @Test
    void theTelephoneFindsOpenSheltersFirst() {
        report(10, 0);
        var answers = new ShelterAnswers(all.places, directory);

        assertThat(tenancy.everywhere(() -> answers.answers(Set.of(MIYAGI), Terms.of("避難所 かどのわき"), 10)))
                .isEmpty();
        assertThat(tenancy.everywhere(() -> answers.answers(Set.of(MIYAGI), Terms.of("避難所"), 10)))
                .extracting(Answer::title)
                .containsExactly("門脇小学校", "湊小学校");
        assertThat(tenancy.everywhere(() -> answers.answers(Set.of(MIYAGI), Terms.of("ぺっと"), 10)))
                .singleElement()
                .satisfies(answer -> assertThat(answer.says()).contains("開設", "10人"));
    }

    @Test
    void theSip4dPackageSaysDisasterWhileARealEmergencyStands() throws java.io.IOException {
        assertThat(sip4d()).contains("平時");

        standing.add(banner("drill"));
        assertThat(sip4d()).contains("平時");
        standing.add(banner(""));
        assertThat(sip4d()).contains("災害時").doesNotContain("平時");
        clock.advance(Duration.ofHours(2));
        assertThat(sip4d()).contains("平時");
    }

    private Banner banner(String mark) {
        var now = clock.instant();
        return new Banner(
                5, "大津波警報", "津波", "", MIYAGI, "/emergency/1", mark, now, Instant.EPOCH, now.plus(Duration.ofHours(1)));
    }

    /** All text of the package that is made when emergencies change. */
    private String sip4d() throws java.io.IOException {
        var changed = new Announcement(
                1, MIYAGI, new Event("emergency.changed", "x", Map.of("governments", MIYAGI)), clock.instant(), 0);
        var file = tenancy.everywhere(() -> pages.files(List.of(changed))).getFirst();
        assertThat(file.path()).isEqualTo("/shelters/sip4d.zip");
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new java.io.ByteArrayInputStream(file.bytes()))) {
            while (zip.getNextEntry() != null) text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
