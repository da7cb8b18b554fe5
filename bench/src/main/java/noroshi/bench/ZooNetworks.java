package noroshi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import noroshi.planning.graph.Graph;
import noroshi.planning.network.NetworkFile;

/** The networks of the Internet Topology Zoo, as the import of {@code plan network} reads them. */
final class ZooNetworks {

    record Named(String name, Graph graph) {}

    private ZooNetworks() {}

    static List<Named> all(Path folder) throws IOException {
        var networks = new ArrayList<Named>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(each -> each.toString().endsWith(".gml.gz"))
                    .sorted()
                    .toList()) {
                var name = file.getFileName().toString().replace(".gml.gz", "");
                try (var in = new GZIPInputStream(Files.newInputStream(file))) {
                    var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    networks.add(new Named(name, NetworkFile.gml(name, text).graph()));
                }
            }
        }
        return networks;
    }
}
