package noroshi.demo;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import noroshi.channels.Interests;
import noroshi.channels.MailAddress;
import noroshi.channels.Subscriptions;
import org.springframework.stereotype.Component;

/** Invented subscribers, so that what is published also arrives somewhere: at the demonstration's mail sink. */
@Component
final class DemoSubscribers {

    private final Subscriptions subscriptions;

    DemoSubscribers(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** Inside the loader's transaction. */
    void load() {
        for (var row : Resources.table("subscribers.csv").rows()) {
            var areas = new TreeSet<String>();
            var series = new TreeMap<String, Set<String>>();
            for (var interest : row.getOrDefault("interests", "").split(";")) read(interest, series, areas);
            var address = MailAddress.parse(row.getOrDefault("email", "")).orElseThrow();
            series.forEach((government, codes) ->
                    subscriptions.addConfirmed(government, address, new Interests(codes, areas)));
        }
    }

    /** {@code series:GOVERNMENT/CODE} or {@code area:CODE}. */
    private static void read(String interest, Map<String, Set<String>> series, Set<String> areas) {
        var parts = interest.split("[:/]");
        if (parts[0].equals("area")) areas.add(parts[1]);
        else series.computeIfAbsent(parts[1], government -> new TreeSet<>()).add(parts[2]);
    }
}
