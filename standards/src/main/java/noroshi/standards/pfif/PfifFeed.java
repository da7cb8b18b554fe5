package noroshi.standards.pfif;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * PFIF 1.4 inside Atom (RFC 4287): one entry for each record, which stands whole inside its entry, as PFIF wants it.
 *
 * @param address of this feed, as it was asked for; @param title for people; @param publisher who tells
 */
public record PfifFeed(String address, String title, String publisher) {

    /** @param notes of these persons, shown inside them */
    public byte[] persons(List<PfifPerson> persons, List<PfifNote> notes) {
        var newest =
                persons.stream().map(PfifFeed::changed).max(Instant::compareTo).orElse(Instant.EPOCH);
        var out = head(newest);
        for (var person : persons) {
            var own = notes.stream()
                    .filter(note -> note.person().equals(person.id()))
                    .toList();
            var title = person.isTombstone() ? "消去された記録" : person.name().full();
            entry(
                    out,
                    new PfifWriter().fragment(person, own),
                    person.id(),
                    title,
                    changed(person),
                    person.source().name());
        }
        return bytes(out);
    }

    public byte[] notes(List<PfifNote> notes) {
        var newest =
                notes.stream().map(PfifFeed::changed).max(Instant::compareTo).orElse(Instant.EPOCH);
        var out = head(newest);
        for (var note : notes) {
            var line = note.text().lines().findFirst().orElse("");
            var title = line.isBlank() ? "安否の知らせ" : line;
            entry(
                    out,
                    new PfifWriter().fragment(note),
                    note.id(),
                    title,
                    changed(note),
                    note.author().name());
        }
        return bytes(out);
    }

    private static Instant changed(PfifPerson person) {
        var entered = person.entered();
        return entered == null ? Instant.EPOCH : entered;
    }

    private static Instant changed(PfifNote note) {
        var entered = note.entered();
        return entered == null ? Instant.EPOCH : entered;
    }

    private StringBuilder head(Instant newest) {
        return new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:pfif="%s" xml:lang="ja">
                <id>%s</id>
                <title>%s</title>
                <updated>%s</updated>
                <author><name>%s</name></author>
                <link rel="self" href="%2$s"/>
                """.formatted(
                PfifVersion.V1_4.namespace(), escaped(address), escaped(title), seconds(newest), escaped(publisher)));
    }

    private static void entry(
            StringBuilder out, String record, String id, String title, Instant changed, String author) {
        out.append(
                "<entry>\n<id>pfif:%s</id>\n<title>%s</title>\n<updated>%s</updated>\n<author><name>%s</name></author>\n"
                        .formatted(escaped(id), escaped(title.strip()), seconds(changed), escaped(author)));
        out.append(record).append("</entry>\n");
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static byte[] bytes(StringBuilder out) {
        return out.append("</feed>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
