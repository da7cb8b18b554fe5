package noroshi.desk;

import java.util.List;
import noroshi.site.ShownMode;

/**
 * How the whole stands.
 *
 * @param parts database, site, mail, outbox: each with its state and, when something is wrong, what to do
 * @param mode what readers are shown; @param mayCommand whether this officer may change that
 * @param mayDecide retry and discard dead letters
 */
public record StatusBoard(
        List<Part> parts,
        List<Beacon> beacons,
        List<Line> waiting,
        List<Dead> dead,
        boolean mayDecide,
        boolean all,
        ShownMode mode,
        boolean mayCommand) {

    /** @param what the facts in a sentence; @param next what to do; "" when nothing is wrong */
    public record Part(String name, Chip state, String what, String next) {}

    /** @param lag in words */
    public record Beacon(String address, Chip state, String version, String lag, String next) {}

    public record Line(String listener, long count, String oldest) {}

    public record Dead(
            long id,
            String government,
            String listener,
            String topic,
            String key,
            int attempts,
            String problem,
            String since) {}

    public boolean isWell() {
        return parts.stream().allMatch(part -> part.next().isEmpty())
                && beacons.stream().allMatch(beacon -> beacon.next().isEmpty());
    }
}
