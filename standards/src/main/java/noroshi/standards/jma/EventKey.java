package noroshi.standards.jma;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What event a telegram belongs to: all telegrams of one key, sorted by {@link Telegram#ORDER}, make up its story.
 *
 * <ul>
 *   <li>Earthquake, early warning and tsunami: JMA's EventID, one common id space (topic {@code seismic}). A telegram with several ids has
 *       several keys.
 *   <li>Weather warnings: EventID is empty, and each telegram repeats the whole state of its kind, so an event is (topic, prefecture).
 *       VPWW53 and VPWW54 say the same twice and share a topic; VPWW55–61 have one topic each.
 *   <li>VXWW50: EventID is a constant name (宮城県土砂災害警戒情報) and serves as it is. VPHW50/51: EventID is empty: (tornado, prefecture).
 *   <li>VPOA50: EventID is {@code first_this}; the first part is the event.
 *   <li>VXKOii: EventID is the forecast section. VFVO50/51/53–55: the volcano. VFVO52/56: one eruption at a volcano.
 *   <li>Others: EventID, else the title.
 * </ul>
 *
 * @param status a drill never shares an event with the real thing
 * @param topic seismic, warning, warning-vpww55 …, landslide, heavy-rain, tornado, river, volcano, eruption, or other-KIND
 */
public record EventKey(Status status, String topic, String id) {

    private static final Pattern INFORMATION_NAME =
            Pattern.compile("(気象|大雨|土砂災害|高潮|暴風|波浪|大雪|雷|竜巻|記録的短時間大雨|レベル).*$", Pattern.DOTALL);

    static List<EventKey> of(Telegram telegram) {
        Head head = telegram.head();
        String eventId = String.join(" ", head.eventIds());
        Status status = telegram.control().status();
        return switch (KindTable.family(telegram.kind())) {
            case EARTHQUAKE, EARLY_WARNING, TSUNAMI -> each(status, "seismic", head.eventIds(), head.title());
            case WEATHER -> List.of(new EventKey(status, warningTopic(telegram.kind()), place(telegram)));
            case LANDSLIDE -> List.of(new EventKey(status, "landslide", eventId.isEmpty() ? place(telegram) : eventId));
            case HEAVY_RAIN ->
                List.of(new EventKey(
                        status, "heavy-rain", eventId.isEmpty() ? place(telegram) : eventId.split("_", -1)[0]));
            case TORNADO -> List.of(new EventKey(status, "tornado", place(telegram)));
            case RIVER -> each(status, "river", head.eventIds(), head.title());
            case VOLCANO -> each(status, "volcano", head.eventIds(), head.title());
            case ERUPTION -> each(status, "eruption", head.eventIds(), head.title());
            case OTHER -> each(status, "other-" + telegram.kind(), head.eventIds(), head.title());
        };
    }

    private static List<EventKey> each(Status status, String topic, List<String> ids, String title) {
        return ids.isEmpty()
                ? List.of(new EventKey(status, topic, title))
                : ids.stream().map(id -> new EventKey(status, topic, id)).toList();
    }

    private static String warningTopic(String kind) {
        return switch (kind) {
            case "VPWW50", "VPWW53", "VPWW54" -> "warning";
            default -> "warning-" + kind.toLowerCase(Locale.ROOT);
        };
    }

    /** The place in the title (宮城県気象警報・注意報 gives 宮城県): the one place that a cancellation, which has no body, names too. */
    private static String place(Telegram telegram) {
        return INFORMATION_NAME.matcher(telegram.head().title()).replaceFirst("");
    }

    /** One line, e.g. {@code NORMAL/seismic/20110311144640}. */
    @Override
    public String toString() {
        return status + "/" + topic + "/" + id;
    }
}
