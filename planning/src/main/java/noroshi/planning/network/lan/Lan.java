package noroshi.planning.network.lan;

import java.util.List;

/** The LANs of the offices, as they are to be, and what is to be renewed. */
public record Lan(Model model, List<Segment> segments, List<Flow> flows, Renewal renewal) {

    public enum Model {
        /** Nothing is claimed. */
        NONE,
        /** Terminals in the LGWAN layer; the internet as a picture. */
        ALPHA,
        /** Terminals in the internet layer; business systems stay in the LGWAN layer. */
        BETA,
        /** Terminals and business systems in the internet layer. */
        BETA_PRIME
    }

    public static final Lan NONE = new Lan(Model.NONE, List.of(), List.of(), Renewal.NONE);

    public Lan {
        segments = List.copyOf(segments);
        flows = List.copyOf(flows);
    }
}
