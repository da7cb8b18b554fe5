package noroshi.desk;

import java.util.List;

/** A document in the list. @param href of the file */
public record LalertRow(String kind, String title, List<Chip> marks, String revision, String made, String href) {}
