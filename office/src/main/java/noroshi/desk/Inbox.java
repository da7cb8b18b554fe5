package noroshi.desk;

import java.util.List;
import noroshi.people.Department;

/**
 * The inbox of inquiries.
 *
 * @param department of which inquiries are shown; "" for every department
 * @param departments to choose from; empty for officers who see their own only
 * @param open waiting for someone; @param inHand being dealt with; @param answered the answered, when asked for
 * @param page counted from 1; @param more there are further answered ones
 */
public record Inbox(
        String department,
        String departmentName,
        List<Department> departments,
        boolean showsAnswered,
        List<Row> open,
        List<Row> inHand,
        List<Row> answered,
        int answeredCount,
        int page,
        boolean more) {

    public record Row(
            String number,
            String subject,
            String name,
            String department,
            Chip status,
            String officer,
            String received,
            String waits) {}
}
