package noroshi.standards.opendata;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Coordinates as people enter them. What has one meaning is repaired, what has none is left away; both are said. */
final class PositionReader {

    /** A list of one prefecture is at most some 300 km long; what lies further off is a typing error. */
    static final double OUTLIER_KM = 200;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]+)?");

    private PositionReader() {}

    static @Nullable Position read(String latitude, String longitude, Consumer<String> remark) {
        if (latitude.isEmpty() && longitude.isEmpty()) {
            remark.accept("位置（緯度・経度）がありません。地図と「近い順」には出ません。");
            return null;
        }
        var a = number(latitude);
        var b = number(longitude);
        if (a == null || b == null) {
            remark.accept("緯度「%s」経度「%s」を読み取れません。位置なしで取り込みます。".formatted(latitude, longitude));
            return null;
        }
        if (Position.isInJapan(a.doubleValue(), b.doubleValue())) return new Position(a, b);
        if (Position.isInJapan(b.doubleValue(), a.doubleValue())) {
            remark.accept("緯度と経度が逆です。入れ替えて取り込みます。");
            return new Position(b, a);
        }
        remark.accept("位置（%s, %s）が日本の外です。位置なしで取り込みます。".formatted(latitude, longitude));
        return null;
    }

    private static @Nullable BigDecimal number(String text) {
        var tidied = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[,\\s]+$", "")
                .strip();
        return NUMBER.matcher(tidied).matches() ? new BigDecimal(tidied) : null;
    }

    /** Places far from all others of their file lose their position: a dot in the wrong town sends people the wrong way. */
    static List<Place> withoutOutliers(List<Place> places) {
        var latitudes = new ArrayList<BigDecimal>();
        var longitudes = new ArrayList<BigDecimal>();
        for (var place : places) {
            var position = place.position();
            if (position == null) continue;
            latitudes.add(position.latitude());
            longitudes.add(position.longitude());
        }
        if (latitudes.size() < 3) return places;
        var middle = new Position(median(latitudes), median(longitudes));
        return places.stream().map(place -> checked(place, middle)).toList();
    }

    private static BigDecimal median(List<BigDecimal> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static Place checked(Place place, Position middle) {
        var position = place.position();
        if (position == null || position.kilometresTo(middle) <= OUTLIER_KM) return place;
        return place.withoutPosition("位置（%s, %s）がほかの行から%.0fkm離れています。位置なしで取り込みます。"
                .formatted(position.latitude(), position.longitude(), position.kilometresTo(middle)));
    }
}
