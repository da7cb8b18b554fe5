package noroshi.damage;

import static noroshi.damage.Figure.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import noroshi.people.Government;
import org.junit.jupiter.api.Test;

class LossRulesTest {

    private static final Instant AT = Instant.parse("2011-03-12T00:00:00Z");

    private static List<String> fields(Map<Figure, Long> figures) {
        return LossRules.within(new Losses(figures)).stream()
                .map(Contradiction::field)
                .toList();
    }

    @Test
    void whatIsUnderInvestigationContradictsNothing() {
        assertThat(fields(Map.of())).isEmpty();
        assertThat(fields(Map.of(DEAD_RELATED, 3L))).isEmpty();
        assertThat(fields(Map.of(COST, 500L, COST_SCHOOLS, 500L))).isEmpty();
    }

    @Test
    void aPartIsNamedWhenItExceedsItsWhole() {
        assertThat(fields(Map.of(DEAD, 2L, DEAD_RELATED, 3L))).containsExactly("dead_related");
        assertThat(fields(Map.of(DESTROYED_HOUSEHOLDS, 5L, DESTROYED_PEOPLE, 4L)))
                .containsExactly("destroyed_households");
        assertThat(fields(Map.of(
                        DESTROYED_HOUSEHOLDS,
                        5L,
                        HALF_HOUSEHOLDS,
                        3L,
                        ABOVE_FLOOR_HOUSEHOLDS,
                        0L,
                        STRICKEN_HOUSEHOLDS,
                        9L)))
                .containsExactly("stricken_households");
    }

    @Test
    void nobodyLivesInNoHouse() {
        assertThat(fields(Map.of(HALF_HOUSES, 0L, HALF_HOUSEHOLDS, 2L, HALF_PEOPLE, 5L)))
                .containsExactly("half_households", "half_people");
    }

    @Test
    void aTotalIsTheSumOfItsPartsAndTheDifferenceIsSaid() {
        var parts = Map.of(COST_SCHOOLS, 10L, COST_FARM_WORKS, 20L, COST_PUBLIC_WORKS, 30L, COST_OTHER_PUBLIC, 40L);
        var right = new EnumMap<>(parts);
        right.put(COST_PUBLIC, 100L);
        var wrong = new EnumMap<>(parts);
        wrong.put(COST_PUBLIC, 90L);

        assertThat(fields(right)).isEmpty();
        assertThat(LossRules.within(new Losses(wrong)))
                .containsExactly(new Contradiction("cost_public", "「被害額 小計（千円）」90が、内訳の合計100と合いません（差-10）。"));
        assertThat(fields(Map.of(COST_PUBLIC, 100L, COST_CROPS, 1L, COST, 100L)))
                .containsExactly("cost");
    }

    @Test
    void emptyTotalsAreAddedUpOnceTheirPartsAreKnown() {
        var parts = new EnumMap<Figure, Long>(Figure.class);
        for (var figure : COSTS.figures()) if (figure != COST && figure != COST_PUBLIC) parts.put(figure, 7L);
        var completed = LossRules.completed(new Losses(parts));

        assertThat(completed.of(COST_PUBLIC)).isEqualTo(28);
        assertThat(completed.of(COST)).isEqualTo(70);
        assertThat(LossRules.completed(new Losses(Map.of(COST_SCHOOLS, 7L))).of(COST_PUBLIC))
                .isNull();
    }

    private static final Figure.Group COSTS = Figure.Group.COSTS;

    @Test
    void deathsDoNotFallWithoutAReason() {
        var before = new LossReport("041009", "quake", 3, AT, AT, new Losses(Map.of(DEAD, 10L)), "", "市", null, null);
        var less = new Losses(Map.of(DEAD, 8L));

        assertThat(LossRules.since(before, less, AT, ""))
                .extracting(Contradiction::field)
                .containsExactly("dead");
        assertThat(LossRules.since(before, less, AT, "身元の重複を確認しました")).isEmpty();
        assertThat(LossRules.since(before, less, AT.minusSeconds(1), "理由"))
                .extracting(Contradiction::field)
                .containsExactly("at");
        assertThat(LossRules.since(null, less, AT, "")).isEmpty();
    }

    private static PrefectureTotal total(List<Losses> all) {
        var governments = new java.util.ArrayList<Government>();
        var newest = new java.util.HashMap<String, LossReport>();
        for (int i = 0; i < all.size(); i++) {
            var code = "04%04d".formatted(2000 + i);
            governments.add(new Government(code, "市" + i, "", "city", "#00573d", "", "", ""));
            newest.put(code, new LossReport(code, "quake", 1, AT, AT, all.get(i), "", "市", null, null));
        }
        return PrefectureTotal.of(new Occasion("040002", "quake", "地震", AT), governments, newest);
    }

    @Test
    void thePrefecturesTotalSaysWhoStillInvestigates() {
        var total = total(List.of(new Losses(Map.of(DEAD, 3L, MISSING, 1L)), new Losses(Map.of(DEAD, 4L))));

        assertThat(total.says(DEAD)).isEqualTo("7");
        assertThat(total.says(MISSING)).isEqualTo("1以上");
        assertThat(total.says(SHIPS)).isEqualTo("調査中");
        assertThat(total(List.of()).says(DEAD)).isEqualTo("―");
        assertThat(total.against(new Losses(Map.of(DEAD, 9L))))
                .containsExactly(new Contradiction("dead", "「人的被害 死者（人）」9が、市町村の合計7と合いません（差2）。"));
    }

    /** Law: whatever the municipalities know, no total of the prefecture is below the sum of its parts. */
    @Test
    void noTotalIsBelowTheSumOfItsParts() {
        for (long seed = 1; seed <= 300; seed++) {
            var random = new Random(seed);
            var all = new java.util.ArrayList<Losses>();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                var figures = new EnumMap<Figure, Long>(Figure.class);
                for (var figure : Figure.values())
                    if (random.nextInt(4) > 0) figures.put(figure, (long) random.nextInt(1000));
                var losses = new Losses(figures);
                LossRules.within(losses)
                        .forEach(
                                wrong -> figures.remove(Figure.of(wrong.field()).orElseThrow()));
                var mended = new Losses(figures);
                if (LossRules.within(mended).isEmpty()) all.add(LossRules.completed(mended));
            }
            var sum = total(all).sum();
            long parts = sum.known(COST_SCHOOLS)
                    + sum.known(COST_FARM_WORKS)
                    + sum.known(COST_PUBLIC_WORKS)
                    + sum.known(COST_OTHER_PUBLIC);
            long others = sum.known(COST_CROPS)
                    + sum.known(COST_FOREST)
                    + sum.known(COST_LIVESTOCK)
                    + sum.known(COST_FISHERY)
                    + sum.known(COST_COMMERCE)
                    + sum.known(COST_OTHER);
            assertThat(sum.known(COST_PUBLIC)).as("seed %d", seed).isGreaterThanOrEqualTo(parts);
            assertThat(sum.known(COST)).as("seed %d", seed).isGreaterThanOrEqualTo(sum.known(COST_PUBLIC) + others);
        }
    }
}
