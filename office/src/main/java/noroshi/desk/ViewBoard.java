package noroshi.desk;

import java.util.List;

/**
 * What the screen of views shows.
 *
 * @param rows every hour or day of the period, also those without views, the oldest first
 * @param pages those looked at most
 */
public record ViewBoard(ViewPeriod period, List<Row> rows, List<Page> pages, ViewChart chart) {

    /** @param when in full; @param label short, for the chart */
    public record Row(String when, String label, long full, long lite, long text) {
        public long all() {
            return full + lite + text;
        }
    }

    /** @param address of the public page; "" without one; @param share of the most viewed one, 0 to 100 */
    public record Page(String name, String address, long full, long lite, long text, long share) {
        public long all() {
            return full + lite + text;
        }
    }

    public long full() {
        return rows.stream().mapToLong(Row::full).sum();
    }

    public long lite() {
        return rows.stream().mapToLong(Row::lite).sum();
    }

    public long text() {
        return rows.stream().mapToLong(Row::text).sum();
    }

    public long all() {
        return full() + lite() + text();
    }

    /** 0 to 100, as people read it. */
    public String percent(long part) {
        return all() == 0 ? "0%" : "%.0f%%".formatted(100.0 * part / all());
    }
}
