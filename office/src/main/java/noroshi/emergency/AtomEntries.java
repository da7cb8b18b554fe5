package noroshi.emergency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The documents that an Atom feed links to, in the feed's order (newest first). */
final class AtomEntries {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int ENTRIES_MAX = 2_000;

    private AtomEntries() {}

    /** Only documents of the feed's own server or of JMA: a falsified feed must not make the office ask its inner network. */
    private static void add(List<URI> documents, URI base, String href) {
        var document = base.resolve(href);
        var host = document.getHost();
        boolean own = Objects.equals(document.getScheme(), base.getScheme())
                && Objects.equals(document.getRawAuthority(), base.getRawAuthority());
        boolean jma = "https".equals(document.getScheme())
                && host != null
                && document.getPort() == -1
                && host.endsWith(".jma.go.jp");
        if (own || jma) documents.add(document);
    }

    static List<URI> read(byte[] feed, URI base) throws IOException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var documents = new ArrayList<URI>();
        try {
            var xml = factory.createXMLStreamReader(new ByteArrayInputStream(feed));
            boolean inEntry = false;
            while (xml.hasNext()) {
                int event = xml.next();
                boolean element = event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT;
                if (!element || !ATOM.equals(xml.getNamespaceURI())) continue;
                if (xml.getLocalName().equals("entry")) inEntry = event == XMLStreamConstants.START_ELEMENT;
                if (inEntry
                        && event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("link")) {
                    var href = xml.getAttributeValue(null, "href");
                    if (href != null && documents.size() < ENTRIES_MAX) add(documents, base, href.strip());
                }
            }
            return documents;
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new IOException("not an Atom feed: " + e.getMessage(), e);
        }
    }
}
