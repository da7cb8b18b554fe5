package noroshi.lalert;

import java.util.List;
import java.util.Optional;
import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** What officers see of the documents, and fetch. */
@Component
public class LalertDesk {

    public static final int LISTED_MAX = 200;

    private final Tenancy tenancy;
    private final LalertStore store;
    private final Audit audit;

    LalertDesk(Tenancy tenancy, LalertStore store, Audit audit) {
        this.tenancy = tenancy;
        this.store = store;
        this.audit = audit;
    }

    /** The newest first, without their text: that is fetched. */
    public List<LalertEntry> newest(String government) {
        return tenancy.in(government, () -> store.newest(government, LISTED_MAX));
    }

    /** Who fetched which stays on the record: it may be handed to a broadcaster. */
    public Optional<LalertEntry> fetch(Officer by, String government, long id) {
        return tenancy.in(government, () -> {
            var found = store.find(government, id);
            found.ifPresent(
                    entry -> audit.record(government, by.id(), "lalert.fetched", "lalert:" + id, entry.fileName()));
            return found;
        });
    }
}
