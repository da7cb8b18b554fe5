package noroshi.inquiries;

import static noroshi.platform.Require.require;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import noroshi.inquiries.Inquiry.Status;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the desk shows of inquiries. */
@Component
public final class Inquiries {

    public static final int PAGE_MAX = 200;

    private final InquiryStore store;
    private final Tenancy tenancy;

    Inquiries(InquiryStore store, Tenancy tenancy) {
        this.store = store;
        this.tenancy = tenancy;
    }

    /**
     * The oldest first, since they have waited longest.
     *
     * @param department null: of every department
     * @param status null: in every status
     * @param max at most {@value #PAGE_MAX}
     */
    public List<Inquiry> inbox(
            String government, @Nullable String department, @Nullable Status status, int offset, int max) {
        require(max >= 1 && max <= PAGE_MAX, "A page of the inbox has 1 to %d inquiries, not %d.", PAGE_MAX, max);
        return tenancy.in(government, () -> store.inbox(government, department, status, offset, max));
    }

    /** How many there are, by department and status. */
    public Map<String, Map<Status, Integer>> counts(String government) {
        var counts = new TreeMap<String, Map<Status, Integer>>();
        for (var count : tenancy.in(government, () -> store.counts(government)))
            counts.computeIfAbsent(count.department(), d -> new EnumMap<>(Status.class))
                    .put(Status.of(count.status()), count.count());
        return counts;
    }

    public Optional<Inquiry> find(String government, String number) {
        return tenancy.in(government, () -> store.find(government, number));
    }

    /** Its way so far, oldest step first. */
    public List<Inquiry.Step> steps(String government, String number) {
        return tenancy.in(government, () -> store.steps(government, number));
    }
}
