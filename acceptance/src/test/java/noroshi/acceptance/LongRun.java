package noroshi.acceptance;

import org.junit.jupiter.api.Assumptions;

/** What takes minutes is not in the ordinary run: skipped with its reason, run with {@code -Dnoroshi.long=true}. */
final class LongRun {

    private LongRun() {}

    static void orSkip(String reason) {
        if (Boolean.getBoolean("noroshi.long")) return;
        var message = "skipped: " + reason + ". Run it with ./noroshi test -Dnoroshi.long=true";
        System.out.println(message);
        Assumptions.abort(message);
    }
}
