package noroshi.people;

/** How an administrator's act on officers or departments ends. In every case but {@link Done} nothing was changed. */
public sealed interface StaffOutcome {

    /** @param officer whom it was about; 0 when it was about a department */
    record Done(long officer) implements StaffOutcome {}

    /** @param password to be handed over; this is its only copy */
    record DoneWithPassword(long officer, String login, String password) implements StaffOutcome {}

    /** @param field of the form; @param message what is wrong and what to do (Japanese) */
    record Invalid(String field, String message) implements StaffOutcome {}

    /** There is no such officer or department in this government. */
    record Missing() implements StaffOutcome {}

    /** @param reason for the officer to read (Japanese) */
    record NotAllowed(String reason) implements StaffOutcome {}
}
