package noroshi.standards.jma;

import java.util.List;

/**
 * 主文 for a river.
 *
 * @param gauges the gauges it speaks of, with their places
 */
public record FloodMessage(String text, List<Area> rivers, List<Gauge> gauges) {
    public FloodMessage {
        rivers = List.copyOf(rivers);
        gauges = List.copyOf(gauges);
    }
}
