package noroshi.emergency;

import java.time.Instant;
import java.util.List;
import noroshi.emergency.EmergencyCap.Teller;

/** The newest CAP messages of a government as an Atom feed. Pure. */
final class CapFeed {

    static final String PATH = "/cap/feed.xml";

    private CapFeed() {}

    /** @param changes the newest first */
    static String of(Teller teller, List<EmergencyChange> changes) {
        var updated = changes.isEmpty() ? Instant.EPOCH : changes.getFirst().at();
        var out = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">
            <id>%1$s%2$s</id><title>%3$s 緊急態勢（CAP）</title><updated>%4$s</updated>
            <author><name>%3$s</name></author><link rel="self" href="%1$s%2$s"/>
            """.formatted(escaped(teller.site()), PATH, escaped(teller.name()), updated));
        for (var change : changes) out.append(entry(teller, change));
        return out.append("</feed>\n").toString();
    }

    private static String entry(Teller teller, EmergencyChange change) {
        var emergency = change.emergency();
        return """
            <entry><id>%1$s%2$s</id><title>%3$s</title><updated>%4$s</updated><summary>%5$s</summary>
            <link rel="alternate" type="application/cap+xml" href="%1$s%2$s"/></entry>
            """.formatted(
                        escaped(teller.site()),
                        EmergencyFiles.path(change),
                        escaped(EmergencyCap.headline(emergency)),
                        change.at(),
                        escaped("%s %s %s"
                                .formatted(
                                        emergency.hazard().japanese(),
                                        emergency.level().japanese(),
                                        emergency.phase().japanese())));
    }

    static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x1f]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
