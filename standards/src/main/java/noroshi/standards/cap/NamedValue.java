package noroshi.standards.cap;

/** A valueName and its value: an event code, a parameter, a geocode. @param value may be "" */
public record NamedValue(String name, String value) {}
