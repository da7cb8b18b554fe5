package noroshi.bench;

import java.nio.file.Path;
import java.util.List;

/** {@code ./noroshi bench NAME}. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var rest = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        var name = arguments.length == 0 ? "" : arguments[0];
        try {
            switch (name) {
                case "publish" -> new PublishBench(PublishOptions.parse(rest)).run();
                case "beacon" -> new BeaconBench(BeaconOptions.parse(rest)).run();
                case "letters" -> new LetterBench(Path.of(System.getProperty("noroshi.home", ".")), rest).run();
                case "ladder" -> new LadderBench().run();
                case "slowloris" -> new SlowlorisBench(SlowlorisBench.seconds(rest)).run();
                case "snapshot" -> new SnapshotBench(SnapshotOptions.parse(rest)).run();
                case "moving" -> new MovingBench(rest).run();
                case "reorganisation" -> new ReorganisationBench(rest).run();
                case "persons" -> new PersonsBench(rest).run();
                case "planning" -> new PlanningBench(rest).run();
                default ->
                    throw new IllegalArgumentException("No benchmark named \"" + name
                            + "\". There are: publish, beacon, ladder, slowloris, letters, snapshot, moving,"
                            + " reorganisation, planning, persons");
            }
        } catch (IllegalArgumentException e) {
            System.err.println("noroshi: " + e.getMessage());
            System.exit(2);
        }
        System.exit(0);
    }
}
