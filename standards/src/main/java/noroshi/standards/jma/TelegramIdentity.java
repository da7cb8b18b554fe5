package noroshi.standards.jma;

import java.time.Instant;
import java.util.List;

/**
 * Two telegrams of the same identity are the same report received twice (JMA sends over several lines and feeds).
 *
 * <p>For 発表 and 遅延: status, titles, report time, event ids and serial; the head's title tells apart the warnings of two prefectures, whose event
 * ids are empty. A 訂正 or 取消 bears the same of all that, so its own content is part of its identity.
 *
 * @param content "" for 発表 and 遅延, else the content's hash
 */
public record TelegramIdentity(
        Status status,
        String title,
        String headTitle,
        Instant reportDateTime,
        List<String> eventIds,
        String serial,
        InfoType infoType,
        String content) {
    public TelegramIdentity {
        eventIds = List.copyOf(eventIds);
    }

    static TelegramIdentity of(Telegram telegram) {
        Head head = telegram.head();
        boolean own = head.infoType() == InfoType.CORRECTED || head.infoType() == InfoType.CANCELLED;
        return new TelegramIdentity(
                telegram.control().status(),
                telegram.control().title(),
                head.title(),
                head.reportDateTime(),
                head.eventIds(),
                head.serial(),
                head.infoType(),
                own ? telegram.contentHash() : "");
    }

    /** One line, to be stored as a key: every part separated by a bar. */
    @Override
    public String toString() {
        return String.join(
                "|",
                status.name(),
                title,
                headTitle,
                reportDateTime.toString(),
                String.join(" ", eventIds),
                serial,
                infoType.name(),
                content);
    }
}
