package noroshi.standards.cap;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records to CAP 1.2 documents: UTF-8, no signature. Characters that XML cannot contain are left out. */
public final class CapWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final StringBuilder out = new StringBuilder(4096);

    private CapWriter() {}

    public static byte[] write(Alert alert) {
        var writer = new CapWriter();
        writer.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        writer.alert(alert);
        return writer.out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void alert(Alert alert) {
        out.append("<alert xmlns=\"").append(CapReader.NAMESPACE).append("\">");
        put("identifier", alert.identifier());
        put("sender", alert.sender());
        put("sent", time(alert.sent()));
        put("status", Values.word(alert.status()));
        put("msgType", Values.word(alert.type()));
        optional("source", alert.source());
        put("scope", Values.word(alert.scope()));
        optional("restriction", alert.restriction());
        optional("addresses", alert.addresses());
        alert.codes().forEach(code -> put("code", code));
        optional("note", alert.note());
        optional(
                "references",
                alert.references().stream().map(CapWriter::reference).collect(Collectors.joining(" ")));
        optional("incidents", alert.incidents());
        alert.infos().forEach(this::info);
        out.append("</alert>");
    }

    private void info(Info info) {
        out.append("\n<info>");
        optional("language", info.language());
        info.categories().forEach(category -> put("category", Values.word(category)));
        put("event", info.event());
        info.responses().forEach(response -> put("responseType", Values.word(response)));
        put("urgency", Values.word(info.urgency()));
        put("severity", Values.word(info.severity()));
        put("certainty", Values.word(info.certainty()));
        optional("audience", info.audience());
        named("eventCode", info.eventCodes());
        time("effective", info.times().effective());
        time("onset", info.times().onset());
        time("expires", info.times().expires());
        words(info.words());
        named("parameter", info.parameters());
        info.resources().forEach(this::resource);
        info.areas().forEach(this::area);
        out.append("</info>");
    }

    private void words(Words words) {
        optional("senderName", words.senderName());
        optional("headline", words.headline());
        optional("description", words.description());
        optional("instruction", words.instruction());
        optional("web", words.web());
        optional("contact", words.contact());
    }

    private void resource(Resource resource) {
        out.append("<resource>");
        put("resourceDesc", resource.description());
        // 1.1 may leave it out, 1.2 may not.
        put("mimeType", resource.mimeType());
        if (resource.size() != null) put("size", resource.size().toString());
        optional("uri", resource.uri());
        optional("derefUri", resource.content());
        optional("digest", resource.digest());
        out.append("</resource>");
    }

    private void area(Area area) {
        out.append("\n<area>");
        put("areaDesc", area.description());
        area.polygons()
                .forEach(polygon -> put(
                        "polygon",
                        polygon.ring().stream().map(CapWriter::position).collect(Collectors.joining(" "))));
        area.circles()
                .forEach(circle -> put("circle", position(circle.centre()) + " " + plain(circle.radiusKilometres())));
        named("geocode", area.geocodes());
        if (area.altitude() != null) put("altitude", area.altitude().toPlainString());
        if (area.ceiling() != null) put("ceiling", area.ceiling().toPlainString());
        out.append("</area>");
    }

    private void named(String element, List<NamedValue> values) {
        for (var one : values) {
            out.append('<').append(element).append('>');
            put("valueName", one.name());
            put("value", one.value());
            out.append("</").append(element).append('>');
        }
    }

    private void time(String element, @Nullable OffsetDateTime time) {
        if (time != null) put(element, time(time));
    }

    private static String reference(Reference reference) {
        return reference.sender() + "," + reference.identifier() + "," + time(reference.sent());
    }

    /** CAP 1.2 §3.3.2: UTC is -00:00, never Z. */
    private static String time(OffsetDateTime time) {
        int seconds = time.getOffset().getTotalSeconds();
        return TIME.format(time) + (seconds == 0 ? "-00:00" : time.getOffset().getId());
    }

    private static String position(Position position) {
        return plain(position.latitude()) + "," + plain(position.longitude());
    }

    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).toPlainString();
    }

    private void optional(String element, String text) {
        if (!text.isEmpty()) put(element, text);
    }

    private void put(String element, String text) {
        out.append('<').append(element).append('>');
        text.codePoints().forEach(this::character);
        out.append("</").append(element).append(">\n");
    }

    private void character(int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '\r' -> out.append("&#13;");
            default -> {
                if (isXml(c)) out.appendCodePoint(c);
            }
        }
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
