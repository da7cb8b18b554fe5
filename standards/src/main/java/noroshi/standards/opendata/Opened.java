package noroshi.standards.opendata;

/** How the opening of a file ends. */
public sealed interface Opened {

    record Read(Table table) implements Opened {}

    /** @param reason why nothing can be read, and what to do (Japanese) */
    record Refused(String reason) implements Opened {}
}
