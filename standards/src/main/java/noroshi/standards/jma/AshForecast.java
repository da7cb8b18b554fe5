package noroshi.standards.jma;

import java.time.Instant;
import java.util.List;

/**
 * 降灰予報 of one period and one kind.
 *
 * @param period 予報　３時間後 …
 * @param kind 70 降灰, 71 少量の降灰, 72 やや多量の降灰, 73 多量の降灰, 75 小さな噴石の落下
 */
public record AshForecast(String period, Instant from, Instant until, Kind kind, List<Area> municipalities) {
    public AshForecast {
        municipalities = List.copyOf(municipalities);
    }
}
