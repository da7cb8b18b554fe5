package noroshi.desk;

import java.util.List;

/**
 * Something that waits for this officer.
 *
 * @param code names it in the page; @param count {@link #COUNT_MAX} stands for as many or more
 * @param why one sentence: what it is and what to do; @param items the oldest; @param href where all of them are
 */
public record HomeTask(
        String code, Urgency urgency, String title, int count, String why, List<Item> items, String href) {

    static final int COUNT_MAX = 51;
    static final int ITEMS_MAX = 4;

    public HomeTask {
        items = List.copyOf(items.size() <= ITEMS_MAX ? items : items.subList(0, ITEMS_MAX));
    }

    /** @param hint who, when; @param mark 訓練 and the like, or empty */
    public record Item(String href, String title, String hint, String mark) {}

    public enum Urgency {
        NOW("すぐに"),
        TODAY("今日のうちに"),
        WHEN_FREE("手があいたら");

        private final String japanese;

        Urgency(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public String counted() {
        return count >= COUNT_MAX ? (COUNT_MAX - 1) + "件以上" : count + "件";
    }
}
