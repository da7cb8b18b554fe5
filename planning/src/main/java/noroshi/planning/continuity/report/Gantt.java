package noroshi.planning.continuity.report;

import java.util.List;
import noroshi.planning.continuity.Kind;
import noroshi.planning.continuity.Part;
import noroshi.planning.continuity.failure.Outage;
import noroshi.planning.report.Svg;

/** The recovery as a Gantt chart: repairs, and below them the services that wait for them. */
public final class Gantt {

    private static final int ROWS_MAX = 80;
    private static final int ROW = 18;
    private static final int LEFT = 300;
    private static final int WIDTH = 1200;
    private static final int TOP = 70;
    private static final String WAITING = "#c9d6e8";
    private static final String REPAIR = "#0031d8";
    private static final String STOPPED = "#b04a00";
    private static final String TEXT = "#1a1a1c";
    private static final String GRID = "#d8d8db";

    private final Findings findings;
    private final Words words;
    private final double hours;

    public Gantt(Findings findings) {
        this.findings = findings;
        this.words = new Words(findings.model());
        int last = findings.recovery().tasks().stream()
                .mapToInt(task -> task.end())
                .max()
                .orElse(0);
        this.hours = Math.max(
                Findings.TIMELINE_HOURS, Math.min(last, findings.scenario().horizonHours()));
    }

    @Override
    public String toString() {
        var tasks = findings.recovery().tasks().stream().limit(ROWS_MAX).toList();
        var services = services();
        int height = TOP + ROW * (tasks.size() + services.size() + 3) + 20;
        var title = "復旧工程  " + findings.scenario().name();
        var svg = new Svg(WIDTH, height, title, "復旧作業%d件と、停止する業務%d件の再開までの時間".formatted(tasks.size(), services.size()));
        svg.text(16, 26, "start", 18, TEXT, title);
        svg.text(16, 46, "start", 12, TEXT, "青: 復旧作業  淡青: 道路と電力の上では着手できるが、人手か前の作業を待つ時間  茶: 業務の停止");
        axis(svg, height);
        int row = 0;
        for (var task : tasks) {
            label(svg, row, words.name(task.part()));
            bar(svg, row, task.reachable(), task.start(), WAITING);
            bar(svg, row++, task.start(), task.end(), REPAIR);
        }
        row++;
        for (var service : services) {
            label(svg, row, service.name());
            for (var span : findings.outage(service).spans())
                bar(svg, row, span.from(), Math.min(span.to(), hours), STOPPED);
            row++;
        }
        return svg.toString();
    }

    private List<Part> services() {
        return findings.model().all(Kind.SERVICE).stream()
                .filter(service -> !findings.recovery()
                        .outages()
                        .getOrDefault(service.id(), Outage.NONE)
                        .isNone())
                .limit(ROWS_MAX)
                .toList();
    }

    private void axis(Svg svg, int height) {
        int step = hours <= 96 ? 12 : hours <= 240 ? 24 : 24 * (int) Math.ceil(hours / 24 / 12);
        for (int hour = 0; hour <= hours; hour += step) {
            svg.line(x(hour), TOP - 4, x(hour), height - 12, GRID, 1);
            svg.text(x(hour), TOP - 8, "middle", 11, TEXT, hour + "h");
        }
    }

    private void label(Svg svg, int row, String name) {
        svg.text(
                LEFT - 8,
                TOP + row * ROW + 13.0,
                "end",
                11,
                TEXT,
                name.length() <= 26 ? name : name.substring(0, 25) + "…");
    }

    private void bar(Svg svg, int row, double from, double to, String colour) {
        if (to > from && from < hours)
            svg.rect(x(from), TOP + row * ROW + 3.0, x(Math.min(to, hours)) - x(from), ROW - 6.0, colour);
    }

    private double x(double hour) {
        return LEFT + (WIDTH - LEFT - 30) * hour / hours;
    }
}
