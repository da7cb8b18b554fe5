package noroshi.standards.jma;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** VFVO50 to 56. */
final class VolcanoReader {
    private static final String MUNICIPALITIES = "（対象市町村等）";
    private static final String RESPONSES = "（対象市町村の防災対応等）";

    private VolcanoReader() {}

    static Volcano volcano(Node body) {
        return new Volcano(
                alerts(body, type -> !type.endsWith(MUNICIPALITIES) && !type.endsWith(RESPONSES)),
                alerts(body, type -> type.endsWith(MUNICIPALITIES)),
                alerts(body, type -> type.endsWith(RESPONSES)),
                eventTime(body),
                ash(body),
                plume(body),
                texts(body));
    }

    private static List<VolcanoAlert> alerts(Node body, Predicate<String> type) {
        return body.list("VolcanoInfo").stream()
                .filter(info -> type.test(info.attribute("type")))
                .flatMap(info -> info.list("Item").stream())
                .map(VolcanoReader::alert)
                .toList();
    }

    private static VolcanoAlert alert(Node item) {
        Kind kind = Areas.kind(item.get("Kind"));
        Node last = item.find("LastKind");
        SeverityTable.Row row = SeverityTable.find("VFVO50", kind);
        return new VolcanoAlert(kind, last == null ? null : Areas.kind(last), row.severity(), row.level(), areas(item));
    }

    private static List<Area> areas(Node item) {
        return item.list("Areas").stream()
                .flatMap(list -> list.list("Area").stream()
                        .map(area -> Areas.area(AreaTypes.of(list.attribute("codeType"), ""), area)))
                .toList();
    }

    private static @Nullable Instant eventTime(Node body) {
        return Stream.concat(
                        body.list("VolcanoInfo", "Item", "EventTime").stream(),
                        body.list("VolcanoObservation", "EventTime").stream())
                .map(time -> time.findInstant("EventDateTime"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<AshForecast> ash(Node body) {
        return body.list("AshInfos", "AshInfo").stream()
                .flatMap(info -> info.list("Item").stream()
                        .map(item -> new AshForecast(
                                info.attribute("type"),
                                info.getInstant("StartTime"),
                                info.getInstant("EndTime"),
                                Areas.kind(item.get("Kind")),
                                areas(item))))
                .toList();
    }

    /** 火口上2200m、直上. */
    private static String plume(Node body) {
        Node plume = body.find("VolcanoObservation", "ColorPlume");
        if (plume == null) {
            return "";
        }
        Node height = plume.find("PlumeHeightAboveCrater");
        Node direction = plume.find("PlumeDirection");
        return Stream.of(height, direction)
                .filter(Objects::nonNull)
                .map(node -> node.attribute("description"))
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> a + "、" + b)
                .orElse("");
    }

    private static VolcanoTexts texts(Node body) {
        return new VolcanoTexts(
                body.text("VolcanoInfoContent", "VolcanoHeadline"),
                body.text("VolcanoInfoContent", "VolcanoActivity"),
                body.text("VolcanoInfoContent", "VolcanoPrevention"),
                body.text("VolcanoInfoContent", "Appendix"),
                body.text("VolcanoObservation", "OtherObservation"),
                body.text("Text"));
    }
}
