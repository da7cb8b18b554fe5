package noroshi.standards.jma;

/** 水位観測所 and where it stands, e.g. ○○県○○市○○. */
public record Gauge(Area station, String location) {}
