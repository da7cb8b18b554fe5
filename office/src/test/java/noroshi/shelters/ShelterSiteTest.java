package noroshi.shelters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import noroshi.platform.Announcement;
import noroshi.platform.Lane;
import noroshi.platform.Listener;
import noroshi.site.BannerSource;
import noroshi.site.SiteTest;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Value;
import noroshi.standards.opendata.Designation;
import noroshi.standards.opendata.Json;
import noroshi.standards.opendata.Opened;
import noroshi.standards.opendata.PlaceReader;
import noroshi.standards.opendata.TableFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a fact about a shelter to all that readers get. */
class ShelterSiteTest extends SiteTest {

    private static final int SHELTERS = 200;

    private final SheltersForTests all = new SheltersForTests(sql, tenancy, outbox, audit);
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void shelters() {
        beans.registerSingleton("facilities", new FacilityPages(all.places));
        beans.registerSingleton(
                "shelters",
                new ShelterPages(all.places, beans.getBeanProvider(BannerSource.class), directory, settings(), clock));
        tenancy.runEverywhere(() -> {
            for (int i = 1; i <= SHELTERS; i++) {
                long id = all.places.add(
                        MIYAGI, master("避難所%03d".formatted(i), "地区%02d".formatted(i / 20), i), clock.instant());
                all.imports.addKey(
                        MIYAGI,
                        Master.SHELTER,
                        new noroshi.standards.opendata.Place.Key("id", "CC%010d".formatted(i)),
                        id,
                        true);
            }
        });
        listeners.add(ear());
        buildEverything();
    }

    private static Master master(String name, String district, int i) {
        return new Master(
                Master.SHELTER,
                name,
                "",
                MIYAGI,
                "仙台市%d番".formatted(i),
                "",
                district,
                new noroshi.standards.opendata.Position(
                        new java.math.BigDecimal("38.2").add(java.math.BigDecimal.valueOf(i % 1000, 3)),
                        new java.math.BigDecimal("140.9")),
                "",
                "",
                Designation.BOTH,
                Set.of(noroshi.standards.opendata.Hazard.FLOOD),
                100,
                "",
                "",
                "",
                "",
                Map.of());
    }

    private Listener ear() {
        return new Listener() {
            @Override
            public String name() {
                return "ear";
            }

            @Override
            public Set<String> topics() {
                return Set.of(News.STATE_CHANGED);
            }

            @Override
            public Lane lane() {
                return Lane.ORDINARY;
            }

            @Override
            public int batchMax() {
                return 10;
            }

            @Override
            public void handle(List<Announcement> batch) {
                batch.forEach(one -> told.add(one.fact("from") + "→" + one.fact("to")));
            }
        };
    }

    private Shelter shelter(int number) {
        return all.shelters.list(MIYAGI).stream()
                .filter(one -> one.master().name().equals("避難所%03d".formatted(number)))
                .findFirst()
                .orElseThrow();
    }

    private void report(Shelter shelter, int people) {
        var at = clock.instant();
        var words = new Told(
                at,
                State.OPEN,
                people,
                null,
                null,
                null,
                Crowding.CONGESTED,
                Map.of(Need.WATER, Need.Answer.NO),
                "",
                at.plus(Duration.ofHours(1)));
        assertThat(all.report.handle(new ReportShelter.Command(MIYAGI, shelter.id(), words, 0, publisher, at)))
                .isInstanceOf(ShelterOutcome.Done.class);
    }

    @Test
    void oneReportIsOnThePageTheListTheMapAndInTheDataWithinASecond() {
        var shelter = shelter(77);
        long begun = System.nanoTime();
        report(shelter, 123);
        deliverAnnouncements();
        long ms = (System.nanoTime() - begun) / 1_000_000;

        System.out.printf("one report among %d shelters: %d ms to the snapshot%n", SHELTERS, ms);
        assertThat(get(shelter.path())).contains("123人", "足りません", "次回更新");
        assertThat(get("/shelters/")).contains("避難所077", "123人");
        assertThat(get("/l/shelters/")).contains("避難所077");
        assertThat(get("/shelters/list/3")).contains("123人");
        assertThat(get("/shelters/map")).contains("避難所077：開設");
        assertThat(get("/shelters/status.csv")).contains("CC0000000077,避難所077,開設,123");
        assertThat(get("/shelters/shelters.geojson")).contains("\"people\":123");
        assertThat(get(shelter.path() + ".json")).contains("\"people\":123");
        assertThat(ms).isLessThan(1000);
        assertThat(told).containsExactly("UNOPENED→OPEN");
    }

