package noroshi.run;

/** How a command ends: a refusal is told in one line and ends with 1; anything else is a bug and shows its way here. */
final class Ending {

    private Ending() {}

    /** What a command does. */
    interface Body {
        void run() throws Exception;
    }

    static void of(Body body) {
        try {
            body.run();
        } catch (Refusal e) {
            System.err.println("noroshi: " + e.getMessage());
            System.exit(1);
        } catch (Exception | Error e) {
            // Nothing half done goes on running: leaving ends what was started.
            e.printStackTrace();
            System.exit(1);
        }
    }
}
