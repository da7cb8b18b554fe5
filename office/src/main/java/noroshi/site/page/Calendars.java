package noroshi.site.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import noroshi.platform.Time;
import noroshi.site.view.Mark;
import noroshi.snapshot.Key;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;

/** iCalendar (RFC 5545) of dated articles: one file for each, and one of all that is to come for the site. */
public final class Calendars {

    private static final int LINE_BYTES_MAX = 75;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final SiteFacts site;
    private final Press press;
    private final Instant now;

    public Calendars(SiteFacts site, Press press, Instant now) {
        this.site = site;
        this.press = press;
        this.now = now;
    }

    /** Of the site: dated entries, open ones only. */
    public Map<Key, Timeline<Value>> ofSite(List<EntryFacts> dated) {
        return of("/calendar.ics", dated);
    }

    public Map<Key, Timeline<Value>> ofEntry(EntryFacts entry) {
        return of("/%s/%d.ics".formatted(entry.series().code(), entry.id()), List.of(entry));
    }

    private Map<Key, Timeline<Value>> of(String path, List<EntryFacts> dated) {
        var single = !path.equals("/calendar.ics");
        var shown = Futures.of(now, Futures.edges(dated), at -> dated.stream()
                .filter(e -> e.window().shows(at))
                .toList());
        return Map.of(
                Key.of(site.code(), path),
                shown.map(entries -> single && entries.isEmpty()
                        ? new Value.Absent()
                        : Files.text("text/calendar; charset=utf-8", calendar(entries), press)));
    }

    private String calendar(List<EntryFacts> entries) {
        var lines = new ArrayList<>(List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Noroshi//Noroshi 0.1//JA",
                "CALSCALE:GREGORIAN",
                "METHOD:PUBLISH",
                "X-WR-CALNAME:" + text(site.name()),
                "X-WR-TIMEZONE:Asia/Tokyo",
                "BEGIN:VTIMEZONE",
                "TZID:Asia/Tokyo",
                "BEGIN:STANDARD",
                "DTSTART:19700101T000000",
                "TZOFFSETFROM:+0900",
                "TZOFFSETTO:+0900",
                "TZNAME:JST",
                "END:STANDARD",
                "END:VTIMEZONE"));
        for (var entry : entries) if (entry.event() != null) event(lines, entry, entry.event());
        lines.add("END:VCALENDAR");
        var folded = new StringBuilder();
        for (var line : lines) folded.append(fold(line)).append("\r\n");
        return folded.toString();
    }

    private void event(List<String> lines, EntryFacts entry, EventFacts event) {
        var address = new Addresses(site, Variant.FULL)
                .absolute("/%s/%d".formatted(entry.series().code(), entry.id()));
        lines.add("BEGIN:VEVENT");
        lines.add("UID:%s-%d@%s".formatted(site.code(), entry.id(), host()));
        lines.add("DTSTAMP:" + UTC.format(entry.changedAt()));
        lines.add("LAST-MODIFIED:" + UTC.format(entry.changedAt()));
        lines.add("DTSTART" + at(event.startsAt()));
        if (event.endsAt() != null) lines.add("DTEND" + at(event.endsAt()));
        lines.add("SUMMARY:" + text(Mark.of(entry.mark()).before(entry.title())));
        if (!entry.summary().isEmpty()) lines.add("DESCRIPTION:" + text(entry.summary()));
        if (!event.place().isEmpty()) lines.add("LOCATION:" + text(event.place()));
        lines.add("URL:" + address);
        lines.add("STATUS:CONFIRMED");
        lines.add("END:VEVENT");
    }

    private String host() {
        var host = site.publicUrl().getHost();
        return host == null ? "noroshi.invalid" : host;
    }

    private static String at(Instant instant) {
        return ";TZID=Asia/Tokyo:" + LOCAL.format(instant.atZone(Time.JAPAN));
    }

    /** RFC 5545 §3.3.11. */
    private static String text(String typed) {
        return typed.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** RFC 5545 §3.1: at most 75 octets a line, never cutting a character. */
    static String fold(String line) {
        var folded = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < line.length(); ) {
            int point = line.codePointAt(i);
            var character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LINE_BYTES_MAX) {
                folded.append("\r\n ");
                bytes = 1;
            }
            folded.append(character);
            bytes += size;
            i += Character.charCount(point);
        }
        return folded.toString();
    }
}
