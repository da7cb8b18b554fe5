package noroshi.damage;

import static noroshi.damage.Figure.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which figures of a report contradict each other, after the definitions of 消防庁's 災害報告取扱要領 (第4号様式). What is not known
 * contradicts nothing. Pure.
 */
final class LossRules {

    private static final List<List<Figure>> DWELLINGS = List.of(
            List.of(DESTROYED_HOUSES, DESTROYED_HOUSEHOLDS, DESTROYED_PEOPLE),
            List.of(HALF_HOUSES, HALF_HOUSEHOLDS, HALF_PEOPLE),
            List.of(PARTLY_HOUSES, PARTLY_HOUSEHOLDS, PARTLY_PEOPLE),
            List.of(ABOVE_FLOOR_HOUSES, ABOVE_FLOOR_HOUSEHOLDS, ABOVE_FLOOR_PEOPLE),
            List.of(BELOW_FLOOR_HOUSES, BELOW_FLOOR_HOUSEHOLDS, BELOW_FLOOR_PEOPLE));

    private static final List<Figure> PUBLIC_COSTS =
            List.of(COST_SCHOOLS, COST_FARM_WORKS, COST_PUBLIC_WORKS, COST_OTHER_PUBLIC);
    private static final List<Figure> OTHER_COSTS =
            List.of(COST_CROPS, COST_FOREST, COST_LIVESTOCK, COST_FISHERY, COST_COMMERCE, COST_OTHER);

    /** Dwellings out of which people cannot live on: 全壊, 半壊, 床上浸水. */
    private static final List<Figure> STRICKEN_BY_HOUSEHOLD =
            List.of(DESTROYED_HOUSEHOLDS, HALF_HOUSEHOLDS, ABOVE_FLOOR_HOUSEHOLDS);

    private static final List<Figure> STRICKEN_BY_PEOPLE = List.of(DESTROYED_PEOPLE, HALF_PEOPLE, ABOVE_FLOOR_PEOPLE);

    private static final List<Figure> NEVER_LESS_IN_SILENCE =
            List.of(DEAD, DEAD_RELATED, INJURED_SERIOUSLY, INJURED_SLIGHTLY, DESTROYED_HOUSES);

    private LossRules() {}

    /** Within one report. */
    static List<Contradiction> within(Losses losses) {
        var found = new ArrayList<Contradiction>();
        atMost(losses, DEAD_RELATED, List.of(DEAD), found);
        for (var grade : DWELLINGS) {
            atMost(losses, grade.get(1), List.of(grade.get(2)), found);
            peopleNeedHouses(losses, grade, found);
        }
        atMost(losses, STRICKEN_HOUSEHOLDS, STRICKEN_BY_HOUSEHOLD, found);
        atMost(losses, STRICKEN_PEOPLE, STRICKEN_BY_PEOPLE, found);
        atMost(losses, STRICKEN_HOUSEHOLDS, List.of(STRICKEN_PEOPLE), found);
        total(losses, COST_PUBLIC, losses.sum(PUBLIC_COSTS), losses.knows(PUBLIC_COSTS), found);
        total(losses, COST, allCosts(losses), knowsAllCosts(losses), found);
        return List.copyOf(found);
    }

    private static long allCosts(Losses losses) {
        var subtotal = losses.of(COST_PUBLIC);
        return (subtotal == null ? losses.sum(PUBLIC_COSTS) : subtotal) + losses.sum(OTHER_COSTS);
    }

    private static boolean knowsAllCosts(Losses losses) {
        return (losses.of(COST_PUBLIC) != null || losses.knows(PUBLIC_COSTS)) && losses.knows(OTHER_COSTS);
    }

    /** Totals that were left empty, where their parts are all known. */
    static Losses completed(Losses losses) {
        var subtotal = losses.knows(PUBLIC_COSTS) ? losses.filled(COST_PUBLIC, losses.sum(PUBLIC_COSTS)) : losses;
        return knowsAllCosts(subtotal) ? subtotal.filled(COST, allCosts(subtotal)) : subtotal;
    }

    /** Totals as what is known of them at least, so that no sum of totals is less than the sum of their parts. */
    static Losses atLeast(Losses losses) {
        long known = losses.sum(PUBLIC_COSTS);
        var subtotal = known > 0 ? losses.filled(COST_PUBLIC, known) : losses;
        long all = allCosts(subtotal);
        return all > 0 ? subtotal.filled(COST, all) : subtotal;
    }

    private static void atMost(Losses losses, Figure part, List<Figure> whole, List<Contradiction> found) {
        var value = losses.of(part);
        if (value == null || !losses.knows(whole)) return;
        long most = losses.sum(whole);
        if (value > most)
            found.add(Contradiction.at(
                    part, "「%s」%,dは、%s%,dを超えられません。".formatted(part.whole(), value, names(whole), most)));
    }

    private static void peopleNeedHouses(Losses losses, List<Figure> grade, List<Contradiction> found) {
        var houses = losses.of(grade.getFirst());
        if (houses == null || houses > 0) return;
        for (var figure : grade.subList(1, 3)) {
            if (losses.known(figure) > 0)
                found.add(Contradiction.at(
                        figure,
                        "「%s」が0なのに、「%s」が%,dです。"
                                .formatted(grade.getFirst().whole(), figure.whole(), losses.known(figure))));
        }
    }

    /** A total is the sum of its parts; while a part is not known, at least the sum of the others. */
    private static void total(Losses losses, Figure total, long sum, boolean complete, List<Contradiction> found) {
        var value = losses.of(total);
        if (value == null || (complete ? value == sum : value >= sum)) return;
        found.add(Contradiction.at(
                total, "「%s」%,dが、内訳の合計%,dと合いません（差%,d）。".formatted(total.whole(), value, sum, value - sum)));
    }

    private static String names(List<Figure> all) {
        var names = new StringBuilder();
        for (var one : all)
            names.append(names.isEmpty() ? "「" : "と「").append(one.whole()).append("」");
        return all.size() > 1 ? names.append("の合計").toString() : names.toString();
    }

    /** Against the report before: time runs on, and nobody rises from the dead without a word. */
    static List<Contradiction> since(@Nullable LossReport before, Losses losses, Instant at, String note) {
        if (before == null) return List.of();
        var found = new ArrayList<Contradiction>();
        if (at.isBefore(before.at()))
            found.add(new Contradiction("at", "「いつ現在」が第%d報より前です。確かめてください。".formatted(before.serial())));
        if (!note.isBlank()) return List.copyOf(found);
        for (var figure : NEVER_LESS_IN_SILENCE) {
            var now = losses.of(figure);
            var then = before.losses().of(figure);
            if (now != null && then != null && now < then)
                found.add(Contradiction.at(
                        figure,
                        "「%s」が第%d報の%,dから%,dに減っています。正しければ、理由を「備考」に書いてください。"
                                .formatted(figure.whole(), before.serial(), then, now)));
        }
        return List.copyOf(found);
    }

    /** A prefecture's stated figures against the sum of its municipalities' reports. */
    static List<Contradiction> against(Losses sum, Losses stated) {
        var found = new ArrayList<Contradiction>();
        stated.figures().forEach((figure, value) -> {
            long added = sum.known(figure);
            if (added != value)
                found.add(Contradiction.at(
                        figure,
                        "「%s」%,dが、市町村の合計%,dと合いません（差%,d）。".formatted(figure.whole(), value, added, value - added)));
        });
        return List.copyOf(found);
    }
}
