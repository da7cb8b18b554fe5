package noroshi.standards.pfif;

/** What a note's author believes of the person. */
public enum PfifStatus {
    INFORMATION_SOUGHT,
    IS_NOTE_AUTHOR,
    BELIEVED_ALIVE,
    BELIEVED_MISSING,
    BELIEVED_DEAD
}
