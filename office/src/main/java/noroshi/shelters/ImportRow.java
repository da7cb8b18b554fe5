package noroshi.shelters;

import noroshi.standards.opendata.Place;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a row of a list.
 *
 * @param detail what changes, what was repaired, or why it is left out (Japanese)
 * @param place the place's number; null: not there, or not yet
 * @param key null: reported
 */
public record ImportRow(
        int line,
        String name,
        Verdict verdict,
        String detail,
        @Nullable Long place,
        Place.@Nullable Key key) {

    public enum Verdict {
        ADDED("追加"),
        CHANGED("変更"),
        /** Known from another list under another number. */
        JOINED("同じ場所に結び付け"),
        SAME("変更なし"),
        REPORTED("取り込まない");

        private final String japanese;

        Verdict(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }

        boolean changes() {
            return this == ADDED || this == CHANGED || this == JOINED;
        }
    }
}
