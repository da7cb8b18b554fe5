package noroshi.standards.jma;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The facts of a telegram as lines that a person can compare with it. */
final class Facts {
    private static final DateTimeFormatter JST =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Tokyo"));

    private final StringBuilder text = new StringBuilder();

    static String of(Telegram telegram) {
        Facts facts = new Facts();
        facts.head(telegram);
        switch (telegram.body()) {
            case Earthquake earthquake -> SeismicFacts.earthquake(facts, earthquake);
            case EarthquakeEarlyWarning warning -> SeismicFacts.earlyWarning(facts, warning);
            case Tsunami tsunami -> TsunamiFacts.tsunami(facts, tsunami);
            case Warnings warnings -> WeatherFacts.warnings(facts, warnings);
            case RiverFlood flood -> WeatherFacts.flood(facts, flood);
            case Volcano volcano -> VolcanoFacts.volcano(facts, volcano);
            case Body.Cancelled cancelled -> facts.line(0, "cancelled: ", cancelled.text());
            case Body.NotInterpreted other -> other.texts().forEach(t -> facts.line(0, "text: ", text(t)));
        }
        return facts.text.toString();
    }

    private void head(Telegram telegram) {
        Control control = telegram.control();
        Head head = telegram.head();
        line(
                0,
                telegram.kind(),
                " ",
                control.title(),
                " [",
                control.status().label(),
                "] ",
                head.infoType().label());
        line(0, "title: ", head.title(), head.serial().isEmpty() ? "" : " #" + head.serial());
        line(0, "offices: ", control.editorialOffice(), " / ", control.publishingOffice());
        line(0, "sent ", time(control.dateTime()), "; report ", time(head.reportDateTime()));
        line(0, "target ", time(head.targetDateTime()), "; valid until ", time(head.validDateTime()));
        line(
                0,
                "events: ",
                String.join(
                        ", ",
                        telegram.eventKeys().stream().map(EventKey::toString).toList()));
        line(0, "headline: ", text(head.headline().text()));
        head.headline()
                .items()
                .forEach(item -> line(
                        1,
                        item.type(),
                        ": ",
                        item.kinds().stream().map(Facts::kind).collect(Collectors.joining("; ")),
                        " @ ",
                        areas(item.areas())));
    }

    /** One line; line breaks within become ⏎ so that a line stays a line. */
    void line(int indent, String... parts) {
        text.append("  ".repeat(indent))
                .append(String.join("", parts)
                        .replace("\r", "")
                        .replace("\n", "⏎")
                        .stripTrailing())
                .append('\n');
    }

    /** A free text: whole if short, else how it begins and a fingerprint, since the fact is that it is the telegram's text. */
    static String text(String free) {
        return free.length() <= 48
                ? free
                : "%s… (%d, %08x)".formatted(free.substring(0, 36), free.length(), free.hashCode());
    }

    static String time(@Nullable Instant instant) {
        return instant == null ? "-" : JST.format(instant);
    }

    static String kind(Kind kind) {
        return (kind.code() + " " + kind.name() + (kind.condition().isEmpty() ? "" : "(" + kind.condition() + ")"))
                .trim();
    }

    static String area(Area area) {
        return (area.code() + " " + area.name()).trim();
    }

    static String areas(List<Area> areas) {
        return areas.stream().map(Facts::area).collect(Collectors.joining(", "));
    }

    static String optional(String prefix, String text) {
        return text.isEmpty() ? "" : prefix + text;
    }
}
