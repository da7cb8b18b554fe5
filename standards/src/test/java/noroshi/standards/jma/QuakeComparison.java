package noroshi.standards.jma;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;

/** A quake's numbers against the sentence that the telegram writes for readers: 北緯３８．０度　東経１４２．９度　深さ　１０ｋｍ. */
final class QuakeComparison {
    private static final Pattern POSITION =
            Pattern.compile("([北南])緯 *([0-9.]+)度(?:([0-9.]+)分)? *([東西])経 *([0-9.]+)度(?:([0-9.]+)分)? *(.*)");

    private QuakeComparison() {}

    static void compare(Quake quake, Raw raw) {
        assertThat(iso(quake.originTime())).isEqualTo(raw.text("OriginTime"));
        assertThat(iso(quake.arrivalTime())).isEqualTo(raw.text("ArrivalTime"));
        Raw magnitude = raw.all("*").stream()
                .filter(r -> r.element().getTagName().endsWith(":Magnitude"))
                .findFirst()
                .orElseThrow();
        assertThat(quake.magnitude().text()).isEqualTo(magnitude.attribute("description"));
        String number = narrow(quake.magnitude().text()).replace("Ｍ", "");
        assertThat(quake.magnitude().value()).isEqualTo(number.matches("[0-9.]+") ? Double.valueOf(number) : null);
        Hypocentre hypocentre = Objects.requireNonNull(quake.hypocentre());
        Raw area = raw.all("Hypocenter/Area").getFirst();
        assertThat(hypocentre.code()).isEqualTo(area.text("Code"));
        assertThat(hypocentre.name()).isEqualTo(area.text("Name"));
        assertThat(hypocentre.detailedName()).isEqualTo(area.text("DetailedName"));
        assertThat(hypocentre.nameFromMark()).isEqualTo(area.text("NameFromMark"));
        position(hypocentre);
    }

    private static void position(Hypocentre hypocentre) {
        Coordinate coordinate = Objects.requireNonNull(hypocentre.coordinate());
        Matcher written = POSITION.matcher(narrow(coordinate.text()));
        assertThat(written.matches()).as(coordinate.text()).isTrue();
        assertThat(coordinate.latitude())
                .isCloseTo(
                        degrees(
                                written.group(2),
                                written.group(3),
                                written.group(1).equals("南")),
                        Offset.offset(1e-6));
        assertThat(coordinate.longitude())
                .isCloseTo(
                        degrees(
                                written.group(5),
                                written.group(6),
                                written.group(4).equals("西")),
                        Offset.offset(1e-6));
        assertThat(narrow(hypocentre.depthLabel()).replace(" ", ""))
                .isEqualTo(written.group(7).replace(" ", ""));
    }

    private static double degrees(String degrees, @Nullable String minutes, boolean negative) {
        double value = Double.parseDouble(degrees) + (minutes == null ? 0 : Double.parseDouble(minutes) / 60);
        return negative ? -value : value;
    }

    static String narrow(String wide) {
        StringBuilder narrow = new StringBuilder();
        wide.chars()
                .forEach(c -> narrow.append(
                        c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c == '．' ? '.' : c == '　' ? ' ' : (char) c));
        return narrow.toString();
    }

    static String iso(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX")
                        .format(instant.atOffset(ZoneOffset.ofHours(9)));
    }
}
