package noroshi.moving;

/** How an order about a move ends. In every case but {@link Done} nothing was changed. */
public sealed interface MovingOutcome {

    record Done(long job) implements MovingOutcome {}

    /** @param field of the form, or empty; @param reason what is wrong and what to do (Japanese) */
    record Refused(String field, String reason) implements MovingOutcome {}

    record Missing() implements MovingOutcome {}

    /** @param reason Japanese */
    record NotAllowed(String reason) implements MovingOutcome {}
}
