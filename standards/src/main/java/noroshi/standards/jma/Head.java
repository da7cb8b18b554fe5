package noroshi.standards.jma;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a telegram reports on.
 *
 * @param title 標題, for readers, e.g. 宮城県気象警報・注意報
 * @param targetDateTime 基点時刻; absent if it has no sense for the kind
 * @param validDateTime 失効時刻, where the report names one (竜巻注意情報, 津波予報)
 * @param eventIds none, one, or several (one tsunami telegram may follow two earthquakes)
 * @param serial 情報番号 as written, "" if none; most are numbers, some are 01-02
 */
public record Head(
        String title,
        Instant reportDateTime,
        @Nullable Instant targetDateTime,
        @Nullable Instant validDateTime,
        List<String> eventIds,
        InfoType infoType,
        String serial,
        String infoKind,
        String infoKindVersion,
        Headline headline) {
    private static final Pattern SERIAL = Pattern.compile("[0-9]{1,4}(-[0-9]{1,4})?");

    public Head {
        eventIds = List.copyOf(eventIds);
    }

    /** The serial as a number that orders telegrams of one event: 01-02 is 10002; 0 if there is none. */
    public int serialNumber() {
        if (!SERIAL.matcher(serial).matches()) {
            return 0;
        }
        int number = 0;
        for (String part : serial.split("-", -1)) {
            number = number * 10_000 + Integer.parseInt(part);
        }
        return number;
    }
}
