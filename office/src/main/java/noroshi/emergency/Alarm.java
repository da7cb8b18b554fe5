package noroshi.emergency;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Tells subscribers that an emergency reached a state; the same key is told once. */
interface Alarm {

    /**
     * @param areas governments whose emergency arose or rose
     * @param path the event's page inside the government's site, or null
     */
    void tell(
            String government,
            Collection<String> areas,
            String subject,
            String text,
            String marks,
            @Nullable String path,
            String key);
}
