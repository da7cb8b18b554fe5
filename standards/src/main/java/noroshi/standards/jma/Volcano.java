package noroshi.standards.jma;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * VFVO50 噴火警報・予報, VFVO51 解説情報, VFVO52 噴火に関する火山観測報, VFVO53–55 降灰予報, VFVO56 噴火速報.
 *
 * @param volcanoes the alert (or event) of each volcano
 * @param municipalities 対象市町村等: the kind of warning by municipality
 * @param responses 対象市町村の防災対応等: what each municipality is to do, e.g. 41 噴火警報：避難等
 * @param eventTime when it erupted (observed), else null
 * @param ash forecasts of ash fall by period
 * @param plume observed, "" if none: height above the crater and direction, for readers
 */
public record Volcano(
        List<VolcanoAlert> volcanoes,
        List<VolcanoAlert> municipalities,
        List<VolcanoAlert> responses,
        @Nullable Instant eventTime,
        List<AshForecast> ash,
        String plume,
        VolcanoTexts texts)
        implements Body {
    public Volcano {
        volcanoes = List.copyOf(volcanoes);
        municipalities = List.copyOf(municipalities);
        responses = List.copyOf(responses);
        ash = List.copyOf(ash);
    }
}
