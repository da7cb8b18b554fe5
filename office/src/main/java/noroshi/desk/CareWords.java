package noroshi.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What the screens of care say. */
public final class CareWords {

    private CareWords() {}

    public static String state(String state) {
        return switch (state) {
            case "dead" -> "行き先なし";
            case "moved" -> "移転";
            case "gone" -> "なくなった";
            case "unreachable" -> "つながらない";
            default -> state;
        };
    }

    public static String tone(String state) {
        return state.equals("moved") ? "blue" : "red";
    }

    public static String wish(String wish) {
        return wish.equals("withdraw") ? "公開終了" : "手直し";
    }

    /** The Internet Archive's newest copy of a page; made by the archive's own rule, nothing is asked. */
    public static String archive(String address) {
        return "https://web.archive.org/web/" + address;
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
