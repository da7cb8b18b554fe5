package noroshi.emergency;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import noroshi.standards.jma.Area;
import noroshi.standards.jma.AreaCodes;
import noroshi.standards.jma.AreaType;
import noroshi.standards.jma.AreaWarnings;
import noroshi.standards.jma.Body;
import noroshi.standards.jma.Earthquake;
import noroshi.standards.jma.EarthquakeEarlyWarning;
import noroshi.standards.jma.ObservedIntensity;
import noroshi.standards.jma.RiverFlood;
import noroshi.standards.jma.StationObservation;
import noroshi.standards.jma.Telegram;
import noroshi.standards.jma.Tsunami;
import noroshi.standards.jma.TsunamiEstimate;
import noroshi.standards.jma.TsunamiForecast;
import noroshi.standards.jma.Volcano;
import noroshi.standards.jma.Warnings;

/**
 * The prefecture whose office this is: which of JMA's areas are ours.
 *
 * @param prefecture government code, e.g. 040002
 * @param name e.g. 宮城県
 */
record Jurisdiction(String prefecture, String name) {

    /** 宮城 of 宮城県. */
    String shortName() {
        return name.replaceFirst("[都道府県]$", "");
    }

    /** The governments an area stands for: a municipality, the prefecture, or the municipalities of a region. */
    List<String> governments(Area area) {
        if (!AreaCodes.touches(area, prefecture)) {
            var government = AreaCodes.government(area);
            return government != null && isOurs(government) ? List.of(government) : List.of();
        }
        return switch (area.type()) {
            // A coast, or the whole prefecture, concerns the prefecture as such; the rules say how far it reaches.
            case TSUNAMI_AREA, COAST, FORECAST_PREFECTURE, SEISMIC_PREFECTURE, EEW_PREFECTURE -> List.of(prefecture);
            case MUNICIPALITY,
                    SEISMIC_STATION,
                    FORECAST_REGION,
                    FORECAST_GROUP,
                    SEISMIC_REGION,
                    EEW_REGION,
                    TIDE_STATION,
                    RIVER,
                    RIVER_SECTION,
                    GAUGE,
                    STORM_SURGE_SECTION,
                    VOLCANO,
                    OTHER -> municipalities(area);
        };
    }

    /** Intensities by municipality where they are known, else by region, strongest first. */
    List<ObservedIntensity> felt(Earthquake earthquake) {
        var municipalities = ours(earthquake.municipalities());
        return municipalities.isEmpty() ? ours(earthquake.regions()) : municipalities;
    }

    List<TsunamiForecast> forecasts(Tsunami tsunami) {
        return tsunami.forecasts().stream().filter(f -> isOurs(f.area())).toList();
    }

    List<StationObservation> observations(Tsunami tsunami) {
        return tsunami.observations().stream()
                .filter(o -> isOurs(o.area())
                        || o.stations().stream()
                                .anyMatch(s -> s.station().name().startsWith(shortName())))
                .flatMap(o -> o.stations().stream()
                        .filter(s -> isOurs(o.area()) || s.station().name().startsWith(shortName())))
                .toList();
    }

    List<TsunamiEstimate> estimates(Tsunami tsunami) {
        return tsunami.estimates().stream().filter(e -> isOurs(e.area())).toList();
    }

    /** Our areas at the finest granularity that the telegram bears. */
    List<AreaWarnings> warned(Warnings warnings) {
        return Stream.of(
                        AreaType.MUNICIPALITY,
                        AreaType.FORECAST_GROUP,
                        AreaType.FORECAST_REGION,
                        AreaType.FORECAST_PREFECTURE)
                .map(type -> warnings.areas(type).stream()
                        .filter(a -> isOurs(a.area()))
                        .toList())
                .filter(areas -> !areas.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The governments of ours that a telegram names. */
    Set<String> governmentsOf(Telegram telegram) {
        var governments = new LinkedHashSet<String>();
        areas(telegram.body()).forEach(area -> governments.addAll(governments(area)));
        return governments;
    }

    boolean concerns(Telegram telegram) {
        return areas(telegram.body()).anyMatch(this::isOurs);
    }

    private Stream<Area> areas(Body body) {
        return switch (body) {
            case Earthquake earthquake -> felt(earthquake).stream().map(ObservedIntensity::area);
            case EarthquakeEarlyWarning warning ->
                warning.areas().stream().filter(a -> a.isWarned()).map(a -> a.area());
            case Tsunami tsunami -> areasOf(tsunami);
            case Warnings warnings -> warned(warnings).stream().map(AreaWarnings::area);
            case RiverFlood flood ->
                Stream.concat(
                        flood.prefectures().stream(),
                        flood.floodedAreas().stream().map(a -> a.municipality()));
            case Volcano volcano ->
                Stream.of(volcano.volcanoes(), volcano.municipalities(), volcano.responses())
                        .flatMap(List::stream)
                        .flatMap(alert -> alert.areas().stream());
            case Body.Cancelled cancelled -> Stream.of();
            case Body.NotInterpreted notInterpreted -> Stream.of();
        };
    }

    private Stream<Area> areasOf(Tsunami tsunami) {
        var areas = new ArrayList<Area>();
        forecasts(tsunami).forEach(f -> areas.add(f.area()));
        tsunami.observations().stream().filter(o -> isOurs(o.area())).forEach(o -> areas.add(o.area()));
        estimates(tsunami).forEach(e -> areas.add(e.area()));
        return areas.stream();
    }

    private List<ObservedIntensity> ours(List<ObservedIntensity> seen) {
        return seen.stream().filter(s -> isOurs(s.area())).toList();
    }

    private boolean isOurs(Area area) {
        return AreaCodes.touches(area, prefecture) || !governments(area).isEmpty();
    }

    private boolean isOurs(String government) {
        return government.startsWith(prefecture.substring(0, 2));
    }

    private List<String> municipalities(Area area) {
        return AreaCodes.municipalities(area).stream().filter(this::isOurs).toList();
    }
}
