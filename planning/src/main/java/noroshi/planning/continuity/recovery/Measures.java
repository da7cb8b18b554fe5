package noroshi.planning.continuity.recovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import noroshi.planning.continuity.Measure;
import noroshi.planning.continuity.Model;
import noroshi.planning.continuity.Part;
import noroshi.planning.continuity.Power;
import noroshi.planning.continuity.Scenario;
import noroshi.planning.continuity.failure.Fall;
import noroshi.planning.search.Effort;

/** Which measure saves how much: the whole chain is computed anew with each of them, alone. */
public final class Measures {

    /** Enough that a gain is one of the measure, not of luck with the order of repairs. */
    private static final int TRIES = 150;

    private Measures() {}

    /** The best for a yen first. */
    public static List<Gain> ranked(Model model, Scenario scenario, long seed, Effort effort) {
        double before = lost(model, scenario, seed, effort);
        var gains = new ArrayList<Gain>();
        for (var measure : model.measures()) {
            effort.tell("measure " + measure.name());
            var later = applied(model, measure);
            gains.add(new Gain(measure, before - lost(later, applied(scenario, measure), seed, effort)));
        }
        gains.sort(Comparator.comparingDouble(Gain::hoursPerMillionYen).reversed());
        return gains;
    }

    private static double lost(Model model, Scenario scenario, long seed, Effort effort) {
        return Recovery.of(model, scenario, new Fall(model, scenario), seed, TRIES, effort)
                .lostServiceHours();
    }

    /** The model as it is after the measure. */
    public static Model applied(Model model, Measure measure) {
        var changed = model;
        for (var change : measure.changes()) changed = applied(changed, change);
        return changed;
    }

    static Scenario applied(Scenario scenario, Measure measure) {
        var resources = new ArrayList<>(scenario.resources());
        for (var change : measure.changes())
            if (change instanceof Measure.MoreOf more)
                resources.replaceAll(
                        resource -> resource.id().equals(more.resource()) ? more(resource, more.amount()) : resource);
        return scenario.withResources(resources);
    }

    private static Scenario.Resource more(Scenario.Resource resource, int amount) {
        var amounts = new HashMap<>(resource.amounts());
        amounts.replaceAll((from, there) -> there + amount);
        return new Scenario.Resource(resource.id(), resource.name(), amounts);
    }

    private static Model applied(Model model, Measure.Change change) {
        return switch (change) {
            case Measure.Move move -> model.with(moved(model, move));
            case Measure.LastsLonger longer -> {
                var power = model.part(longer.power());
                yield model.with(List.of(
                        power.with(power.place(), new Power(power.power().source(), longer.hours()), power.backups())));
            }
            case Measure.AnotherBackup another -> {
                var data = model.part(another.data());
                var backups = new ArrayList<>(data.backups());
                backups.add(another.backup());
                yield model.with(List.of(data.with(data.place(), data.power(), backups)));
            }
            case Measure.Alternative other -> model.with(List.of(other.added(model.part(other.part()))));
            case Measure.MoreOf more -> model;
        };
    }

    /** What the machine carries, its guests and data, goes with it. */
    private static List<Part> moved(Model model, Measure.Move move) {
        var moved = new ArrayList<Part>();
        var machine = model.part(move.part());
        moved.add(machine.with(move.to(), machine.power(), machine.backups()));
        for (var part : model.parts().values())
            if (isCarriedBy(model, part, move.part())) moved.add(part.with(move.to(), part.power(), part.backups()));
        return moved;
    }

    private static boolean isCarriedBy(Model model, Part part, String machine) {
        var carried = part;
        while (!carried.carrier().isEmpty()) {
            if (carried.carrier().equals(machine)) return true;
            carried = model.part(carried.carrier());
        }
        return false;
    }
}
