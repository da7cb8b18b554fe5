package noroshi.site.page;

/** A named stream of articles. */
public record SeriesFacts(String code, String name, String description, String layout) {}
