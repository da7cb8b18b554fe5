package noroshi.standards.jma;

import java.util.List;
import java.util.Optional;

/**
 * VTSE41 津波警報・注意報・予報, VTSE51 津波情報, VTSE52 沖合の津波観測に関する情報. Each telegram repeats the whole state of its kind.
 *
 * @param forecasts by 津波予報区; empty in VTSE52
 * @param observations by 津波予報区 (offshore: one area without a name)
 * @param estimates of the height at the coast, from offshore observations
 * @param quakes one, or several that the tsunami may come from
 */
public record Tsunami(
        List<TsunamiForecast> forecasts,
        List<TsunamiObservation> observations,
        List<TsunamiEstimate> estimates,
        List<Quake> quakes,
        Comments comments)
        implements Body {
    public Tsunami {
        forecasts = List.copyOf(forecasts);
        observations = List.copyOf(observations);
        estimates = List.copyOf(estimates);
        quakes = List.copyOf(quakes);
    }

    /** The forecasts for the coasts of a government: a town on the coast, or a prefecture such as 040002. */
    public List<TsunamiForecast> forecastsFor(String government) {
        return forecasts.stream()
                .filter(f -> AreaCodes.touches(f.area(), government))
                .toList();
    }

    /** The forecast for a 津波予報区, e.g. 220 宮城県. */
    public Optional<TsunamiForecast> findForecast(String areaCode) {
        return forecasts.stream().filter(f -> f.area().code().equals(areaCode)).findFirst();
    }
}
