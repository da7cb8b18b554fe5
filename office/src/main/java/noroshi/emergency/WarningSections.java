package noroshi.emergency;

import java.util.LinkedHashSet;
import java.util.List;
import noroshi.standards.jma.AreaWarnings;
import noroshi.standards.jma.EarthquakeEarlyWarning;
import noroshi.standards.jma.RiverFlood;
import noroshi.standards.jma.Telegram;
import noroshi.standards.jma.Volcano;
import noroshi.standards.jma.Warnings;

/** Weather, flood, volcano and early warnings. */
final class WarningSections {

    private static final int TEXT_CHARACTERS_MAX = 6_000;

    private WarningSections() {}

    static void weather(MarkdownText text, Telegram telegram, Warnings warnings, Jurisdiction jurisdiction) {
        text.heading(telegram.head().title())
                .paragraph(telegram.head().headline().text());
        var rows = jurisdiction.warned(warnings).stream()
                .filter(area -> !area.warnings().isEmpty())
                .map(area -> List.of(area.area().name(), names(area)))
                .toList();
        text.table(List.of("地域", "発表されている警報・注意報など"), rows);
        text.paragraph(limited(String.join("\n", warnings.texts())));
    }

    private static String names(AreaWarnings area) {
        var names = area.inForce().stream().map(w -> w.kind().name()).distinct().toList();
        return names.isEmpty() ? "解除" : String.join("、", names);
    }

    static void flood(MarkdownText text, Telegram telegram, RiverFlood flood, Jurisdiction jurisdiction) {
        text.heading(telegram.head().title())
                .paragraph(telegram.head().headline().text());
        flood.messages().forEach(message -> text.paragraph(limited(message.text())));
        var places = new LinkedHashSet<String>();
        for (var area : flood.floodedAreas())
            if (!jurisdiction.governments(area.municipality()).isEmpty())
                places.add(area.municipality().name()
                        + (area.districts().isEmpty() ? "" : "（" + String.join("、", area.districts()) + "）"));
        if (!places.isEmpty()) text.subheading("浸水が想定される県内の地区").bullets(List.copyOf(places));
        text.paragraph(limited(String.join("\n", flood.texts())));
    }

    static void volcano(MarkdownText text, Telegram telegram, Volcano volcano, Jurisdiction jurisdiction) {
        text.heading(telegram.head().title())
                .paragraph(telegram.head().headline().text());
        var rows = volcano.municipalities().stream()
                .flatMap(alert -> alert.areas().stream()
                        .filter(area -> !jurisdiction.governments(area).isEmpty())
                        .map(area -> List.of(
                                area.name(), alert.kind().name(), alert.kind().condition())))
                .toList();
        text.table(List.of("市町村", "警報", "状況"), rows);
        if (volcano.eventTime() != null) text.paragraph("噴火・観測の時刻：" + Moments.full(volcano.eventTime()));
        text.paragraph(limited(volcano.texts().headline()))
                .paragraph(limited(volcano.texts().activity()))
                .paragraph(limited(volcano.texts().prevention()));
    }

    static void earlyWarning(MarkdownText text, EarthquakeEarlyWarning warning, Jurisdiction jurisdiction) {
        text.heading("緊急地震速報（警報）");
        var rows = warning.areas().stream()
                .filter(area -> area.isWarned()
                        && !jurisdiction.governments(area.area()).isEmpty())
                .map(area -> List.of(
                        area.area().name(),
                        area.intensity() == null ? "―" : area.intensity().label()))
                .toList();
        text.table(List.of("強い揺れが予想される地域", "予想震度"), rows);
    }

    private static String limited(String raw) {
        return raw.length() <= TEXT_CHARACTERS_MAX ? raw : raw.substring(0, TEXT_CHARACTERS_MAX) + "…";
    }
}
