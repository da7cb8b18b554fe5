package noroshi.emergency;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class SilentAlarm implements Alarm {
    @Override
    public void tell(
            String government,
            Collection<String> areas,
            String subject,
            String text,
            String marks,
            @Nullable String path,
            String key) {}
}
