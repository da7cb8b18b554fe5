package noroshi.standards.jma;

import java.time.Instant;
import java.util.List;

/**
 * Two telegrams of the same identity are the same report received twice (JMA's sends over several lines and feeds).
 *
 * <p>Title, report time and event id are not enough: 震度速報 appeared at 05:09:11 and 05:09:41 of 2009-08-11 with the same three and no serial, and only
 * the second says 震度６弱 for 静岡県伊豆; and the warnings of two prefectures bear no event id at all. So the content belongs to the identity. What layout
 * changes on the way (line ends, indents) does not.
 *
 * @param content {@link Telegram#contentHash()}
 */
public record TelegramIdentity(
        String title, Instant reportDateTime, List<String> eventIds, InfoType infoType, String content) {
    public TelegramIdentity {
        eventIds = List.copyOf(eventIds);
    }

    static TelegramIdentity of(Telegram telegram) {
        Head head = telegram.head();
        return new TelegramIdentity(
                telegram.control().title(),
                head.reportDateTime(),
                head.eventIds(),
                head.infoType(),
                telegram.contentHash());
    }

    /** One line, to be stored as a key: every part separated by a bar. */
    @Override
    public String toString() {
        return String.join("|", title, reportDateTime.toString(), String.join(" ", eventIds), infoType.name(), content);
    }
}
