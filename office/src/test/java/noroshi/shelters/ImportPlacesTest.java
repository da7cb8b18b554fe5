package noroshi.shelters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import noroshi.people.Officer;
import noroshi.people.Officers;
import noroshi.people.Role;
import noroshi.platform.Announcement;
import noroshi.platform.DatabaseTest;
import noroshi.platform.Lane;
import noroshi.platform.Listener;
import noroshi.platform.SharedData;
import noroshi.shelters.ImportPlaces.Ended;
import noroshi.shelters.ImportRow.Verdict;
import noroshi.standards.opendata.Designation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportPlacesTest extends DatabaseTest {

    private static final String TOWN = "042021";
    private static final String OTHER = "041009";
    private static final String LIST = "ID,名称,所在地_連結表記,緯度,経度,災害種別_洪水,災害種別_津波\n";

    private final SheltersForTests all = new SheltersForTests(sql, tenancy, outbox, audit);
    private final java.util.ArrayList<String> heard = new java.util.ArrayList<>();
    private Officer officer = new Officer(0, TOWN, "nobody", "", "", Set.of(), false);

    @BeforeEach
    void officers() {
        tenancy.runEverywhere(() -> sql.sql("""
                        insert into government (code, name, kind) values ('042021', '石巻市', 'city'), ('041009', '仙台市', 'city')
                        """).update());
        var officers = new Officers(sql);
        officer = tenancy.everywhere(() -> officers.find(
                        TOWN,
                        officers.add(
                                new Officers.NewOfficer(TOWN, "bousai", null, "防災", "", Set.of(Role.ADMINISTRATOR)),
                                null,
                                clock.instant()))
                .orElseThrow());
        listeners.add(new Listener() {
            @Override
            public String name() {
                return "ear";
            }

            @Override
            public Set<String> topics() {
                return Set.of(News.CHANGED, News.STATE_CHANGED);
            }

            @Override
            public Lane lane() {
                return Lane.ORDINARY;
            }

            @Override
            public int batchMax() {
                return 100;
            }

            @Override
            public void handle(List<Announcement> batch) {
                batch.forEach(one -> heard.add(one.event().topic()));
            }
        });
    }

    private Ended.Taken take(String text, boolean dry) {
        return take("list.csv", text.getBytes(StandardCharsets.UTF_8), "", dry);
    }

    private Ended.Taken take(String file, byte[] bytes, String kind, boolean dry) {
        var ended = all.importPlaces.handle(
                new ImportPlaces.Command(TOWN, file, bytes, kind, dry, officer, clock.instant()));
        assertThat(ended).as("%s: %s", file, ended).isInstanceOf(Ended.Taken.class);
        deliverAnnouncements();
        return (Ended.Taken) ended;
    }

    @Test
    void aSecondImportChangesNothingAndACorrectedNameMakesNeitherADuplicateNorAnEvent() {
        var list = LIST + "CC0000000001,浜小学校,石巻市浜1,38.40,141.30,1,\nCC0000000002,山小学校,石巻市山1,38.45,141.31,1,1\n";
        assertThat(take(list, false).counts()).isEqualTo(Map.of(Verdict.ADDED, 2L));
        assertThat(heard).containsExactly(News.CHANGED);
        heard.clear();

        assertThat(take(list, false).counts()).isEqualTo(Map.of(Verdict.SAME, 2L));
        assertThat(heard).isEmpty();

        var corrected = take(list.replace("浜小学校", "浜辺小学校"), false);
        assertThat(corrected.counts()).isEqualTo(Map.of(Verdict.CHANGED, 1L, Verdict.SAME, 1L));
        assertThat(corrected.rows().getFirst().detail()).contains("名称「浜小学校」→「浜辺小学校」");
        assertThat(heard).containsExactly(News.CHANGED);
        assertThat(all.shelters.list(TOWN))
                .extracting(one -> one.master().name())
                .containsExactly("山小学校", "浜辺小学校");
    }

    @Test
    void aCountOfTheFutureIsNoReportSoThatTrueOnesHold() {
        var list = LIST.replace("\n", ",人数,時点\n") + "CC0000000001,浜小学校,石巻市浜1,38.40,141.30,1,,120,2099年1月1日10時00分\n";

        var taken = take(list, false);

        assertThat(taken.rows().getFirst().detail()).contains("時点が先の時刻です");
        assertThat(all.shelters.list(TOWN).getFirst().report()).isNull();
        take(list.replace("2099", "2011"), false);
        assertThat(java.util.Objects.requireNonNull(
                                all.shelters.list(TOWN).getFirst().report())
                        .told()
                        .people())
                .isEqualTo(120);
    }

    @Test
    void aRehearsalWritesNothing() {
        assertThat(take(LIST + "CC0000000001,浜小学校,石巻市浜1,38.40,141.30,1,\n", true)
                        .counts())
                .isEqualTo(Map.of(Verdict.ADDED, 1L));
        assertThat(all.shelters.list(TOWN)).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void twoListsThatNameTheSamePlaceMakeOneShelter() {
        var emergency = geo("E0420200001201", "浜小学校", "\"洪水\":\"1\"");
        var shelter = geo("E0420200001111", "浜小学校", "\"指定緊急避難場所との住所同一\":\"1\"");
        take(emergency, false);

        assertThat(take(shelter, false).counts()).isEqualTo(Map.of(Verdict.JOINED, 1L));
        assertThat(all.shelters.list(TOWN)).hasSize(1);
        assertThat(all.shelters.list(TOWN).getFirst().master().designation()).isEqualTo(Designation.BOTH);
        assertThat(take(emergency, false).counts()).isEqualTo(Map.of(Verdict.SAME, 1L));
        assertThat(take(shelter, false).counts()).isEqualTo(Map.of(Verdict.SAME, 1L));
    }

    private static String geo(String id, String name, String more) {
        return """
                {"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[141.3,38.4]},
                 "properties":{"NO":1,"共通ID":"%s","施設・場所名":"%s","住所":"宮城県石巻市浜1",%s}}]}""".formatted(id, name, more);
    }

    @Test
    void anImportIsTakenBackAndWhatPeopleChangedSinceStays() {
        take(LIST + "CC0000000001,浜小学校,石巻市浜1,38.40,141.30,1,\n", false);
        take(
                LIST
                        + "CC0000000001,浜辺小学校,石巻市浜1,38.40,141.30,1,\nCC0000000002,山小学校,石巻市山1,38.45,141.31,1,1\nCC0000000003,川小学校,石巻市川1,38.45,141.31,1,1\n",
                false);
        var river = all.shelters.list(TOWN).stream()
                .filter(one -> one.master().name().equals("川小学校"))
                .findFirst()
                .orElseThrow();
        all.report.handle(new ReportShelter.Command(
                TOWN, river.id(), ReportLetterTest.told(clock.instant()), 0, officer, clock.instant()));

        assertThat(all.undo
                        .handle(new UndoImport.Command(TOWN, 1, officer, clock.instant()))
                        .words())
                .contains("後から取り込んだ");
        assertThat(all.undo
                        .handle(new UndoImport.Command(TOWN, 2, officer, clock.instant()))
                        .words())
                .contains("取り消しました", "1件は残しました");

        assertThat(all.shelters.list(TOWN))
                .extracting(one -> one.master().name())
                .containsExactlyInAnyOrder("浜小学校", "川小学校");
        assertThat(all.undo
                        .handle(new UndoImport.Command(TOWN, 2, officer, clock.instant()))
                        .undone())
                .isFalse();
    }

    @Test
    void whoMayNotChangeMayNotImportAndAnotherTownSeesNothing() {
        var author = new Officer(officer.id(), TOWN, "sato", "佐藤", "", Set.of(Role.AUTHOR), false);
        assertThat(all.importPlaces.handle(new ImportPlaces.Command(
                        TOWN, "a.csv", LIST.getBytes(StandardCharsets.UTF_8), "", false, author, clock.instant())))
                .isInstanceOf(Ended.Refused.class);
        take(LIST + "CC0000000001,浜小学校,石巻市浜1,38.40,141.30,1,\n", false);
        assertThat(all.shelters.list(OTHER)).isEmpty();
        assertThat(tenancy.in(OTHER, () -> sql.sql("select count(*) from place")
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    @Test
    void everyRealFileIsTakenAndASecondTimeChangesNothing() throws IOException {
        int files = 0;
        for (var folder : List.of("outward/shelters/gsi", "outward/shelters/recommended_dataset", "outward/facilities"))
            for (var file : files(SharedData.folderOrSkip(folder))) {
                var bytes = Files.readAllBytes(file);
                if (new String(bytes, StandardCharsets.UTF_8).contains("\"unavailable\"")) continue;
                var kind = stem(file);
                take(file.toString(), bytes, kind, false);
                heard.clear();
                var again = take(file.toString(), bytes, kind, false);
                assertThat(again.changesSomething())
                        .as("%s %s", file, again.counts())
                        .isFalse();
                assertThat(heard).isEmpty();
                files++;
            }
        System.out.printf(
                "real files taken twice: %d, places: %s%n",
                files, tenancy.in(TOWN, () -> sql.sql("select count(*) from place")
                        .query(Long.class)
                        .single()));
        assertThat(files).isGreaterThan(60);
    }

    @Test
    void snapshotsOfNanaoTellHowManyWereThereOverTheMonths() throws IOException {
        var folder = SharedData.folderOrSkip("outward/shelters/nanao_2024_open_shelters");
        clock.set(java.time.Instant.parse("2024-09-01T00:00:00Z"));
        for (var file : files(folder)) take(file.toString(), Files.readAllBytes(file), "", false);
        var before = heard.size();
        for (var file : files(folder)) take(file.toString(), Files.readAllBytes(file), "", true);
        assertThat(heard).hasSize(before);
        var yatago = all.shelters.list(TOWN).stream()
                .filter(one -> one.number().equals("CC0000000537"))
                .findFirst()
                .orElseThrow();
        assertThat(all.shelters.log(TOWN, yatago.id()).size()).isGreaterThan(20);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("SOURCES.md"))
                    .sorted()
                    .toList();
        }
    }

    private static String stem(Path file) {
        var name = Objects.requireNonNull(file.getParent()).getFileName() + " "
                + file.getFileName().toString().replaceAll("\\..*$", "");
        return name.length() > Master.KIND_CHARACTERS_MAX ? name.substring(0, Master.KIND_CHARACTERS_MAX) : name;
    }
}
