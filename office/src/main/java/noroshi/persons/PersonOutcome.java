package noroshi.persons;

/** How an act on a person ends. In every case but {@link Done} nothing was changed. */
public sealed interface PersonOutcome {

    record Done(long person) implements PersonOutcome {}

    /** It was recorded, but is held back: a protected person bears the same name. An administrator decides. */
    record Held(long person) implements PersonOutcome {}

    /** Somebody else acted in the meantime. */
    record Overtaken() implements PersonOutcome {}

    /** @param reason what is wrong and what to do (Japanese) */
    record Invalid(String reason) implements PersonOutcome {}

    record Missing() implements PersonOutcome {}

    /** @param reason for the officer to read (Japanese) */
    record NotAllowed(String reason) implements PersonOutcome {}
}
