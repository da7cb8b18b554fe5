package noroshi.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Implemented by features whose rows name a department, so that these follow it when the organisation changes. All calls are made
 * inside the door of the government's desk; the moves inside the one transaction of the change.
 */
public interface DepartmentUse {

    /** What officers call the rows, e.g. 問い合わせ; it also stands in the trace, so it never changes. At most 20 characters. */
    String what();

    /** How many rows each department has, by its code; departments without any may be left out. */
    Map<String, Integer> counts(String government);

    /** Lets all rows of one department name another; returns the rows' keys, for taking it back. */
    List<String> move(String government, String from, String to);

    /** Lets those of the rows that still name {@code to} name {@code from} again. */
    void moveBack(String government, Collection<String> keys, String from, String to);
}
