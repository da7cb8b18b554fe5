package noroshi.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import noroshi.shelters.Crowding;
import noroshi.shelters.Master;
import noroshi.shelters.Need;
import noroshi.shelters.State;
import noroshi.shelters.TakeInShelters;
import noroshi.shelters.TakeInShelters.Given;
import noroshi.shelters.Told;
import noroshi.standards.opendata.Designation;
import noroshi.standards.opendata.Hazard;
import noroshi.standards.opendata.Position;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 500 invented shelters around real places of the 36 governments; about one in nine is open. The same seed, the same shelters. */
@Component
final class DemoShelters implements DemoRegister {

    private static final long SEED = 20110311;
    private static final List<String> BUILDINGS = List.of("小学校", "公民館", "コミュニティセンター", "中学校体育館", "集会所", "運動公園");
    private static final List<String> NOTES = List.of("", "", "", "毛布が届きました。", "玄関は北側です。", "夜間は正面の扉を叩いてください。");
    private static final int OPEN_ONE_IN = 9;

    private final TakeInShelters takeIn;

    DemoShelters(TakeInShelters takeIn) {
        this.takeIn = takeIn;
    }

    @Override
    public void load(Instant now) {
        var random = new Random(SEED);
        var names = Resources.table("governments.csv").rows().stream()
                .collect(Collectors.toMap(row -> value(row, "code"), row -> value(row, "name")));
        var all = new LinkedHashMap<String, List<Given>>();
        for (var row : Resources.table("shelters.csv").rows()) {
            var government = value(row, "government");
            var given = all.computeIfAbsent(government, code -> new ArrayList<>());
            int count = Integer.parseInt(value(row, "count"));
            // The prefecture's own stand in its capital.
            var town = government.endsWith("0002") ? "仙台市" : java.util.Objects.requireNonNull(names.get(government));
            for (int i = 0; i < count; i++) given.add(shelter(row, town, given.size() + 1, i, random, now));
        }
        all.forEach((government, given) -> takeIn.take(government, given, now));
    }

    private static Given shelter(
            Map<String, String> row, String town, int number, int building, Random random, Instant now) {
        var government = value(row, "government");
        var district = value(row, "district");
        var kind = BUILDINGS.get(building % BUILDINGS.size());
        var hazards = EnumSet.noneOf(Hazard.class);
        for (var hazard : Hazard.values()) if (random.nextInt(100) < 60) hazards.add(hazard);
        int capacity = 50 + random.nextInt(45) * 10;
        var master = new Master(
                Master.SHELTER,
                district + kind,
                "",
                government,
                "宮城県" + town + district + (1 + random.nextInt(40)) + "番地",
                "",
                district,
                new Position(near(row, "latitude", random), near(row, "longitude", random)),
                "",
                "",
                random.nextInt(3) == 0 ? Designation.EMERGENCY_PLACE : Designation.BOTH,
                hazards,
                capacity,
                "",
                district + "町内会",
                "",
                "デモ用に作った避難所です。",
                Map.of());
        return new Given("DM%s%04d".formatted(government, number), master, told(capacity, random, now));
    }

    private static BigDecimal near(Map<String, String> row, String column, Random random) {
        return new BigDecimal(value(row, column)).add(BigDecimal.valueOf(random.nextInt(121) - 60, 4));
    }

    private static @Nullable Told told(int capacity, Random random, Instant now) {
        if (random.nextInt(OPEN_ONE_IN) != 0) return null;
        int people = random.nextInt(capacity + 1);
        var needs = new EnumMap<Need, Need.Answer>(Need.class);
        for (var need : Need.values()) needs.put(need, Need.Answer.values()[random.nextInt(3)]);
        var at = now.minus(Duration.ofMinutes(10 + random.nextInt(110)));
        return new Told(
                at,
                State.OPEN,
                people,
                people / 2,
                people / 10,
                people / 20,
                people * 10 > capacity * 9 ? Crowding.FULL : people * 2 > capacity ? Crowding.CONGESTED : Crowding.FREE,
                needs,
                NOTES.get(random.nextInt(NOTES.size())),
                at.plus(Duration.ofHours(1 + random.nextInt(6))));
    }

    private static String value(Map<String, String> row, String column) {
        return java.util.Objects.requireNonNull(row.get(column), column);
    }
}
