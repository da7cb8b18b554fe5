package noroshi.desk;

import java.util.List;
import noroshi.people.Department;
import noroshi.people.Officer;

/**
 * One inquiry with what can be done about it.
 *
 * @param colleagues to whom it can be given; @param departments to which it can be forwarded
 * @param answer, @param reason what was typed when an act failed
 */
public record InquirySheet(
        String number,
        int version,
        Chip status,
        String department,
        String name,
        String address,
        String subject,
        String body,
        String officer,
        boolean mine,
        boolean mayTake,
        String received,
        String given,
        List<Step> steps,
        List<Officer> colleagues,
        List<Department> departments,
        String answer,
        String forwardTo,
        String reason) {

    public record Step(String at, String who, String act, String detail) {}
}
