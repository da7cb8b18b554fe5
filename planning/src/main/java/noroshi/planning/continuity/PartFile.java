package noroshi.planning.continuity;

import java.util.ArrayList;
import java.util.List;
import noroshi.planning.input.Field;
import org.jspecify.annotations.Nullable;

/** One part of a file, with all its references checked. */
final class PartFile {

    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final double ELEVATION_M_MIN = -20;
    private static final double ELEVATION_M_MAX = 4000;
    private static final double HEIGHT_M_MIN = -50;
    private static final double HEIGHT_M_MAX = 300;
    private static final double INTENSITY_MAX = 9;
    private static final double FLOODED_ABOVE_M = 0.5;

    private final Ids ids;
    private final RepairFile repairs;

    PartFile(Ids ids, RepairFile repairs) {
        this.ids = ids;
        this.repairs = repairs;
    }

    static Ground ground(Field field) {
        var position = field.numbers("position", -180, 180);
        if (position.size() != 2) field.fault("position", "must be longitude and latitude in degrees");
        boolean isPosition = position.size() == 2;
        if (isPosition && Math.abs(position.get(1)) > 90)
            field.fault("position", "has a latitude of " + position.get(1) + ": longitude comes first");
        return new Ground(
                isPosition ? position.get(0) : 0,
                isPosition ? position.get(1) : 0,
                field.number("elevation_m", ELEVATION_M_MIN, ELEVATION_M_MAX),
                field.number("washed_away_m", 0, HEIGHT_M_MAX, NEVER));
    }

    Part read(Kind kind, Field field) {
        var needs = new ArrayList<Need>();
        var place = place(kind, field, needs);
        var power = power(kind, field, needs);
        var route = kind == Kind.LINE ? route(field) : Route.NOWHERE;
        var backups = kind == Kind.DATA ? backups(field) : List.<Backup>of();
        own(kind, field, needs);
        if (kind != Kind.BUILDING) {
            for (var id : ids.parts(field, "needs")) needs.add(Need.one(id));
            for (var some : field.items("needs_some_of")) some(some, needs);
        }
        boolean promises = kind == Kind.SYSTEM || kind == Kind.SERVICE;
        var part = new Part(
                field.text("id", ""),
                field.text("name"),
                kind,
                place,
                carrier(kind, field, needs),
                field.number("withstands_intensity", 1, INTENSITY_MAX, NEVER),
                needs,
                repairs.of(field),
                field.number("restart_hours", 0, RepairFile.HOURS_MAX, 0),
                kind == Kind.DATA ? field.number("rebuild_hours", 0, RepairFile.HOURS_MAX, NEVER) : NEVER,
                promises
                        ? new Promise(
                                field.number("rto_hours", 0, RepairFile.HOURS_MAX, NEVER),
                                field.number("rpo_hours", 0, RepairFile.HOURS_MAX, NEVER))
                        : Promise.NONE,
                kind == Kind.SERVICE ? field.number("weight", 0, 1_000_000, 1) : 0,
                power,
                route,
                backups);
        field.nothingElse();
        return part;
    }

    /** People work where they can enter; machines run in a building that nobody can enter. A building stands in itself, a guest where its host does. */
    private @Nullable Place place(Kind kind, Field field, List<Need> needs) {
        if (kind == Kind.BUILDING)
            return new Place(field.text("id", ""), field.number("floods_above_m", 0, HEIGHT_M_MAX, FLOODED_ABOVE_M));
        if (kind == Kind.SYSTEM || kind == Kind.SERVICE || kind == Kind.DATA || kind == Kind.LINE) return null;
        if (kind == Kind.SERVER && field.has("on")) return null;
        if (!field.has("building") && kind == Kind.PEOPLE) return null;
        var place = placeIn(field);
        if (kind == Kind.PEOPLE) needs.add(Need.one(place.building()));
        return place;
    }

    private Place placeIn(Field field) {
        return new Place(
                ids.part(field, "building", Kind.BUILDING).orElse(""),
                field.number("height_m", HEIGHT_M_MIN, HEIGHT_M_MAX, 0));
    }

    private Power power(Kind kind, Field field, List<Need> needs) {
        if (kind != Kind.POWER) return Power.NONE;
        var source = field.choice("source", Power.Source.class, Power.Source.NONE);
        if (source == Power.Source.NONE) field.fault("source", "must be grid, generator, battery or mobile");
        if (field.has("fuel")) ids.part(field, "fuel", Kind.FUEL).ifPresent(fuel -> needs.add(Need.one(fuel)));
        boolean isFinite = source == Power.Source.GENERATOR || source == Power.Source.BATTERY;
        return new Power(source, isFinite ? field.number("hours", 0, RepairFile.HOURS_MAX) : NEVER);
    }

    private String carrier(Kind kind, Field field, List<Need> needs) {
        if (kind != Kind.DATA && (kind != Kind.SERVER || !field.has("on"))) return "";
        var carrier = ids.part(field, kind == Kind.DATA ? "server" : "on", Kind.SERVER);
        carrier.ifPresent(id -> needs.add(Need.one(id)));
        return carrier.orElse("");
    }

    private void own(Kind kind, Field field, List<Need> needs) {
        if (kind != Kind.SYSTEM) return;
        for (var id : ids.parts(field, "servers", Kind.SERVER)) needs.add(Need.one(id));
        for (var id : ids.parts(field, "data", Kind.DATA)) needs.add(Need.one(id));
    }

    private void some(Field field, List<Need> needs) {
        var of = ids.parts(field, "of").stream().distinct().toList();
        int atLeast = (int) field.whole("at_least", 1, 1000, 1);
        if (of.isEmpty()) field.fault("of", "names nothing");
        else if (atLeast > of.size()) field.fault("at_least", "%d of %d can never work".formatted(atLeast, of.size()));
        field.nothingElse();
        if (!of.isEmpty()) needs.add(new Need(Math.min(atLeast, of.size()), of));
    }

    private static Route route(Field field) {
        return new Route(field.pairs("path"), field.number("elevation_m", ELEVATION_M_MIN, ELEVATION_M_MAX, NEVER));
    }

    private List<Backup> backups(Field field) {
        return field.items("backups").stream().map(this::backup).toList();
    }

    Backup backup(Field field) {
        var key = field.has("key") ? field.in("key") : null;
        var backup = new Backup(
                field.text("id"),
                placeIn(field),
                field.number("every_hours", 0, RepairFile.HOURS_MAX),
                key == null ? null : placeIn(key));
        if (key != null) key.nothingElse();
        field.nothingElse();
        return backup;
    }
}
