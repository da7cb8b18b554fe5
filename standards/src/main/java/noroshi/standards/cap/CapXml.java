package noroshi.standards.cap;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import noroshi.standards.cap.CapRejected.Reason;
import org.jspecify.annotations.Nullable;

/** Untrusted bytes to elements: no document types, no entities, nothing fetched, and a limit on everything. */
final class CapXml {
    /** National feeds stay below 1 MB. */
    static final int DOCUMENT_BYTES_MAX = 2 * 1024 * 1024;

    /** An alert has 6, a signed one in an envelope about 15. */
    static final int DEPTH_ELEMENTS_MAX = 32;

    static final int ELEMENTS_MAX = 50_000;

    private static final int DECLARATION_BYTES_MAX = 200;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final String RESEND = "文書の全体を、文字コードを変えずに送り直してください";

    private CapXml() {}

    static Element parse(byte[] bytes) {
        if (bytes.length > DOCUMENT_BYTES_MAX) {
            throw new CapRejected(
                    Reason.TOO_LARGE,
                    "大きさ%,dバイトが上限の%,dバイトを超えています".formatted(bytes.length, DOCUMENT_BYTES_MAX),
                    "文書全体",
                    "警報を分けて送ってください");
        }
        try {
            var reader = factory().createXMLStreamReader(new StringReader(decoded(bytes)));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw notXml(e);
        } catch (RuntimeException e) {
            // The JDK's reader reports some malformed documents by unchecked exceptions.
            throw e instanceof CapRejected rejected ? rejected : notXml(e);
        }
    }

    /** Decoded here: strictly, in the few encodings that alerts are met in. */
    private static String decoded(byte[] bytes) {
        boolean marked =
                bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        int from = marked ? 3 : 0;
        var head = new String(
                bytes, from, Math.min(DECLARATION_BYTES_MAX, bytes.length - from), StandardCharsets.ISO_8859_1);
        try {
            return charset(head)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw notXml(e);
        }
    }

    private static Charset charset(String head) {
        var declared = ENCODING.matcher(head);
        var name = declared.find() ? declared.group(1).toUpperCase(Locale.ROOT) : "UTF-8";
        return switch (name) {
            case "UTF-8", "US-ASCII", "ASCII" -> StandardCharsets.UTF_8;
            case "ISO-8859-1", "LATIN1" -> StandardCharsets.ISO_8859_1;
            default ->
                throw new CapRejected(Reason.NOT_XML, "文字コード「%s」は読めません".formatted(name), "1行目", "UTF-8で送り直してください");
        };
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external reference refused: " + systemId);
        });
        return factory;
    }

    private static Element read(XMLStreamReader reader) throws XMLStreamException {
        Element root = null;
        var open = new ArrayDeque<Element>();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() >= DEPTH_ELEMENTS_MAX || ++elements > ELEMENTS_MAX) throw excess(reader);
                    var element = element(reader);
                    if (root == null) root = element;
                    var parent = open.peek();
                    if (parent != null) parent.children.add(element);
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    var at = open.peek();
                    if (at != null) at.written.append(reader.getText());
                }
                case XMLStreamConstants.DTD -> throw forbidden("文書型宣言（DOCTYPE）", reader);
                case XMLStreamConstants.ENTITY_REFERENCE -> throw forbidden("実体参照", reader);
                default -> {
                    // Comments, spaces and processing instructions say nothing in an alert.
                }
            }
        }
        if (root == null) throw notXml(null);
        return root;
    }

    private static Element element(XMLStreamReader reader) {
        var namespace = reader.getNamespaceURI();
        return new Element(
                namespace == null ? "" : namespace,
                reader.getLocalName(),
                reader.getLocation().getLineNumber());
    }

    private static CapRejected excess(XMLStreamReader reader) {
        return new CapRejected(
                Reason.TOO_LARGE,
                "要素が上限（入れ子%d段、%,d個）を超えています".formatted(DEPTH_ELEMENTS_MAX, ELEMENTS_MAX),
                line(reader),
                "CAPの警報ではありません。送信元を確かめてください");
    }

    private static CapRejected forbidden(String what, XMLStreamReader reader) {
        return new CapRejected(Reason.FORBIDDEN_XML, what + "は警報では使えません", line(reader), "これを除いて送り直すか、送信元を確かめてください");
    }

    private static CapRejected notXml(@Nullable Exception cause) {
        var where = cause instanceof XMLStreamException xml && xml.getLocation() != null
                ? "%d行目".formatted(xml.getLocation().getLineNumber())
                : "文書全体";
        var rejected = new CapRejected(Reason.NOT_XML, "XMLとして正しくないか、途中で切れています", where, RESEND);
        if (cause != null) rejected.initCause(cause);
        return rejected;
    }

    private static String line(XMLStreamReader reader) {
        return "%d行目".formatted(reader.getLocation().getLineNumber());
    }
}
