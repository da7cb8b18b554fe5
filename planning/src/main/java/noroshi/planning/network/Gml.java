package noroshi.planning.network;

import java.util.ArrayList;
import java.util.List;
import noroshi.planning.input.Faults;
import noroshi.planning.network.Imported.Edge;
import noroshi.planning.network.Imported.Vertex;

/** Reads GML (Himsolt 1997): keys followed by a number, a text in quotes, or a list in brackets. Unknown keys are passed over. */
final class Gml {

    private static final int DEPTH_MAX = 50;
    private static final double BITS_PER_MBIT = 1e6;

    private final String text;
    private final Faults faults;
    private int at;
    private int line = 1;

    /** @param value a String, or a list of entries */
    private record Entry(String key, Object value, int line) {}

    Gml(String text, Faults faults) {
        this.text = text;
        this.faults = faults;
    }

    Imported graph() {
        var vertices = new ArrayList<Vertex>();
        var edges = new ArrayList<Edge>();
        var graphs =
                entries(0).stream().filter(entry -> entry.key().equals("graph")).toList();
        if (graphs.isEmpty()) faults.add("", "holds no graph: GML begins with graph [");
        for (var graph : graphs)
            for (var entry : inner(graph)) {
                if (entry.key().equals("node")) vertices.add(vertex(entry));
                if (entry.key().equals("edge")) edges.add(edge(entry));
            }
        return new Imported(vertices, edges);
    }

    private Vertex vertex(Entry entry) {
        var where = "line " + entry.line();
        var id = value(entry, "id");
        if (id.isEmpty()) faults.add(where, "a node has no id");
        return new Vertex(where, id, value(entry, "label"), place(entry, where));
    }

    private Place place(Entry entry, String where) {
        var longitude = value(entry, "Longitude");
        var latitude = value(entry, "Latitude");
        if (longitude.isEmpty() || latitude.isEmpty()) return Place.UNKNOWN;
        return new Place(number(longitude, 180, where), number(latitude, 90, where));
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

    private Edge edge(Entry entry) {
        var where = "line " + entry.line();
        var raw = value(entry, "LinkSpeedRaw");
        double mbps = raw.isEmpty() ? 0 : number(raw, 1e18, where) / BITS_PER_MBIT;
        if (mbps < 0) faults.add(where, "the capacity (%s) is negative".formatted(raw));
        return new Edge(
                where,
                value(entry, "id"),
                value(entry, "LinkLabel"),
                value(entry, "source"),
                value(entry, "target"),
                mbps);
    }

    @SuppressWarnings("unchecked")
    private static List<Entry> inner(Entry entry) {
        return entry.value() instanceof List<?> list ? (List<Entry>) list : List.of();
    }

    /** The first value of a key that is no list; empty: there is none. */
    private static String value(Entry entry, String key) {
        for (var each : inner(entry)) if (each.key().equals(key) && each.value() instanceof String value) return value;
        return "";
    }

    private List<Entry> entries(int depth) {
        var entries = new ArrayList<Entry>();
        while (true) {
            space();
            if (at == text.length()) {
                if (depth > 0) faults.add("line " + line, "the file ends inside a list: a ] is missing");
                return entries;
            }
            if (text.charAt(at) == ']') {
                at++;
                if (depth > 0) return entries;
                faults.add("line " + line, "a ] without its [");
                continue;
            }
            int began = line;
            var key = word();
            space();
            if (at == text.length()) {
                faults.add("line " + began, "the key '%s' has no value".formatted(key));
                return entries;
            }
            entries.add(new Entry(key, value(depth), began));
        }
    }

    private Object value(int depth) {
        char first = text.charAt(at);
        if (first == '"') return quoted();
        if (first != '[') return word();
        at++;
        if (depth == DEPTH_MAX) {
            faults.add("line " + line, "lists are more than %d deep".formatted(DEPTH_MAX));
            at = text.length();
            return List.of();
        }
        return entries(depth + 1);
    }

    private String quoted() {
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
            faults.add("line " + line, "a text has no closing quote");
            end = text.length();
        }
        var quoted = text.substring(at + 1, end);
        line += (int) quoted.chars().filter(letter -> letter == '\n').count();
        at = Math.min(text.length(), end + 1);
        return quoted.replace("&quot;", "\"").replace("&amp;", "&");
    }

    private String word() {
        int begin = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && "[]\"".indexOf(text.charAt(at)) < 0)
            at++;
        // A stray quote or bracket is a word of its own, so that reading goes on.
        if (at == begin) at++;
        return text.substring(begin, at);
    }

    private void space() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '#')) {
            if (text.charAt(at) == '#') while (at < text.length() && text.charAt(at) != '\n') at++;
            else if (text.charAt(at++) == '\n') line++;
        }
    }
}