    /** Whoever may correct a shelter, or writes a list that is taken in, must not lead people elsewhere. */
    @Test
    void aSheltersLinkLeadsWhereItSaysAndNowhereElse() {
        linked("https://a.example/)*b*_c_&lt;?x=(1)");
        assertThat(get(shelter(77).path()))
                .contains("href=\"https://a.example/)*b*_c_&amp;lt;?x=(1)\"", ">くわしい案内</a>")
                .doesNotContain("<em>");

        linked("https://a.example/)[避難所の変更](https://evil.example/");
        assertThat(get(shelter(77).path())).doesNotContain("evil.example", "くわしい案内");
        linked("javascript:alert(1)");
        assertThat(get(shelter(77).path())).doesNotContain("alert", "くわしい案内");
    }

    private void linked(String url) {
        var before = all.shelters.find(MIYAGI, shelter(77).id()).orElseThrow();
        var was = before.master();
        var corrected = new Master(
                was.kind(),
                was.name(),
                was.kana(),
                was.municipality(),
                was.address(),
                was.building(),
                was.district(),
                was.position(),
                was.altitude(),
                was.phone(),
                was.designation(),
                was.hazards(),
                was.capacity(),
                was.capacityText(),
                was.audience(),
                url,
                was.note(),
                was.further());
        all.change.handle(new ChangeShelter.Command(
                MIYAGI, before.id(), before.version(), corrected, publisher, clock.instant()));
        deliverAnnouncements();
    }

    @Test
    void aCorrectedAddressIsOnThePagesAndNoMessageGoesToAnyone() {
        var shelter = shelter(77);
        report(shelter, 5);
        deliverAnnouncements();
        told.clear();
        long messages = messages();
        var before = all.shelters.find(MIYAGI, shelter.id()).orElseThrow();
        var corrected = master("避難所077", before.master().district(), 9999);

        all.change.handle(new ChangeShelter.Command(
                MIYAGI, before.id(), before.version(), corrected, publisher, clock.instant()));
        deliverAnnouncements();

        assertThat(get(shelter.path())).contains("仙台市9999番").doesNotContain("仙台市77番");
        assertThat(get("/shelters/shelters.csv")).contains("仙台市9999番");
        assertThat(told).isEmpty();
        assertThat(messages()).isEqualTo(messages);
    }

    private long messages() {
        return tenancy.everywhere(
                () -> sql.sql("select (select count(*) from dispatch) + (select count(*) from delivery)")
                        .query(Long.class)
                        .single());
    }

    @Test
    void aPromiseThatIsNotKeptSaysSoByItselfWithTheOfficeGone() {
        var shelter = shelter(77);
        report(shelter, 5);
        deliverAnnouncements();
        assertThat(get("/shelters/")).doesNotContain("まだ更新されていません");

        clock.set(clock.instant().plus(Duration.ofMinutes(61)));

        for (var path :
                List.of("/shelters/", shelter.path(), "/shelters/list/3", "/l/shelters/", "/t" + shelter.path()))
            assertThat(get(path)).as(path).contains("まだ更新されていません");
    }

    @Test
    void aReportChangesAFewFragmentsHoweverManySheltersThereAre() {
        report(shelter(76), 1);
        deliverAnnouncements();
        var before = fragments();
        report(shelter(77), 2);
        deliverAnnouncements();
        var after = fragments();

        after.removeAll(before);
        long bytes = after.stream().mapToLong(Fragment::storedBytes).sum();
        System.out.printf(
                "one report: %d new fragments, %d bytes (of %d fragments)%n", after.size(), bytes, before.size());
        assertThat(after.size()).isLessThan(45);
    }

    private Set<Fragment> fragments() {
        var found = new HashSet<Fragment>();
        var snapshot = snapshot();
        snapshot.keys(key -> {
            var timeline = snapshot.find(key);
            if (timeline == null || !key.path().contains("/shelters")) return;
            for (var step : timeline.steps())
                if (step.value() instanceof Value.Page page)
                    for (var part : page.parts())
                        switch (part) {
                            case Part.Piece(var fragment) -> found.add(fragment);
                            case Part.Timed(var steps) -> steps.steps().forEach(one -> found.add(one.value()));
                            case Part.Slot slot -> {}
                            case Part.Blank blank -> {}
                        }
        });
        return found;
    }

    @Test
    void lightPagesKeepTheirBudgets() {
        for (int i = 1; i <= SHELTERS; i++) report(shelter(i), i);
        deliverAnnouncements();
        for (var path : List.of("/shelters/", "/shelters/list/1", "/shelters/report")) {
            assertThat(wire("/l" + path)).as("/l" + path).isLessThan(14 * 1024);
        }
    }

