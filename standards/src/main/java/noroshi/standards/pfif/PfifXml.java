package noroshi.standards.pfif;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Untrusted bytes to records of fields: no document types, no entities, nothing fetched, and a limit on everything. */
final class PfifXml {
    static final int DOCUMENT_BYTES_MAX = 20 * 1024 * 1024;
    static final int RECORDS_MAX = 100_000;
    static final int FIELD_CHARACTERS_MAX = 20_000;

    /** pfif, person, note, field. */
    static final int DEPTH_ELEMENTS_MAX = 4;

    private static final String RESEND = "PFIFの文書の全体を、書き出した元からもう一度受け取ってください";

    private final XMLStreamReader reader;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable PfifVersion version;

    /** A record and the person it stands in (empty when it stands alone). */
    record Entry(Fields fields, String enclosing) {}

    private PfifXml(XMLStreamReader reader) {
        this.reader = reader;
    }

    static List<Entry> parse(byte[] bytes) {
        if (bytes.length > DOCUMENT_BYTES_MAX) {
            throw new PfifRejected(
                    1, "大きさ%,dバイトが上限の%,dバイトを超えています".formatted(bytes.length, DOCUMENT_BYTES_MAX), "分けて取り込んでください");
        }
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(utf8(bytes)));
            try {
                return new PfifXml(reader).document();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw notXml(e);
        }
    }

    private static String utf8(byte[] bytes) {
        boolean marked = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB;
        ByteBuffer in = ByteBuffer.wrap(bytes, marked ? 3 : 0, marked ? bytes.length - 3 : bytes.length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < in.position() && i < bytes.length; i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new PfifRejected(line, "UTF-8でないバイトがあります", "文字コードをUTF-8にしてください");
        }
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

    private List<Entry> document() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    version = root();
                    records();
                }
                default -> {
                    // Comments and spaces around the root say nothing.
                }
            }
        }
        return entries;
    }

    private PfifVersion root() {
        PfifVersion found = PfifVersion.find(reader.getNamespaceURI());
        if (found == null || !reader.getLocalName().equals("pfif")) {
            throw new PfifRejected(
                    line(),
                    "PFIF 1.1〜1.4の文書ではありません（要素 %s、名前空間 %s）"
                            .formatted(
                                    Fields.shortened(reader.getLocalName()),
                                    Fields.shortened(String.valueOf(reader.getNamespaceURI()))),
                    "PFIFとして書き出したファイルを選んでください");
        }
        return found;
    }

    private void records() throws XMLStreamException {
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "person" -> record(new Fields(true, line()), null);
                    case "note" -> record(new Fields(false, line()), null);
                    default -> skip(2);
                }
            }
        }
    }

    private void record(Fields fields, @Nullable Fields enclosing) throws XMLStreamException {
        if (entries.size() >= RECORDS_MAX) {
            throw new PfifRejected(line(), "記録の数が上限の%,d件を超えています".formatted(RECORDS_MAX), "分けて取り込んでください");
        }
        int place = entries.size();
        List<Fields> inner = new ArrayList<>();
        entries.add(new Entry(fields, enclosing == null ? "" : enclosing.text("person_record_id")));
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (reader.getLocalName().equals("note") && fields.isPerson()) {
                inner.add(new Fields(false, line()));
                record(inner.getLast(), fields);
            } else {
                field(fields);
            }
        }
        reseat(place, fields, inner);
    }

    /** A person's id may stand behind its notes. */
    private void reseat(int place, Fields person, List<Fields> inner) {
        for (int i = 0; i < inner.size(); i++) {
            entries.set(place + 1 + i, new Entry(inner.get(i), person.text("person_record_id")));
        }
    }

    private void field(Fields fields) throws XMLStreamException {
        String name = version == null ? reader.getLocalName() : version.nameOf(reader.getLocalName());
        StringBuilder value = new StringBuilder();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                throw new PfifRejected(line(), "項目 %s の中に要素があります".formatted(Fields.shortened(name)), RESEND);
            }
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                value.append(reader.getText());
            }
            if (value.length() > FIELD_CHARACTERS_MAX) {
                throw new PfifRejected(line(), "項目 %s が上限の%,d文字を超えています".formatted(name, FIELD_CHARACTERS_MAX), RESEND);
            }
        }
        fields.put(name, value.toString());
    }

    /** Foreign elements are allowed beside records and have no meaning here. */
    private void skip(int depth) throws XMLStreamException {
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (depth >= DEPTH_ELEMENTS_MAX) {
                    throw new PfifRejected(line(), "要素の入れ子が上限の%d段を超えています".formatted(DEPTH_ELEMENTS_MAX), RESEND);
                }
                skip(depth + 1);
            }
        }
    }

    private int next() throws XMLStreamException {
        int event;
        try {
            event = reader.next();
        } catch (RuntimeException e) {
            // The JDK's reader reports some malformed documents by unchecked exceptions.
            throw notXml(e);
        }
        return switch (event) {
            case XMLStreamConstants.DTD -> throw new PfifRejected(line(), "文書型宣言（DOCTYPE）は使えません", RESEND);
            case XMLStreamConstants.ENTITY_REFERENCE -> throw new PfifRejected(line(), "実体参照は使えません", RESEND);
            default -> event;
        };
    }

    private int line() {
        return Math.max(1, reader.getLocation().getLineNumber());
    }

    private static PfifRejected notXml(Exception cause) {
        int line = cause instanceof XMLStreamException xml && xml.getLocation() != null
                ? Math.max(1, xml.getLocation().getLineNumber())
                : 1;
        PfifRejected rejected = new PfifRejected(line, "XMLとして正しくないか、途中で切れています", RESEND);
        rejected.initCause(cause);
        return rejected;
    }
}
