package noroshi.bench;

import java.util.List;

/** {@code ./noroshi bench NAME}. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var rest = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        var name = arguments.length == 0 ? "" : arguments[0];
        try {
            if (!name.equals("publish"))
                throw new IllegalArgumentException("No benchmark named \"" + name + "\". There is: publish");
            new PublishBench(PublishOptions.parse(rest)).run();
        } catch (IllegalArgumentException e) {
            System.err.println("noroshi: " + e.getMessage());
            System.exit(2);
        }
        System.exit(0);
    }
}
