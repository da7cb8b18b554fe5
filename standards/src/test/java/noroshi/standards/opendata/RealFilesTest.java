package noroshi.standards.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every shelter and facility file that municipalities published: docs/registers/shelters.md names the rows that are left out. */
class RealFilesTest {

    private record Told(Path file, Opened opened) {}

    private static List<Told> all() {
        return Stream.of("outward/shelters", "outward/facilities")
                .flatMap(folder -> SharedFiles.under(folder).stream())
                .map(file -> new Told(file, TableFile.open(SharedFiles.bytes(file))))
                .toList();
    }

    @Test
    void everyRowIsAcceptedOrNamedAndAtLeast99PercentAreAccepted() {
        int rows = 0;
        int accepted = 0;
        var reported = new ArrayList<String>();
        var remarks = new TreeSet<String>();
        for (var told : all()) {
            if (!(told.opened() instanceof Opened.Read(var table))) continue;
            var reading = PlaceReader.read(table);
            assertThat(reading.rows())
                    .as("%s", told.file())
                    .isEqualTo(table.rows().size());
            assertThat(reading.accepted().size())
                    .as("%s: %s", told.file(), reading.reported())
                    .isGreaterThanOrEqualTo((int) Math.ceil(reading.rows() * 0.99));
            rows += reading.rows();
            accepted += reading.accepted().size();
            for (var one : reading.reported())
                reported.add("%s line %d: %s".formatted(told.file().getFileName(), one.line(), one.reason()));
            for (var place : reading.accepted())
                for (var remark : place.remarks())
                    remarks.add("%s line %d %s: %s"
                            .formatted(told.file().getFileName(), place.line(), place.name(), remark));
        }
        System.out.printf(
                "shelter and facility files: %d rows = %d accepted + %d reported%n", rows, accepted, reported.size());
        reported.forEach(System.out::println);
        remarks.stream().limit(Integer.getInteger("remarks", 0)).forEach(System.out::println);
        assertThat(reported)
                .containsExactlyInAnyOrder(
                        "170003_evacuation_space.csv line 1553: 名称がありません。名称を入れてください。",
                        "170003_evacuation_space.csv line 1554: 名称がありません。名称を入れてください。",
                        "170003_evacuation_space.csv line 1555: 名称がありません。名称を入れてください。");
    }

    @Test
    void onlyTheStubsOfSendaisWardsHoldNoTable() {
        var refused = all().stream()
                .filter(told -> told.opened() instanceof Opened.Refused)
                .toList();

        assertThat(refused).hasSize(8);
        assertThat(refused).allSatisfy(told -> assertThat(((Opened.Refused) told.opened()).reason())
                .contains("公開されていません"));
    }

    @Test
    void layoutsOldAndNewSayTheSame() {
        var nonoichi = place("170003_evacuation_space.csv", "CC0000000001");
        assertThat(nonoichi.name()).isEqualTo("旧金沢市立野町小学校");
        assertThat(nonoichi.municipality()).isEqualTo("172014");
        assertThat(nonoichi.designation()).isEqualTo(Designation.BOTH);
        assertThat(nonoichi.hazards())
                .containsExactly(Hazard.FLOOD, Hazard.LANDSLIDE, Hazard.EARTHQUAKE, Hazard.TSUNAMI);
        var tower = place("222127_evacuation_space.csv", "1");
        assertThat(tower.hazards()).containsExactly(Hazard.EARTHQUAKE, Hazard.TSUNAMI);
        assertThat(tower.key().scheme()).isEqualTo("no-emergency");
        assertThat(place("222127_hinannjo.csv", "1").key().scheme()).isEqualTo("no-shelter");
        var nakano = place("041009.json", "E0410000001201");
        assertThat(nakano.designation()).isEqualTo(Designation.BOTH);
        assertThat(nakano.district()).isEqualTo("栄");
    }

    @Test
    void aSnapshotOfOpenedSheltersTellsHowManyAndWhen() {
        var yamao = place("open_shelter_Nanao-shi_2024-01-09-1800.csv", "CC0000000518");

        assertThat(yamao.count()).isEqualTo(new Place.Count(180, java.time.Instant.parse("2024-01-09T09:00:00Z")));
        assertThat(yamao.capacityText()).isEqualTo("屋内480人／屋外3,350人(面積の1/2)");
    }

    @Test
    void aSpreadsheetsRowsAreRead() {
        var office = place("takamatsu_branch_office.xlsx", "1");
        assertThat(office.name()).isEqualTo("鶴尾出張所");
        assertThat(office.phone()).isEqualTo("087-866-1793");
        assertThat(place("takamatsu_events.xlsx", "1").name()).contains("出張!パネル展示".replace("!", "！"));
    }

    private static Place place(String file, String id) {
        return all().stream()
                .filter(told -> told.file().getFileName().toString().equals(file))
                .flatMap(told -> PlaceReader.read(((Opened.Read) told.opened()).table()).accepted().stream())
                .filter(place -> place.key().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
