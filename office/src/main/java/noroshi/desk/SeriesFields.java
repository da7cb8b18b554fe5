package noroshi.desk;

/** The fields of a series' form as typed. */
public record SeriesFields(String code, String name, String description, String approvals) {}
