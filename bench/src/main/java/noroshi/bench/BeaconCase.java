package noroshi.bench;

import java.util.List;

/** A way of being asked, and how much better than nginx we promised to be at it. */
record BeaconCase(String name, int connections, boolean tls, boolean isNewConnectionEach, double promised) {

    static final List<BeaconCase> ALL = List.of(
            new BeaconCase("kept-64", 64, false, false, 1.3),
            new BeaconCase("kept-1000", 1000, false, false, 1.2),
            new BeaconCase("new", 64, false, true, 1.0),
            new BeaconCase("tls-kept-64", 64, true, false, 1.2),
            new BeaconCase("tls-new", 64, true, true, 0.95));
}
