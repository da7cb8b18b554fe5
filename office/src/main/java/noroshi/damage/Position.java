package noroshi.damage;

import static noroshi.platform.Require.require;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Degrees of WGS 84, within Japan, to 7 decimals. */
public record Position(BigDecimal latitude, BigDecimal longitude) {

    public Position {
        require(within(latitude, 20, 46), "The latitude %s is not in Japan (20 to 46).", latitude);
        require(within(longitude, 122, 154), "The longitude %s is not in Japan (122 to 154).", longitude);
        latitude = latitude.setScale(7, RoundingMode.HALF_UP);
        longitude = longitude.setScale(7, RoundingMode.HALF_UP);
    }

    private static boolean within(BigDecimal degrees, int from, int until) {
        return degrees.compareTo(BigDecimal.valueOf(from)) >= 0 && degrees.compareTo(BigDecimal.valueOf(until)) <= 0;
    }

    /** Without trailing zeros, for files. */
    static String plain(BigDecimal degrees) {
        return degrees.stripTrailingZeros().toPlainString();
    }
}
