package noroshi.standards.jma;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A telegram as the JDK's document model sees it: the second, independent way of reading, which shares nothing with the reader. */
record Raw(Element element) {
    static Raw of(Path file) {
        try {
            return new Raw(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement());
        } catch (Exception e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    /** Elements at a path of qualified names, e.g. Body/Intensity/Observation/Pref; * is any name. */
    List<Raw> all(String path) {
        List<Raw> at = List.of(this);
        for (String step : path.split("/", -1)) {
            List<Raw> next = new ArrayList<>();
            at.forEach(raw -> next.addAll(raw.children(step)));
            at = next;
        }
        return at;
    }

    /** Elements of a name at any depth. */
    List<Raw> deep(String name) {
        var found = element.getElementsByTagName(name);
        List<Raw> list = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            list.add(new Raw((Element) found.item(i)));
        }
        return list;
    }

    private List<Raw> children(String name) {
        List<Raw> list = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element e
                    && (name.equals("*") || e.getTagName().equals(name))) {
                list.add(new Raw(e));
            }
        }
        return list;
    }

    /** Text of the first element at the path, "" if none. */
    String text(String path) {
        List<Raw> found = all(path);
        return found.isEmpty() ? "" : found.getFirst().text();
    }

    String text() {
        return element.getTextContent().trim();
    }

    String attribute(String name) {
        return element.getAttribute(name).trim();
    }
}
