package noroshi.emergency;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import noroshi.platform.Time;
import noroshi.standards.cap.Alert;
import noroshi.standards.cap.Area;
import noroshi.standards.cap.Category;
import noroshi.standards.cap.Certainty;
import noroshi.standards.cap.Info;
import noroshi.standards.cap.MessageType;
import noroshi.standards.cap.NamedValue;
import noroshi.standards.cap.Reference;
import noroshi.standards.cap.ResponseType;
import noroshi.standards.cap.Scope;
import noroshi.standards.cap.Severity;
import noroshi.standards.cap.Status;
import noroshi.standards.cap.Times;
import noroshi.standards.cap.Urgency;
import noroshi.standards.cap.Words;

/** Emergencies as CAP 1.2: one message for each state; a later one refers to those before it. Pure. */
final class EmergencyCap {

    private static final int REFERENCES_MAX = 20;

    /** Who tells: name, and address of its site, which is also the sender. */
    record Teller(String name, String site) {}

    private EmergencyCap() {}

    /** @param changes of one emergency (government, event, hazard), the oldest first: the last one is told */
    static Alert of(Teller teller, List<EmergencyChange> changes) {
        var newest = changes.getLast();
        var earlier = changes.subList(Math.max(0, changes.size() - 1 - REFERENCES_MAX), changes.size() - 1);
        var emergency = newest.emergency();
        return new Alert(
                identifier(newest),
                teller.site(),
                time(newest.at()),
                status(emergency),
                earlier.isEmpty() ? MessageType.ALERT : emergency.isActive() ? MessageType.UPDATE : MessageType.CANCEL,
                "",
                Scope.PUBLIC,
                "",
                "",
                List.of(),
                notice(emergency),
                earlier.stream()
                        .map(one -> new Reference(teller.site(), identifier(one), time(one.at())))
                        .toList(),
                "",
                List.of(info(teller, newest)));
    }

    private static String identifier(EmergencyChange change) {
        return "noroshi-%s-%d".formatted(change.emergency().government(), change.id());
    }

    private static Info info(Teller teller, EmergencyChange change) {
        var emergency = change.emergency();
        var ends = emergency.isActive() && emergency.expiresAt().isAfter(change.at())
                ? emergency.expiresAt()
                : change.at();
        return new Info(
                "ja-JP",
                List.of(category(emergency.hazard())),
                mark(emergency) + emergency.grade(),
                List.of(response(emergency)),
                urgency(emergency),
                severity(emergency.level()),
                emergency.hazard() == Hazard.EARTHQUAKE ? Certainty.OBSERVED : Certainty.LIKELY,
                "",
                List.of(),
                new Times(time(change.at()), null, time(ends)),
                new Words(
                        teller.name(),
                        headline(emergency),
                        notice(emergency) + change.words(),
                        emergency.isActive() ? notice(emergency) + Advice.of(emergency) : "",
                        emergency.article() == null
                                ? teller.site()
                                : "%s/%s/%d"
                                        .formatted(
                                                teller.site().replaceFirst("[0-9]{6}$", emergency.source()),
                                                EventArticle.SERIES,
                                                emergency.article()),
                        ""),
                List.of(),
                List.of(),
                List.of(Area.coded(emergency.place(), geocodes(emergency))));
    }

    static String headline(Emergency emergency) {
        return emergency.title() + (emergency.isActive() ? "" : "は終結しました");
    }

    /** JIS X 0402 has five digits; the sixth of a government's code is a check digit. */
    private static List<NamedValue> geocodes(Emergency emergency) {
        return Stream.concat(Stream.of(emergency.area().split(" ")), Stream.of(emergency.government()))
                .filter(code -> code.matches("[0-9]{6}"))
                .distinct()
                .limit(
                        emergency.area().matches("[0-9]{6}( .*)?")
                                ? emergency.area().split(" ").length
                                : 1)
                .map(code -> new NamedValue("JISX0402", code.substring(0, 5)))
                .toList();
    }

    private static Status status(Emergency emergency) {
        return switch (emergency.mark()) {
            case "" -> Status.ACTUAL;
            case "test" -> Status.TEST;
            default -> Status.EXERCISE;
        };
    }

    private static String mark(Emergency emergency) {
        return emergency.title().startsWith("【")
                ? emergency.title().substring(0, emergency.title().indexOf('】') + 1)
                : "";
    }

    private static String notice(Emergency emergency) {
        return emergency.mark().isEmpty() ? "" : mark(emergency) + "これは実際の災害ではありません。";
    }

    private static Category category(Hazard hazard) {
        return switch (hazard) {
            case TSUNAMI, EARTHQUAKE, LANDSLIDE, VOLCANO -> Category.GEO;
            case FLOOD, STORM_SURGE, HEAVY_RAIN, WAVES, HEAVY_SNOW, STORM, TORNADO -> Category.MET;
            case OTHER -> Category.SAFETY;
        };
    }

    private static ResponseType response(Emergency emergency) {
        if (!emergency.isActive()) return ResponseType.ALL_CLEAR;
        if (Declared.isEvacuation(emergency.event()))
            return emergency.level() == Level.EMERGENCY ? ResponseType.SHELTER : ResponseType.EVACUATE;
        return emergency.hazard() == Hazard.TSUNAMI && emergency.level() != Level.WATCH
                ? ResponseType.EVACUATE
                : ResponseType.MONITOR;
    }

    private static Urgency urgency(Emergency emergency) {
        return switch (emergency.phase()) {
            case WATCH -> Urgency.FUTURE;
            case ALERT, RESPONSE ->
                emergency.level().compareTo(Level.DANGER) >= 0 ? Urgency.IMMEDIATE : Urgency.EXPECTED;
            case RECOVERY, CLOSED -> Urgency.PAST;
        };
    }

    private static Severity severity(Level level) {
        return switch (level) {
            case WATCH -> Severity.MINOR;
            case WARNING -> Severity.MODERATE;
            case DANGER -> Severity.SEVERE;
            case EMERGENCY -> Severity.EXTREME;
        };
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).atZone(Time.JAPAN).toOffsetDateTime();
    }
}
