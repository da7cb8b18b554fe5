package noroshi.planning.network.failure;

import static org.assertj.core.api.Assertions.assertThat;

import noroshi.planning.network.Link;
import noroshi.planning.network.Network;
import noroshi.planning.network.NetworkFile;
import noroshi.planning.network.failure.Aftermath.Course;
import noroshi.planning.network.failure.Aftermath.Span;
import org.junit.jupiter.api.Test;

class AftermathTest {

    /** A hall inland, a relay and two towns in a row towards the sea; the sea covers longitude 141.0 and more, up to 10 m. */
    private static Network coast(String relay, String town, String port, String links, String scenario) {
        return NetworkFile.json("""
                {"buildings":[{"id":"hall","role":"centre","longitude":140.0,"latitude":38,"elevationMetres":40},
                   {"id":"relay","role":"transit","longitude":140.5,"latitude":38,"elevationMetres":300%s},
                   {"id":"town","longitude":140.9,"latitude":38,"elevationMetres":20%s},
                   {"id":"port","longitude":141.1,"latitude":38,"elevationMetres":4%s}],
                 "links":[%s],
                 "hazards":[{"id":"sea","areas":[{"outline":[[141,37],[142,37],[142,39],[141,39]],"level":10}],"polesFromMetres":2},
                   {"id":"shake","kind":"shaking","areas":[{"outline":[[140.8,37],[142,37],[142,39],[140.8,39]],"level":6.4}]}],
                 "scenarios":[{"id":"s","hours":100%s}]}
                """.formatted(relay, town, port, links, scenario));
    }

    private static final String ROW = """
            {"id":"hr","from":"hall","to":"relay","capacityMbps":1,"carrier":"radio"},
            {"id":"rt","from":"relay","to":"town","capacityMbps":1,"carrier":"radio"},
            {"id":"tp","from":"town","to":"port","capacityMbps":1,"carrier":"radio"}""";

    @Test
    void whatStandsLowerThanTheWaterDrowns() {
        var found = of(coast("", "", ",\"equipmentMetres\":5.9", ROW, ",\"hazards\":[\"sea\"]"));

        assertThat(course(found, "port").spans()).containsExactly(new Span(Service.LOST, 0, 100));
        assertThat(course(found, "town").spans()).containsExactly(new Span(Service.SERVED, 0, 100));
        assertThat(found.damages().getLast()).isEqualTo(new Damage(6, true, true));
        assertThat(found.officeHours()).isEqualTo(100);
    }

    @Test
    void whatStandsAtTheSurfaceStaysAndRunsOnWhatItHas() {
        var found = of(coast(
                "",
                "",
                ",\"equipmentMetres\":6,\"generatorMetres\":6,\"batteryHours\":3,\"generatorHours\":24",
                ROW,
                ",\"hazards\":[\"sea\"],\"wetPowerHours\":50"));

        assertThat(course(found, "port").spans())
                .containsExactly(
                        new Span(Service.ON_ITS_OWN_POWER, 0, 27),
                        new Span(Service.DARK, 27, 50),
                        new Span(Service.SERVED, 50, 100));
        assertThat(course(found, "port").darkAfter()).isEqualTo(27);
        assertThat(course(found, "port").hoursWithout()).isEqualTo(23);
        assertThat(course(found, "town").darkAfter()).isInfinite();
    }

    @Test
    void aGeneratorThatDrownsLeavesTheBattery() {
        var found = of(coast(
                "",
                "",
                ",\"equipmentMetres\":6,\"generatorMetres\":5.9,\"batteryHours\":3,\"generatorHours\":24",
                ROW,
                ",\"hazards\":[\"sea\"]"));

        assertThat(course(found, "port").spans())
                .containsExactly(new Span(Service.ON_ITS_OWN_POWER, 0, 3), new Span(Service.DARK, 3, 100));
    }

    @Test
    void whoeverIsBehindADarkHallIsCutOffThenDark() {
        var found = of(coast(
                ",\"batteryHours\":5",
                ",\"batteryHours\":8",
                ",\"batteryHours\":30,\"equipmentMetres\":9",
                ROW,
                ",\"power\":[{\"hours\":20}]"));

        assertThat(course(found, "town").spans())
                .containsExactly(
                        new Span(Service.CUT_OFF, 0, 8),
                        new Span(Service.DARK, 8, 20),
                        new Span(Service.SERVED, 20, 100));
        // The hall itself has neither battery nor generator.
        assertThat(course(found, "port").spans())
                .containsExactly(new Span(Service.CUT_OFF, 0, 20), new Span(Service.SERVED, 20, 100));
        assertThat(found.without(0)).hasSize(2);
        assertThat(found.without(20)).isEmpty();
    }

