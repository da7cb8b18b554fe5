package noroshi.site;

import java.time.Instant;
import java.util.List;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** For screens: the look that is being worked on, and those that were public. */
@Component
public final class Looks {

    private final Tenancy tenancy;
    private final LookStore store;

    Looks(Tenancy tenancy, LookStore store) {
        this.tenancy = tenancy;
        this.store = store;
    }

    /** @param version 0: nothing was changed yet */
    public record Draft(SiteLook look, int version) {}

    public record Release(int number, String note, Instant at, String officer) {}

    /** The draft, or what is public when there is none. */
    public Draft draft(String government) {
        return tenancy.in(
                government, () -> store.draft(government).orElseGet(() -> new Draft(store.released(government), 0)));
    }

    public SiteLook released(String government) {
        return tenancy.in(government, () -> store.released(government));
    }

    /** The newest first. */
    public List<Release> releases(String government) {
        return tenancy.in(government, () -> store.releases(government));
    }
}
