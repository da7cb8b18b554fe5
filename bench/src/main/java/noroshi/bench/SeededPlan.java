package noroshi.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A plan in which nothing is wrong but what is put in on purpose. Buildings stand on two hills and in a flooded valley; a sound system has its
 * original on one hill and a daily copy on the other.
 */
final class SeededPlan {

    private static final int SYSTEMS = 30;

    private enum Flaw {
        NONE,
        COPY_IN_ZONE,
        KEY_IN_ZONE,
        COPY_IN_BUILDING,
        LINES_IN_ZONE,
        FUEL_IN_ZONE,
        LATE_SYSTEM,
        RARE_COPY,
        NO_COPY
    }

    private final Random random;
    private final List<Flaw> flaws = new ArrayList<>();
    private final Set<String> expected = new HashSet<>();
    private final Set<String> fatesOfCopies = new HashSet<>();
    private final String text;

    SeededPlan(long seed) {
        random = new Random(seed);
        for (int i = 0; i < SYSTEMS; i++)
            flaws.add(random.nextInt(3) == 0 ? Flaw.values()[random.nextInt(Flaw.values().length)] : Flaw.NONE);
        text = text(-1);
    }

    String text() {
        return text;
    }

    /** What was put in: kind, part and cause, or kind, part and place. */
    Set<String> expected() {
        return Set.copyOf(expected);
    }

    Set<String> fatesOfCopies() {
        return Set.copyOf(fatesOfCopies);
    }

    /** The same plan with the copy (or key) of this finding on dry land. */
    String withCopyMoved(String finding) {
        return text(Integer.parseInt(finding.replaceAll(".* d([0-9]+) .*", "$1")));
    }

    private String text(int moved) {
        var servers = new ArrayList<String>();
        var data = new ArrayList<String>();
        var systems = new ArrayList<String>();
        var services = new ArrayList<String>();
        for (int i = 0; i < SYSTEMS; i++) {
            var flaw = flaws.get(i);
            servers.add(server(i, flaw));
            data.add(data(i, i == moved ? Flaw.NONE : flaw, flaw));
            systems.add(system(i, flaw));
            services.add("{\"id\":\"v%d\",\"name\":\"業務%d\",\"needs\":[\"s%d\"],\"rto_hours\":24,\"rpo_hours\":48}"
                    .formatted(i, i, i));
            if (moved < 0) expect(i, flaw);
        }
        return """
                {"name":"作為の誤りのある計画",
                 "zones":[{"id":"valley","name":"谷","water_m":5,"area":[[141,38],[141.1,38],[141.1,38.1],[141,38.1]]}],
                 "buildings":[
                  {"id":"hill1","name":"丘1","position":[140.9,38.05],"elevation_m":50},
                  {"id":"hill2","name":"丘2","position":[140.8,38.05],"elevation_m":60},
                  {"id":"valley1","name":"谷1","position":[141.05,38.05],"elevation_m":1},
                  {"id":"valley2","name":"谷2","position":[141.06,38.06],"elevation_m":2}],
                 "fuels":[{"id":"dry-fuel","name":"燃料","building":"hill1"},{"id":"wet-fuel","name":"燃料","building":"valley1"}],
                 "powers":[
                  {"id":"grid","name":"商用","source":"grid","building":"hill1"},
                  {"id":"generator","name":"発電機","source":"generator","hours":24,"fuel":"dry-fuel","building":"hill1"},
                  {"id":"wet-grid","name":"商用","source":"grid","building":"valley1"},
                  {"id":"wet-generator","name":"発電機","source":"generator","hours":24,"fuel":"wet-fuel","building":"valley1","height_m":12}],
                 "lines":[
                  {"id":"dry-line","name":"山の回線","path":[[140.8,38.05],[140.9,38.05]],"elevation_m":1},
                  {"id":"high-line","name":"高架の回線","path":[[140.8,38.05],[141.2,38.05]],"elevation_m":9},
                  {"id":"wet-line1","name":"谷の回線","path":[[140.8,38.05],[141.2,38.05]],"elevation_m":2},
                  {"id":"wet-line2","name":"谷の回線","path":[[140.8,38.06],[141.2,38.06]],"elevation_m":2}],
                 "servers":[%s],"data":[%s],"systems":[%s],"services":[%s]}
                """.formatted(
                        String.join(",\n", servers),
                        String.join(",\n", data),
                        String.join(",\n", systems),
                        String.join(",\n", services));
    }

