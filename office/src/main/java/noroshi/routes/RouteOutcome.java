package noroshi.routes;

/** How an act on routes, absences and rules ends. In every case but {@link Done} nothing was changed. */
public sealed interface RouteOutcome {

    record Done(long id) implements RouteOutcome {}

    /** @param field of the form; @param message what is wrong and what to do (Japanese) */
    record Invalid(String field, String message) implements RouteOutcome {}

    /** @param reason for the officer to read (Japanese) */
    record NotAllowed(String reason) implements RouteOutcome {}

    record Missing() implements RouteOutcome {}
}
