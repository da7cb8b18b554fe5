package noroshi.standards.jma;

import java.util.Comparator;
import java.util.List;

/**
 * One JMA disaster telegram (電文).
 *
 * @param kind its code, e.g. {@code VXSE53} ({@link #KIND_UNKNOWN} when the title is not in our table); numbered families keep JMA's
 *     placeholder, e.g. {@code VXKOii}
 * @param contentHash SHA-256 over elements, attributes and texts, 64 hexadecimal digits; blind to layout and to a replay's offset
 */
public record Telegram(String kind, Control control, Head head, Body body, String contentHash) {
    /** The kind of a telegram whose title is not in our table. */
    public static final String KIND_UNKNOWN = "UNKNOWN";

    /**
     * A total order: the telegrams of one event, sorted so, give the same state in whatever order they arrived. By report time, serial, infoType
     * (発表 before 遅延, 訂正, 取消: a correction may bear the time of what it corrects), time of sending, and last the content.
     */
    public static final Comparator<Telegram> ORDER = Comparator.comparing(
                    (Telegram t) -> t.head().reportDateTime())
            .thenComparing(t -> t.head().serialNumber())
            .thenComparing(t -> t.head().infoType())
            .thenComparing(t -> t.control().dateTime())
            .thenComparing(Telegram::contentHash);

    /** True for 通常 only: 訓練 and 試験 must have no real effect. */
    public boolean isReal() {
        return control.status() == Status.NORMAL;
    }

    /** The events that this telegram speaks of, at least one; see {@link EventKey}. */
    public List<EventKey> eventKeys() {
        return EventKey.of(this);
    }

    /** Two telegrams of the same identity are one telegram received twice; see {@link TelegramIdentity}. */
    public TelegramIdentity identity() {
        return TelegramIdentity.of(this);
    }
}
