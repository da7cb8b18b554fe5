package noroshi.writing;

/** How an act ended. */
public sealed interface Ended {
    record Done(long id) implements Ended {}

    /** @param field of the form; @param reason what and what to do (Japanese) */
    record Invalid(String field, String reason) implements Ended {}

    record NotAllowed(String reason) implements Ended {}

    record Missing() implements Ended {}
}
