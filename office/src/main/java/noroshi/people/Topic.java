package noroshi.people;

/** A subject under which pages are listed. */
public record Topic(String code, String name) {}
