package noroshi.planning.network.report;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import noroshi.planning.network.Link;
import noroshi.planning.network.failure.Aftermath;
import noroshi.planning.network.failure.Aftermath.Course;
import noroshi.planning.network.failure.Aftermath.Span;
import noroshi.planning.network.failure.Service;

/** Who is cut off in each scenario, when, and how long its own power lasts. */
record ScenarioLines(Lines lines, Findings findings) {

    private static final List<Double> HOURS = List.of(0.0, 6.0, 24.0, 72.0, 168.0);

    void write() {
        findings.aftermaths().forEach(this::write);
    }

    private void write(Aftermath aftermath) {
        lines.heading("被害想定: " + aftermath.scenario().name());
        var lost = findings.network().buildings().stream()
                .filter(building -> aftermath.damages().get(building.index()).equipmentLost())
                .toList();
        lines.line("機器を失う拠点 %d、切れる回線 %d", lost.size(), aftermath.broken().size());
        for (var building : lost) {
            double depth = aftermath.damages().get(building.index()).depthMetres();
            lines.item("機器損壊: %s%s", building.name(), depth > 0 ? " (地面から %.1f m の水)".formatted(depth) : "");
        }
        lines.items(aftermath.broken().stream().map(Link::name).toList(), 12, name -> "回線断: " + name);
        table(aftermath);
        var without = aftermath.offices().stream()
                .filter(course -> course.hoursWithout() > 0)
                .sorted(Comparator.comparingDouble(Course::hoursWithout).reversed())
                .toList();
        lines.line("通信できない拠点 (延べ %,.0f 拠点時間、復旧作業をしない場合):", aftermath.officeHours());
        lines.items(without, 50, ScenarioLines::course);
    }

    private void table(Aftermath aftermath) {
        var hours = new TreeSet<>(HOURS);
        hours.removeIf(hour -> hour >= aftermath.scenario().hours());
        for (double hour : hours) {
            var counts = new StringBuilder();
            for (var service : Service.values()) {
                long count = aftermath.offices().stream()
                        .filter(course -> course.at(hour) == service)
                        .count();
                counts.append("　").append(service.japanese()).append(' ').append(count);
            }
            lines.line("%5.0f時間後%s　通信できない住民 %,d人", hour, counts, residents(aftermath, hour));
        }
    }

    private static long residents(Aftermath aftermath, double hour) {
        return aftermath.without(hour).stream()
                .mapToLong(course -> course.office().building().residents())
                .sum();
    }

    private static String course(Course course) {
        var text = new StringBuilder(course.office().name()).append(": ");
        for (var span : course.spans())
            text.append(text.charAt(text.length() - 1) == ' ' ? "" : " → ").append(span(span));
        return text.toString();
    }

    private static String span(Span span) {
        return "%s %s〜%s".formatted(span.service().japanese(), hour(span.from()), hour(span.until()));
    }

    private static String hour(double hour) {
        return hour == Math.rint(hour) ? Long.toString((long) hour) : "%.1f".formatted(hour);
    }
}