    @Test
    void theGridFailsWhereItIsSaid() {
        var feeder = of(coast(
                ",\"feeder\":\"f\"",
                ",\"feeder\":\"g\"",
                "",
                ROW,
                ",\"power\":[{\"feeders\":[\"f\"],\"hours\":6},{\"feeders\":[\"f\"],\"hours\":9}]"));
        var area = of(coast(
                "", "", "", ROW, ",\"power\":[{\"area\":[[140.8,37],[141,37],[141,39],[140.8,39]],\"hours\":9}]"));

        assertThat(course(feeder, "town").spans())
                .containsExactly(new Span(Service.CUT_OFF, 0, 9), new Span(Service.SERVED, 9, 100));
        assertThat(course(area, "town").spans())
                .containsExactly(new Span(Service.DARK, 0, 9), new Span(Service.SERVED, 9, 100));
        assertThat(course(area, "port").at(0)).isEqualTo(Service.CUT_OFF);
        assertThat(course(area, "port").at(9)).isEqualTo(Service.SERVED);
        assertThat(course(area, "port").at(1000)).isEqualTo(Service.SERVED);
    }

    @Test
    void shakingBreaksWhatDoesNotWithstandIt() {
        var found = of(coast("", ",\"withstands\":6.4", ",\"withstands\":6.5", ROW, ",\"hazards\":[\"shake\"]"));

        assertThat(course(found, "town").at(0)).isEqualTo(Service.LOST);
        assertThat(course(found, "port").at(0)).isEqualTo(Service.CUT_OFF);
        assertThat(found.broken()).isEmpty();
    }

    @Test
    void waterTakesPolesWhereItIsDeepOnTheWay() {
        // Between 20 m at 140.9 and 4 m at 141.1 the ground is 12 m at the shore line 141.0 and falls below 8 m at
        // 141.05.
        assertThat(broken("poles", "")).containsExactly("tp");
        assertThat(broken("duct", "")).containsExactly("tp");
        assertThat(broken("radio", "")).isEmpty();
        assertThat(broken("satellite", "")).isEmpty();
        // The port stands on a quay of 9 m, so that only 1 m of water is anywhere on the way.
        assertThat(broken("poles", "9")).isEmpty();
    }

    private static java.util.List<String> broken(String carrier, String elevation) {
        var network = NetworkFile.json("""
                {"buildings":[{"id":"town","role":"centre","longitude":140.9,"latitude":38,"elevationMetres":20},
                              {"id":"port","longitude":141.1,"latitude":38,"elevationMetres":%s,"equipmentMetres":20}],
                 "links":[{"id":"tp","from":"town","to":"port","capacityMbps":1,"carrier":"%s","path":[[141.0,38]]}],
                 "hazards":[{"id":"sea","areas":[{"outline":[[141,37],[142,37],[142,39],[141,39]],"level":10}],"polesFromMetres":2,"ductsFromMetres":6}],
                 "scenarios":[{"id":"s","hazards":["sea"]}]}
                """.formatted(elevation.isEmpty() ? "4" : elevation, carrier));
        return of(network).broken().stream().map(Link::id).toList();
    }

    @Test
    void depthIsMeasuredAgainstTheGroundOnTheWay() {
        // A detour into the sea over an embankment: 9.5 m high it stays, 7.9 m high it goes.
        assertThat(detour(9.5)).isEmpty();
        assertThat(detour(8.0)).hasSize(1);
        assertThat(detour(8.1)).isEmpty();
    }

    private static java.util.List<Link> detour(double embankment) {
        var network = NetworkFile.json("""
                {"buildings":[{"id":"a","role":"centre","longitude":140.9,"latitude":38,"elevationMetres":20},
                              {"id":"b","longitude":140.9,"latitude":38.2,"elevationMetres":20}],
                 "links":[{"id":"l","from":"a","to":"b","capacityMbps":1,"path":[[141.1,38.1]],"elevationsMetres":[%s]}],
                 "hazards":[{"id":"sea","areas":[{"outline":[[141,37],[142,37],[142,39],[141,39]],"level":10}],"polesFromMetres":2}],
                 "scenarios":[{"id":"s","hazards":["sea"]}]}
                """.formatted(embankment));
        return of(network).broken();
    }

    @Test
    void whatTheScenarioNamesFails() {
        var building = of(coast("", "", "", ROW, ",\"buildings\":[\"relay\"]"));
        var link = of(coast("", "", "", ROW, ",\"links\":[\"tp\"]"));

        assertThat(course(building, "town").at(0)).isEqualTo(Service.CUT_OFF);
        assertThat(course(link, "town").at(0)).isEqualTo(Service.SERVED);
        assertThat(course(link, "port").at(0)).isEqualTo(Service.CUT_OFF);
    }

    private static Aftermath of(Network network) {
        return Aftermath.of(network, network.scenarios().getFirst());
    }

    private static Course course(Aftermath aftermath, String office) {
        return aftermath.offices().stream()
                .filter(course -> course.office().id().equals(office))
                .findFirst()
                .orElseThrow();
    }
}
