package noroshi.planning.network;

import java.util.List;
import java.util.stream.Stream;

/** Links that one event breaks together: poles, a duct, a bridge, a tunnel that they share. */
public record RiskGroup(String id, String name, List<Link> links, Rate rate) {

    public RiskGroup {
        links = List.copyOf(links);
    }

    RiskGroup with(Link link) {
        return new RiskGroup(
                id, name, Stream.concat(links.stream(), Stream.of(link)).toList(), rate);
    }
}
