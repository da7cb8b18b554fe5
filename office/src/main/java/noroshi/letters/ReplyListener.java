package noroshi.letters;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
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
record ReplyListener(Replies replies, Tenancy tenancy, BiConsumer<Key, Timeline<Value>> records) implements Listener {

    private static final int BATCH_MAX = 20;
    private static final Head SEALED = Head.of("application/octet-stream");

    @Override
    public String name() {
        return "replies";
    }

    @Override
    public Set<String> topics() {
        return Set.of("reply.changed", "site.rebuild");
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
        for (var announcement : batch) {
            var government = announcement.government();
            if (announcement.event().topic().equals("site.rebuild"))
                tenancy.in(government, () -> replies.list(government)).forEach(this::put);
            else
                tenancy.in(government, () -> replies.closed(government, announcement.fact("path")))
                        .ifPresent(this::put);
        }
    }

    private void put(Closed reply) {
        var body = new Part.Piece(Fragment.raw(reply.closed()));
        records.accept(
                Key.of(reply.government(), reply.path()), Timeline.always(new Value.Page(SEALED, List.of(body))));
    }
}
