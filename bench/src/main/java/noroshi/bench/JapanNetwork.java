package noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import noroshi.planning.graph.Graph;

/** The Japan photonic network model: nodes are numbered from 1, links say source and target. */
final class JapanNetwork {

    /** The node of Tokyo in JPN48, from 0. */
    static final int TOKYO = 12;

    private static final Pattern ID = Pattern.compile("\"id\": *(\\d+)");
    private static final Pattern LINK = Pattern.compile("\"source\": *(\\d+), *\\s*\"target\": *(\\d+)");

    private JapanNetwork() {}

    static Graph read(Path file) throws IOException {
        var text = Files.readString(file);
        int nodes = (int) ID.matcher(text).results().count();
        var from = new ArrayList<Integer>();
        var to = new ArrayList<Integer>();
        LINK.matcher(text).results().forEach(link -> {
            from.add(Integer.parseInt(link.group(1)) - 1);
            to.add(Integer.parseInt(link.group(2)) - 1);
        });
        return Graph.of(
                nodes,
                from.stream().mapToInt(Integer::intValue).toArray(),
                to.stream().mapToInt(Integer::intValue).toArray());
    }
}
