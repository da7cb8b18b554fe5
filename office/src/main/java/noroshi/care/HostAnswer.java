package noroshi.care;

/** What another site said of an address. */
sealed interface HostAnswer {

    /** @param status of HTTP, of the last answer; @param movedTo where it is for good now, "" : it has not moved */
    record Answered(int status, String movedTo) implements HostAnswer {}

    /** Nothing came, or nothing that could be read. @param reason for the officer (Japanese) */
    record Silent(String reason) implements HostAnswer {}

    /** It is not asked at all: a private address, a port or scheme that no public page has. */
    record NotAsked(String reason) implements HostAnswer {}
}
