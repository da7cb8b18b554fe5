package noroshi.desk;

import java.util.List;
import noroshi.people.Officer;

/** One page of the record of acts with what was looked for. @param officer 0: anyone; @param before 0: no further page */
public record AuditPage(
        List<Row> rows,
        String act,
        String subject,
        long officer,
        List<Officer> officers,
        long before,
        String from,
        String until) {

    /** @param word the act for people; @param act as the record has it */
    public record Row(long id, String at, String who, String word, String act, String subject, String detail) {}
}
