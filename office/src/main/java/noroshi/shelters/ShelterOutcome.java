package noroshi.shelters;

/** How an act on a shelter ends. In every case but {@link Done} nothing was changed. */
public sealed interface ShelterOutcome {

    /** @param words what was done, for the officer (Japanese) */
    record Done(Shelter shelter, String words) implements ShelterOutcome {}

    /** Somebody else changed it meanwhile. */
    record Overtaken(Shelter now) implements ShelterOutcome {}

    /** @param field of the form, "" for the whole; @param reason what is wrong and what to do (Japanese) */
    record Invalid(String field, String reason) implements ShelterOutcome {}

    record Missing() implements ShelterOutcome {}

    record NotAllowed(String reason) implements ShelterOutcome {}
}
