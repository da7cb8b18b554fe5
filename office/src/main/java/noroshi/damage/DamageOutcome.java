package noroshi.damage;

/** How an act on a damage ends. In every case but {@link Done} nothing was changed. */
public sealed interface DamageOutcome {

    /** @param words what was done, for the officer (Japanese) */
    record Done(Damage damage, String words) implements DamageOutcome {}

    /** Somebody else changed it meanwhile. */
    record Overtaken(Damage now) implements DamageOutcome {}

    /** @param field of the form, "" for the whole; @param reason what is wrong and what to do (Japanese) */
    record Invalid(String field, String reason) implements DamageOutcome {}

    record Missing() implements DamageOutcome {}

    record NotAllowed(String reason) implements DamageOutcome {}
}
