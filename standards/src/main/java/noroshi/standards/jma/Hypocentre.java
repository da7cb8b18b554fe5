package noroshi.standards.jma;

import org.jspecify.annotations.Nullable;

/**
 * 震源.
 *
 * @param code 震央地名 code, 3 digits
 * @param name 三陸沖
 * @param coordinate null if unknown
 * @param detailedName 詳細震央地名 of a distant earthquake (チリ中部沿岸), else ""
 * @param nameFromMark 牡鹿半島の東南東１３０ｋｍ付近, else ""
 * @param source who determined it if not JMA (ＰＴＷＣ), else ""
 */
public record Hypocentre(
        String code,
        String name,
        @Nullable Coordinate coordinate,
        String detailedName,
        String nameFromMark,
        String source) {
    /** 深さ１０ｋｍ, ごく浅い or 深さ不明, for readers; "" if the place itself is unknown. */
    public String depthLabel() {
        if (coordinate == null) {
            return "";
        }
        Integer height = coordinate.heightMetres();
        if (height == null) {
            return "深さ不明";
        }
        return height == 0 ? "ごく浅い" : "深さ" + Wide.digits(Integer.toString(-height / 1000)) + "ｋｍ";
    }
}
