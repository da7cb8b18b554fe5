package noroshi.planning.continuity.failure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import noroshi.planning.continuity.Model;
import noroshi.planning.continuity.Need;
import noroshi.planning.continuity.Part;
import noroshi.planning.continuity.Scenario;

/** What stops when: outages, passed on along the needs. A damaged part is out until repaired; any part is out while too little of what it needs works. */
public final class Fall {

    private final Model model;
    private final Scenario scenario;
    private final Strike strike;
    private final SequencedMap<String, Cause> hits;
    private final DataLoss losses;

    public Fall(Model model, Scenario scenario) {
        this.model = model;
        this.scenario = scenario;
        this.strike = new Strike(model, scenario);
        this.hits = strike.hits();
        this.losses = new DataLoss(model, strike, hits.keySet());
    }

    public SequencedMap<String, Cause> hits() {
        return hits;
    }

    public DataLoss losses() {
        return losses;
    }

    /** The outage of every part, in the model's order. */
    public SequencedMap<String, Outage> outages(Repairs repairs) {
        var outages = new LinkedHashMap<String, Outage>();
        for (var part : model.parts().values()) outages.put(part.id(), outage(part, outages, repairs));
        return outages;
    }

    /** Hours of work that bring a hit part back; infinite: nobody knows how. */
    public double workHours(Part part) {
        return losses.isLost(part.id()) ? part.rebuildHours() : part.repair().hours();
    }

    private Outage outage(Part part, SequencedMap<String, Outage> outages, Repairs repairs) {
        var needs = needs(part, outages);
        var stopped = needs.longer(part.restartHours());
        if (hits.containsKey(part.id())) {
            double from = needs.worksFrom(reachable(part, outages));
            double repaired = from == Outage.NEVER ? from : repairs.repairedAt(part, from, workHours(part));
            return Outage.any(List.of(Outage.between(0, repaired), stopped));
        }
        return Outage.any(List.of(supply(part), stopped));
    }

    private static Outage needs(Part part, SequencedMap<String, Outage> outages) {
        var unmet = new ArrayList<Outage>();
        for (var need : part.needs()) unmet.add(unmet(need, outages));
        return Outage.any(unmet);
    }

    private static Outage unmet(Need need, SequencedMap<String, Outage> outages) {
        return Outage.fewerThan(
                need.atLeast(),
                need.of().stream()
                        .map(id -> outages.getOrDefault(id, Outage.NONE))
                        .toList());
    }

    /** A repair in a building begins when the road is open and the building can be entered. */
    private double reachable(Part part, SequencedMap<String, Outage> outages) {
        var place = part.place();
        if (place == null) return 0;
        double road = scenario.reachedAfter(place.building());
        if (place.building().equals(part.id())) return road;
        return outages.getOrDefault(place.building(), Outage.NONE).worksFrom(road);
    }

    /** The grid is out while it is cut; a generator or battery from its end until the grid is back and it can be filled again. */
    private Outage supply(Part part) {
        var place = part.place();
        if (place == null) return Outage.NONE;
        double cut = scenario.cutHoursAt(place.building());
        return switch (part.power().source()) {
            case GRID -> Outage.between(0, cut);
            case GENERATOR, BATTERY -> Outage.between(part.power().hours(), cut);
            case NONE, MOBILE -> Outage.NONE;
        };
    }
}
