package noroshi.standards.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import noroshi.standards.cap.CapRejected.Reason;

/** CAP 1.2 and 1.1 documents to records. */
public final class CapReader {
    static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

    /** 1.1 is the same but for responseTypes and 1.2's own small additions. */
    private static final Set<String> NAMESPACES = Set.of(NAMESPACE, "urn:oasis:names:tc:emergency:cap:1.1");

    private CapReader() {}

    /** The one alert of a document. @throws CapRejected with the reason */
    public static Alert read(byte[] document) {
        var all = readAll(document);
        if (all.size() == 1) return all.getFirst();
        throw new CapRejected(Reason.NOT_CAP, "警報が1つではなく%d個あります".formatted(all.size()), "文書全体", "警報を1つずつ送ってください");
    }

    /** Every alert of a document: itself, or those in an envelope, e.g. an Atom feed. @throws CapRejected with the reason */
    public static List<Alert> readAll(byte[] document) {
        var root = CapXml.parse(document);
        var found = new ArrayList<Element>();
        find(root, found);
        if (found.isEmpty())
            throw new CapRejected(
                    Reason.NOT_CAP,
                    "CAP 1.1または1.2の警報がありません（根要素 %s、名前空間「%s」）".formatted(root.name, root.namespace),
                    root.where(),
                    "CAP 1.2（%s）の文書を送ってください".formatted(NAMESPACE));
        return found.stream().map(CapReader::alert).toList();
    }

    private static void find(Element element, List<Element> found) {
        if (element.name.equals("alert") && NAMESPACES.contains(element.namespace)) found.add(element);
        else element.children.forEach(child -> find(child, found));
    }

    private static Alert alert(Element element) {
        var fields = new Fields(element);
        var identifier = Values.name(fields.get("identifier"));
        var sender = Values.name(fields.get("sender"));
        var sent = Values.time(fields.get("sent"));
        var status = Values.constant(fields.get("status"), Status.class);
        var type = Values.constant(fields.get("msgType"), MessageType.class);
        var source = fields.text("source");
        var scope = Values.constant(fields.get("scope"), Scope.class);
        var restriction = fields.text("restriction");
        var addresses = fields.text("addresses");
        var codes = fields.all("code", Element::text);
        var note = fields.text("note");
        var references = fields.value("references", Values::references);
        var incidents = fields.text("incidents");
        var infos = fields.all("info", CapReader::info);
        fields.end();
        return checked(
                element,
                () -> new Alert(
                        identifier,
                        sender,
                        sent,
                        status,
                        type,
                        source,
                        scope,
                        restriction,
                        addresses,
                        codes,
                        note,
                        references == null ? List.of() : references,
                        incidents,
                        infos));
    }

    private static Info info(Element element) {
        var fields = new Fields(element);
        var language = fields.text("language");
        var categories = new ArrayList<Category>();
        categories.add(Values.constant(fields.get("category"), Category.class));
        categories.addAll(fields.all("category", e -> Values.constant(e, Category.class)));
        var event = Values.present(fields.get("event"));
        var responses = fields.all("responseType", e -> Values.constant(e, ResponseType.class));
        var urgency = Values.constant(fields.get("urgency"), Urgency.class);
        var severity = Values.constant(fields.get("severity"), Severity.class);
        var certainty = Values.constant(fields.get("certainty"), Certainty.class);
        var audience = fields.text("audience");
        var eventCodes = fields.all("eventCode", CapReader::named);
        var times = times(element, fields);
        var words = new Words(
                fields.text("senderName"),
                fields.text("headline"),
                fields.text("description"),
                fields.text("instruction"),
                fields.text("web"),
                fields.text("contact"));
        var parameters = fields.all("parameter", CapReader::named);
        var resources = fields.all("resource", CapReader::resource);
        var areas = fields.all("area", CapReader::area);
        fields.end();
        return new Info(
                language,
                categories,
                event,
                responses,
                urgency,
                severity,
                certainty,
                audience,
                eventCodes,
                times,
                words,
                parameters,
                resources,
                areas);
    }

    private static Times times(Element element, Fields fields) {
        var effective = fields.value("effective", Values::time);
        var onset = fields.value("onset", Values::time);
        var expires = fields.value("expires", Values::time);
        return checked(element, () -> new Times(effective, onset, expires));
    }

    private static NamedValue named(Element element) {
        var fields = new Fields(element);
        var named = new NamedValue(
                Values.present(fields.get("valueName")), fields.get("value").text());
        fields.end();
        return named;
    }

    private static Resource resource(Element element) {
        var fields = new Fields(element);
        var resource = new Resource(
                Values.present(fields.get("resourceDesc")),
                fields.text("mimeType"),
                fields.value("size", Values::integer),
                fields.text("uri"),
                fields.text("derefUri"),
                fields.text("digest"));
        fields.end();
        return resource;
    }

    private static Area area(Element element) {
        var fields = new Fields(element);
        var area = new Area(
                Values.present(fields.get("areaDesc")),
                fields.all("polygon", Values::polygon),
                fields.all("circle", Values::circle),
                fields.all("geocode", CapReader::named),
                fields.value("altitude", Values::decimal),
                fields.value("ceiling", Values::decimal));
        fields.end();
        return area;
    }

    /** Rules that no single value breaks. */
    private static <T> T checked(Element element, java.util.function.Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            var rejected = new CapRejected(
                    Reason.CONTRADICTION,
                    "値の組み合わせが規格に合いません（%s）".formatted(e.getMessage()),
                    element.where(),
                    "CAP 1.2の規則に合わせるよう、送信元に依頼してください");
            rejected.initCause(e);
            throw rejected;
        }
    }
}
