package noroshi.letters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import noroshi.letters.Replies.Closed;
import noroshi.platform.Announcement;
import noroshi.platform.Lane;
import noroshi.platform.Listener;
import noroshi.platform.Tenancy;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Head;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;

/** Brings changed Replies into the snapshot; all of them when a site is built anew. */
record ReplyListener(Replies replies, Tenancy tenancy, Consumer<Map<Key, Timeline<Value>>> records)
        implements Listener {

    private static final int BATCH_MAX = 20;
    private static final int AT_ONCE_MAX = 500;
    /** The site's own announcement that it was built anew, e.g. after its snapshots were lost. */
    private static final String BUILT = "site.built";

    private static final Head SEALED = Head.of("application/octet-stream");

    @Override
    public String name() {
        return "replies";
    }

    @Override
    public Set<String> topics() {
        return Set.of("reply.changed", BUILT);
    }

    @Override
    public Lane lane() {
        return Lane.ORDINARY;
    }

    @Override
    public int batchMax() {
        return BATCH_MAX;
    }

    @Override
    public void handle(List<Announcement> batch) {
        var changed = new ArrayList<Closed>();
        for (var announcement : batch) changed.addAll(concerned(announcement));
        for (int i = 0; i < changed.size(); i += AT_ONCE_MAX)
            put(changed.subList(i, Math.min(changed.size(), i + AT_ONCE_MAX)));
    }

    private List<Closed> concerned(Announcement announcement) {
        var government = announcement.government();
        return announcement.event().topic().equals(BUILT)
                ? tenancy.in(government, () -> replies.list(government))
                : tenancy.in(government, () -> replies.closed(government, announcement.fact("path"))).stream()
                        .toList();
    }

    private void put(List<Closed> some) {
        var changed = new LinkedHashMap<Key, Timeline<Value>>();
        for (var reply : some) {
            var body = new Part.Piece(Fragment.raw(reply.closed()));
            changed.put(
                    Key.of(reply.government(), reply.path()), Timeline.always(new Value.Page(SEALED, List.of(body))));
        }
        records.accept(changed);
    }
}
