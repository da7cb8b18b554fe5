package noroshi.planning.network;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import noroshi.planning.input.Faults;
import noroshi.planning.network.Imported.Edge;
import noroshi.planning.network.Imported.Vertex;

/** Reads GraphML: nodes and edges of all graphs in a file, with the keys label, Longitude, Latitude, LinkSpeedRaw, LinkLabel. */
final class GraphMl {

    private static final double BITS_PER_MBIT = 1e6;

    private final XMLStreamReader xml;
    private final Faults faults;
    private final Map<String, String> keys = new HashMap<>();
    private final ArrayList<Vertex> vertices = new ArrayList<>();
    private final ArrayList<Edge> edges = new ArrayList<>();

    private GraphMl(XMLStreamReader xml, Faults faults) {
        this.xml = xml;
        this.faults = faults;
    }

    static Imported graph(String text, Faults faults) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = new GraphMl(factory.createXMLStreamReader(new StringReader(text)), faults);
            reader.read();
            return new Imported(reader.vertices, reader.edges);
        } catch (XMLStreamException e) {
            faults.add(
                    "line " + e.getLocation().getLineNumber(),
                    "is no XML: "
                            + String.valueOf(e.getMessage())
                                    .lines()
                                    .skip(1)
                                    .findFirst()
                                    .orElse(""));
            faults.throwIfAny();
            throw new IllegalStateException(e);
        }
    }

    private void read() throws XMLStreamException {
        boolean isGraph = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
            switch (xml.getLocalName()) {
                case "graphml" -> isGraph = true;
                case "key" -> keys.put(attribute("id"), attribute("attr.name").toLowerCase(Locale.ROOT));
                case "node" -> vertex();
                case "edge" -> edge();
                default -> {}
            }
        }
        if (!isGraph) faults.add("", "holds no <graphml>");
    }

    private void vertex() throws XMLStreamException {
        var where = where();
        var id = attribute("id");
        if (id.isEmpty()) faults.add(where, "a node has no id");
        var data = data("node");
        var longitude = data.getOrDefault("longitude", "");
        var latitude = data.getOrDefault("latitude", "");
        var at = longitude.isEmpty() || latitude.isEmpty()
                ? Place.UNKNOWN
                : new Place(number(longitude, 180, where), number(latitude, 90, where));
        vertices.add(new Vertex(where, id, data.getOrDefault("label", ""), at));
    }

    private void edge() throws XMLStreamException {
        var where = where();
        var id = attribute("id");
        var from = attribute("source");
        var to = attribute("target");
        var data = data("edge");
        var raw = data.getOrDefault("linkspeedraw", "");
        double mbps = raw.isEmpty() ? 0 : number(raw, 1e18, where) / BITS_PER_MBIT;
        if (mbps < 0) faults.add(where, "the capacity (%s) is negative".formatted(raw));
        edges.add(new Edge(where, id, data.getOrDefault("linklabel", ""), from, to, mbps));
    }

    /** The data elements up to the end of the current element, by the names of their keys. */
    private Map<String, String> data(String within) throws XMLStreamException {
        var data = new HashMap<String, String>();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(within)) return data;
            if (event != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("data")) continue;
            var key = keys.getOrDefault(attribute("key"), "");
            var value = new StringBuilder();
            while (xml.next() != XMLStreamConstants.END_ELEMENT
                    || !xml.getLocalName().equals("data")) if (xml.isCharacters()) value.append(xml.getText());
            data.put(key, value.toString().strip());
        }
    }

    private double number(String value, double most, String where) {
        try {
            double number = Double.parseDouble(value);
            if (Math.abs(number) <= most) return number;
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        faults.add(where, "%s is no number from −%.0f to %.0f".formatted(value, most, most));
        return Double.NaN;
    }

    private String attribute(String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private String where() {
        return "line " + xml.getLocation().getLineNumber();
    }
}