    private int wire(String path) {
        var answer = (noroshi.snapshot.Answer.Found) snapshot().resolve(Key.of(MIYAGI, path), clock.instant());
        return 900
                + answer.body().stream()
                        .mapToInt(content -> content instanceof Fragment fragment ? fragment.storedBytes() : 40)
                        .sum();
    }

    @Test
    void aListOfFacilitiesIsAPageAndOpenData() {
        var list = "NO,名称,住所,緯度,経度,設置位置\n1,市役所,仙台市1,38.2,140.9,玄関\n2,図書館,仙台市2,,,受付\n";
        all.importPlaces.handle(new ImportPlaces.Command(
                MIYAGI,
                "aed.csv",
                list.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "AED",
                false,
                publisher,
                clock.instant()));
        deliverAnnouncements();

        var path = FacilityPages.path("AED");
        assertThat(get("/facilities/lists")).contains("AED");
        assertThat(get(path)).contains("市役所", "図書館");
        assertThat(get(path + ".csv")).contains("1,市役所,,仙台市1,38.2,140.9,,,,玄関");
        assertThat(Json.read(get(path + ".geojson").substring(4))).isInstanceOf(Map.class);
        assertThat(get("/shelters/")).doesNotContain("市役所");
    }

    @Test
    void whoComesOrChangesDistrictMovesTheOthersAndNobodyIsLost() {
        all.change.handle(
                new ChangeShelter.Command(MIYAGI, null, 0, master("避難所000", "地区00", 5), publisher, clock.instant()));
        deliverAnnouncements();
        assertThat(listed()).hasSize(SHELTERS + 1).doesNotHaveDuplicates();

        var moved = shelter(30);
        all.change.handle(new ChangeShelter.Command(
                MIYAGI, moved.id(), moved.version(), master("避難所030", "地区99", 30), publisher, clock.instant()));
        deliverAnnouncements();
        assertThat(listed()).hasSize(SHELTERS + 1).doesNotHaveDuplicates().endsWith("避難所030");
    }

    /** Names in the numbered lists, in their order. */
    private List<String> listed() {
        var names = new ArrayList<String>();
        for (int page = 1; page <= 7; page++) {
            var headings = java.util.regex.Pattern.compile("<h[1-6][^>]*><a [^>]*>(避難所[0-9]{3})</a>")
                    .matcher(get("/shelters/list/" + page));
            while (headings.find()) names.add(headings.group(1));
        }
        return names;
    }

    @Test
    void aShelterThatIsTakenAwayIsGoneFromEveryPage() {
        assertThat(get("/shelters/list/7")).startsWith("200");
        var last = shelter(200);
        tenancy.run(MIYAGI, () -> {
            for (int i = 181; i <= 200; i++)
                all.places.remove(MIYAGI, shelter(i).id(), clock.instant());
            new News(outbox)
                    .changed(
                            MIYAGI,
                            Master.SHELTER,
                            java.util.stream.LongStream.rangeClosed(181, 200)
                                    .boxed()
                                    .toList());
        });
        deliverAnnouncements();

        assertThat(get(last.path())).startsWith("410");
        assertThat(get("/shelters/list/7")).startsWith("410");
        assertThat(get("/shelters/shelters.csv")).doesNotContain("避難所200").contains("避難所180");
    }

    @Test
    void whatWePublishWeReadBackTheSame() {
        var csv = get("/shelters/shelters.csv").substring(4);
        var opened = (Opened.Read) TableFile.open(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var reading = PlaceReader.read(opened.table());

        assertThat(opened.table().columns()).hasSize(39);
        assertThat(reading.reported()).isEmpty();
        assertThat(reading.accepted()).hasSize(SHELTERS);
        assertThat(reading.accepted().getFirst().hazards()).containsExactly(noroshi.standards.opendata.Hazard.FLOOD);
        assertThat(Json.read(get("/shelters/shelters.json").substring(4))).isInstanceOf(Map.class);
    }

    @Test
    void theStaffsPageTakesTheFormAndRunsOneScriptOfItsOwn() {
        assertThat(get("/shelters/report")).contains("<script src=\"/040002/shelters/report.js\" defer>", "合言葉");
        assertThat(get("/t/shelters/report")).contains("合言葉").doesNotContain("<script");
        assertThat(snapshot().form(StaffPages.REPORT)).isEqualTo(StaffPages.report());
        assertThat(get("/shelters/nearest")).contains("nearest.js", "地区05");
        assertThat(get("/shelters/report.js")).contains("ECDSA");
    }
}
