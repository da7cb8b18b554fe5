package noroshi.planning.continuity.failure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import noroshi.planning.continuity.Kind;
import noroshi.planning.continuity.Model;
import noroshi.planning.continuity.Part;
import noroshi.planning.continuity.Place;
import noroshi.planning.continuity.Power;
import noroshi.planning.continuity.Scenario;
import org.jspecify.annotations.Nullable;

/** What a scenario hits itself: by position, height and strength, before any dependency. */
public final class Strike {

    private final Model model;
    private final Scenario scenario;
    private final Map<String, Cause> lost = new LinkedHashMap<>();

    public Strike(Model model, Scenario scenario) {
        this.model = model;
        this.scenario = scenario;
        for (var building : model.all(Kind.BUILDING)) {
            var cause = loss(building);
            if (cause != null) lost.put(building.id(), cause);
        }
    }

    /** The parts that are hit, in the model's order. */
    public SequencedMap<String, Cause> hits() {
        var hits = new LinkedHashMap<String, Cause>();
        for (var part : model.parts().values()) {
            var cause = cause(part);
            if (cause != null) hits.put(part.id(), cause);
        }
        return hits;
    }

    /** Whether water, or the loss of the building, reaches the place. */
    public boolean reaches(Place place) {
        return lost.containsKey(place.building()) || water(place) != null;
    }

    /** Whether the building is lost with everything in it. */
    public boolean isLost(String building) {
        return lost.containsKey(building);
    }

    private @Nullable Cause cause(Part part) {
        if (scenario.failed().contains(part.id())) return new Cause.Named();
        if (part.power().source() == Power.Source.MOBILE) return mobile(part);
        if (part.kind() == Kind.LINE) return alongRoute(part);
        var place = part.place();
        // People leave; what they lose is the place where they work, and that is a need.
        if (place == null || part.kind() == Kind.PEOPLE) return null;
        if (part.kind() == Kind.BUILDING && lost.containsKey(part.id())) return lost.get(part.id());
        if (lost.containsKey(place.building())) return new Cause.BuildingLost(place.building());
        var water = water(place);
        return water != null ? water : shaking(part, place);
    }

    private @Nullable Cause loss(Part building) {
        if (scenario.failed().contains(building.id())) return new Cause.Named();
        var water = water(new Place(building.id(), 0));
        if (water != null && water.depthM() >= model.ground(building.id()).washedAwayM()) return water;
        return shaking(building, new Place(building.id(), 0));
    }

    private Cause.@Nullable Water water(Place place) {
        var ground = model.ground(place.building());
        Cause.Water deepest = null;
        for (var flood : scenario.floods()) {
            double depth = flood.heightM() - ground.elevationM() - place.heightM();
            if (depth > (deepest == null ? 0 : deepest.depthM())
                    && flood.zone().covers(ground.longitude(), ground.latitude()))
                deepest = new Cause.Water(flood.zone().id(), depth);
        }
        return deepest;
    }

    private @Nullable Cause shaking(Part part, Place place) {
        double intensity = scenario.intensityAt(place.building());
        return intensity >= part.withstands() ? new Cause.Shaking(intensity) : null;
    }

    private @Nullable Cause alongRoute(Part line) {
        for (var flood : scenario.floods()) {
            double depth = flood.heightM() - line.route().elevationM();
            if (depth > 0 && flood.zone().meets(line.route().path()))
                return new Cause.Water(flood.zone().id(), depth);
        }
        return null;
    }

    private @Nullable Cause mobile(Part power) {
        var place = power.place();
        return place != null && scenario.cutHoursAt(place.building()) > 0 ? new Cause.NotYetThere() : null;
    }
}