    /** High up in the valley is as dry as a hill, and only its power can fail. */
    private String server(int i, Flaw flaw) {
        var place =
                switch (flaw) {
                    case COPY_IN_ZONE, KEY_IN_ZONE -> "\"building\":\"valley1\",\"height_m\":1";
                    case FUEL_IN_ZONE -> "\"building\":\"valley1\",\"height_m\":12";
                    case NONE, COPY_IN_BUILDING, LINES_IN_ZONE, LATE_SYSTEM, RARE_COPY, NO_COPY ->
                        "\"building\":\"hill1\"";
                };
        var power = flaw == Flaw.FUEL_IN_ZONE ? "\"wet-grid\",\"wet-generator\"" : "\"grid\",\"generator\"";
        return "{\"id\":\"m%d\",\"name\":\"機器%d\",%s,\"needs_some_of\":[{\"at_least\":1,\"of\":[%s]}]}"
                .formatted(i, i, place, power);
    }

    /** @param flaw as it is told; what it was tells which server it is on */
    private static String data(int i, Flaw flaw, Flaw was) {
        var backup =
                switch (flaw) {
                    case COPY_IN_ZONE -> "{\"id\":\"b%d\",\"building\":\"valley2\",\"every_hours\":24}".formatted(i);
                    case KEY_IN_ZONE ->
                        "{\"id\":\"b%d\",\"building\":\"hill2\",\"every_hours\":24,\"key\":{\"building\":\"valley2\"}}"
                                .formatted(i);
                    case COPY_IN_BUILDING -> "{\"id\":\"b%d\",\"building\":\"hill1\",\"every_hours\":24}".formatted(i);
                    case RARE_COPY -> "{\"id\":\"b%d\",\"building\":\"hill2\",\"every_hours\":72}".formatted(i);
                    case NO_COPY -> "";
                    case NONE, LINES_IN_ZONE, FUEL_IN_ZONE, LATE_SYSTEM ->
                        "{\"id\":\"b%d\",\"building\":\"hill2\",\"every_hours\":24}".formatted(i);
                };
        return "{\"id\":\"d%d\",\"name\":\"データ%d\",\"server\":\"m%d\",\"backups\":[%s],\"comment\":\"%s\"}"
                .formatted(i, i, i, backup, was);
    }

    private String system(int i, Flaw flaw) {
        var lines = flaw == Flaw.LINES_IN_ZONE
                ? "\"wet-line1\",\"wet-line2\""
                : List.of("\"dry-line\",\"wet-line1\"", "\"high-line\",\"wet-line2\"")
                        .get(i % 2);
        return "{\"id\":\"s%d\",\"name\":\"システム%d\",\"servers\":[\"m%d\"],\"data\":[\"d%d\"],\"rto_hours\":%d,\"needs_some_of\":[{\"of\":[%s]}]}"
                .formatted(i, i, i, i, flaw == Flaw.LATE_SYSTEM ? 48 : 24, lines);
    }

    private void expect(int i, Flaw flaw) {
        switch (flaw) {
            case NONE -> {}
            case COPY_IN_ZONE, KEY_IN_ZONE -> {
                expected.add("COPIES_IN_ZONE d%d valley".formatted(i));
                fatesOfCopies.add("COPIES_IN_ZONE d%d valley".formatted(i));
            }
            case COPY_IN_BUILDING -> expected.add("COPIES_IN_BUILDING d%d hill1".formatted(i));
            case LINES_IN_ZONE -> expected.add("ALTERNATIVES_IN_ZONE s%d valley".formatted(i));
            case FUEL_IN_ZONE -> expected.add("ALTERNATIVES_IN_ZONE m%d valley".formatted(i));
            case LATE_SYSTEM -> expected.add("RTO_ON_PAPER v%d s%d".formatted(i, i));
            case RARE_COPY, NO_COPY -> expected.add("RPO_ON_PAPER v%d d%d".formatted(i, i));
        }
    }
}
