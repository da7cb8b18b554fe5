package noroshi.emergency;

import java.util.Collection;
import noroshi.channels.Dispatches;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everyone who subscribed to emergencies, in the alert lane. Written into the ledger in the transaction that raised the emergency. */
@Component
class SubscriberAlarm implements Alarm {

    private final Dispatches dispatches;

    SubscriberAlarm(Dispatches dispatches) {
        this.dispatches = dispatches;
    }

    @Override
    public void tell(
            String government,
            Collection<String> areas,
            String subject,
            String text,
            String marks,
            @Nullable String path,
            String key) {
        dispatches.alert(government, areas, subject, text, marks, path, key);
    }
}
