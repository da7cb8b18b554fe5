package noroshi.standards.opendata;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 令和6年1月9日午後6時, 令和6年6月3日正午, 令和6年1月9日18時30分: a moment in words. */
final class JapaneseMoment {

    private static final int BEFORE_REIWA = 2018;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final Pattern WORDS = Pattern.compile(
            "(令和)?([0-9]{1,4}|元)年([0-9]{1,2})月([0-9]{1,2})日(?:(正午)|(午前|午後)?([0-9]{1,2})時(?:([0-9]{1,2})分)?)(?:現在|時点)?");

    private JapaneseMoment() {}

    static @Nullable Instant read(String text) {
        var words =
                WORDS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", ""));
        if (!words.matches()) return null;
        int year = words.group(2).equals("元") ? 1 : Integer.parseInt(words.group(2));
        if (words.group(1) != null) year += BEFORE_REIWA;
        int hour = words.group(5) != null ? 12 : Integer.parseInt(words.group(7));
        if ("午後".equals(words.group(6)) && hour < 12) hour += 12;
        int minute = words.group(8) == null ? 0 : Integer.parseInt(words.group(8));
        try {
            return LocalDateTime.of(
                            year, Integer.parseInt(words.group(3)), Integer.parseInt(words.group(4)), hour, minute)
                    .atZone(JAPAN)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
