package noroshi.standards.jma;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import noroshi.standards.jma.TelegramRejected.Reason;
import org.jspecify.annotations.Nullable;

/** Untrusted bytes to elements: no document types, no entities, nothing fetched, and a limit on everything. */
final class TelegramXml {
    /** The largest official sample has 400 KB; the format's manual knows none above 1 MB. */
    static final int TELEGRAM_BYTES_MAX = 2 * 1024 * 1024;

    /** Official samples reach 15. */
    static final int DEPTH_ELEMENTS_MAX = 40;

    /** Official samples reach 17,000; by the limit of bytes alone, empty elements would cost 100 MB of memory. */
    static final int ELEMENTS_MAX = 100_000;

    private static final String JMA_NAMESPACE = "http://xml.kishou.go.jp/jmaxml1/";

    private static final String RESEND = "電文の全体を、文字コードを変えずに送り直してください";

    private TelegramXml() {}

    /** The root element of a document whose elements outside JMA's namespaces are left out. */
    static Node parse(byte[] bytes, Duration shift) {
        if (bytes.length > TELEGRAM_BYTES_MAX) {
            throw new TelegramRejected(
                    Reason.TOO_LARGE,
                    "大きさ%,dバイトが上限の%,dバイトを超えています".formatted(bytes.length, TELEGRAM_BYTES_MAX),
                    "文書全体",
                    "電文を一つずつ送ってください");
        }
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(utf8(bytes)));
            try {
                return read(reader, shift);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw notXml(e);
        } catch (RuntimeException e) {
            // The JDK's reader reports some malformed documents by unchecked exceptions.
            throw e instanceof TelegramRejected rejected ? rejected : notXml(e);
        }
    }

    /** The format's only encoding. Decoded here, since the JDK's reader prints malformed bytes to the standard error stream. */
    private static String utf8(byte[] bytes) {
        boolean marked =
                bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        ByteBuffer in = ByteBuffer.wrap(bytes, marked ? 3 : 0, marked ? bytes.length - 3 : bytes.length);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            throw new TelegramRejected(
                    Reason.NOT_XML, "UTF-8でないバイトがあります", "%dバイト目".formatted(in.position() + 1), RESEND);
        }
        return out.flip().toString();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
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

    private static Node read(XMLStreamReader reader, Duration shift) throws XMLStreamException {
        Node root = null;
        Node at = null;
        int depth = 0;
        int elements = 0;
        int skipping = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    refuseExcess(++depth, ++elements, reader);
                    String namespace = reader.getNamespaceURI();
                    boolean known = namespace != null && namespace.startsWith(JMA_NAMESPACE);
                    if (skipping > 0 || (!known && at != null)) {
                        skipping++;
                    } else {
                        Node node = element(reader, at, shift);
                        at = at == null ? node : at.add(node);
                        root = root == null ? node : root;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (skipping > 0) {
                        skipping--;
                    } else {
                        at = ended(at);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (at != null && skipping == 0) {
                        at.append(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD -> throw forbidden("文書型宣言（DOCTYPE）", reader);
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw forbidden("実体参照 &" + reader.getLocalName() + ";", reader);
                default -> {
                    // Comments, spaces and processing instructions say nothing in a telegram.
                }
            }
        }
        if (root == null) {
            throw notXml(null);
        }
        return root;
    }

    private static @Nullable Node ended(@Nullable Node at) {
        if (at == null) {
            return null;
        }
        at.end();
        return at.parent();
    }

    private static Node element(XMLStreamReader reader, @Nullable Node parent, Duration shift) {
        String namespace = reader.getNamespaceURI();
        Node node = new Node(
                reader.getLocalName(),
                namespace == null ? "" : namespace,
                reader.getLocation().getLineNumber(),
                parent,
                shift);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            node.attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return node;
    }

    private static void refuseExcess(int depth, int elements, XMLStreamReader reader) {
        if (depth > DEPTH_ELEMENTS_MAX || elements > ELEMENTS_MAX) {
            throw new TelegramRejected(
                    Reason.TOO_LARGE,
                    "要素が上限（入れ子%d段、%,d個）を超えています".formatted(DEPTH_ELEMENTS_MAX, ELEMENTS_MAX),
                    line(reader),
                    "気象庁の電文ではありません。送信元を確かめてください");
        }
    }

    private static TelegramRejected forbidden(String what, XMLStreamReader reader) {
        return new TelegramRejected(
                Reason.FORBIDDEN_XML, what + "は電文では使えません", line(reader), "これを除いて送り直すか、送信元を確かめてください");
    }

    private static TelegramRejected notXml(@Nullable Exception cause) {
        String where = cause instanceof XMLStreamException xml && xml.getLocation() != null
                ? "%d行目%d文字目"
                        .formatted(
                                xml.getLocation().getLineNumber(),
                                xml.getLocation().getColumnNumber())
                : "文書全体";
        TelegramRejected rejected = new TelegramRejected(Reason.NOT_XML, "XMLとして正しくないか、途中で切れています", where, RESEND);
        if (cause != null) {
            rejected.initCause(cause);
        }
        return rejected;
    }

    private static String line(XMLStreamReader reader) {
        return "%d行目".formatted(reader.getLocation().getLineNumber());
    }
}
