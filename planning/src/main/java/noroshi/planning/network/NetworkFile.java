package noroshi.planning.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import noroshi.planning.input.Faults;
import noroshi.planning.input.Field;

/** Reads a network from JSON (docs/planning/network.md), GML or GraphML, as the file's name ends. */
public final class NetworkFile {

    private static final long GRAPH_BYTES_MAX = 64L << 20;

    private NetworkFile() {}

    /** @throws noroshi.planning.input.Faulty with every fault of the file */
    public static Network read(Path file) throws IOException {
        var name = file.getFileName().toString();
        var faults = new Faults();
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!ending.equals("gml") && !ending.equals("graphml")) return read(Field.open(file, faults), faults);
        if (Files.size(file) > GRAPH_BYTES_MAX) faults.add("", "is larger than %d MB".formatted(GRAPH_BYTES_MAX >> 20));
        faults.throwIfAny();
        var text = Files.readString(file);
        return ending.equals("gml") ? gml(name, text) : graphMl(name, text);
    }

    public static Network json(String text) {
        var faults = new Faults();
        return read(Field.read(text, faults), faults);
    }

    public static Network gml(String name, String text) {
        var faults = new Faults();
        return imported(name, new Gml(text, faults).graph(), faults);
    }

    public static Network graphMl(String name, String text) {
        var faults = new Faults();
        return imported(name, GraphMl.graph(text, faults), faults);
    }

    private static Network read(Field file, Faults faults) {
        var network = new NetworkReader(file).read();
        faults.throwIfAny();
        return network;
    }

    private static Network imported(String name, Imported graph, Faults faults) {
        var network = graph.network(name, faults);
        faults.throwIfAny();
        return network;
    }
}
