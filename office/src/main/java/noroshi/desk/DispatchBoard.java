package noroshi.desk;

import java.util.List;
import noroshi.channels.Subscriber;

/**
 * What was sent to whom, in counts.
 *
 * @param older the number to continue from; 0: this is the end
 * @param addresses of subscribers, for administrators who asked; empty otherwise
 * @param nextAddress where to continue; "" at the end
 */
public record DispatchBoard(
        List<Row> held,
        List<Row> rows,
        long older,
        List<Failed> failures,
        int subscribers,
        List<Count> counts,
        boolean mayDecide,
        boolean showsAddresses,
        List<Person> addresses,
        String nextAddress) {

    public record Row(
            long id,
            String kind,
            String subject,
            List<Chip> marks,
            String article,
            String created,
            int recipients,
            int waiting,
            int sent,
            int retrying,
            int refused,
            int dropped,
            boolean mayStop) {}

    public record Failed(String subject, String address, String outcome, String problem, String at) {}

    public record Count(Subscriber.Status status, int count) {}

    public record Person(String address, String status, String since) {}
}
