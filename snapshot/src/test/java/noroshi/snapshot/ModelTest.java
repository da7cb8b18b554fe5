package noroshi.snapshot;

import static noroshi.snapshot.Sample.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is published, removed, reopened, compacted and pushed: every key reads at every instant as in a plain map. */
class ModelTest {
    private static final int KEYS = 60;
    private static final int SLOTS = 4;

    @TempDir
    Path directory;

    private int run;

    @Test
    void aSnapshotReadsLikeAMap() {
        Laws.forAll(100, 12, random -> random, this::publishAndCompare);
    }

    private void publishAndCompare(RandomGenerator random) {
        Path office = directory.resolve("office" + run);
        Map<Key, Timeline<Value>> records = new TreeMap<>(java.util.Comparator.comparing(Key::toString));
        Map<String, Timeline<List<Part>>> slots = new TreeMap<>();
        SnapshotWriter writer = SnapshotWriter.open(office, Sample.SIGNER);
        try (var mirror = Mirror.open(directory.resolve("mirror" + run++), Sample.ROOT.verifyKey())) {
            for (int round = 0; round < 8; round++) {
                Changes changes = changes(random, round == 0);
                writer.publish(changes, NOON.plusSeconds(round));
                changes.removed().forEach(records::remove);
                records.putAll(changes.records());
                slots.keySet().removeAll(changes.removedSlots());
                slots.putAll(changes.slots());
                if (random.nextInt(3) == 0) {
                    writer.close();
                    writer = SnapshotWriter.open(office, Sample.SIGNER);
                }
                if (random.nextInt(4) == 0) {
                    writer.compactNow();
                }
                if (random.nextBoolean()) {
                    push(writer, mirror);
                    compare(mirror.snapshot(), records, slots, random);
                }
                compare(writer.snapshot(), records, slots, random);
            }
        } finally {
            writer.close();
        }
    }

    private static void push(SnapshotWriter writer, Mirror mirror) {
        Snapshot snapshot = writer.snapshot();
        List<Address> missing = List.of();
        do {
            var things = Message.batch(snapshot.layout(), missing);
            Response response =
                    new Exchange(mirror).push(Message.push(snapshot.bundle().bytes(), things));
            assertThat(response.status()).isEqualTo(200);
            missing = Message.readPushAnswer(bytes(response)).missing();
        } while (!missing.isEmpty());
    }

    private static void compare(
            Snapshot snapshot,
            Map<Key, Timeline<Value>> records,
            Map<String, Timeline<List<Part>>> slots,
            RandomGenerator random) {
        Set<Key> keys = new HashSet<>();
        snapshot.keys(keys::add);
        assertThat(keys).isEqualTo(records.keySet());
        for (int i = 0; i < KEYS; i++) {
            Key key = Sample.key("/" + i);
            Timeline<Value> timeline = records.get(key);
            assertThat(snapshot.find(key)).isEqualTo(timeline);
            Instant now = NOON.plusSeconds(8 + random.nextInt(100));
            String expected = timeline == null ? "404" : naive(timeline.at(now), slots, now);
            Answer answer = snapshot.resolve(key, now);
            assertThat(Sample.read(answer)).isEqualTo(expected);
            if (timeline != null
                    && answer.until().isAfter(now.plusMillis(1))
                    && answer.until().isBefore(Instant.MAX)) {
                Instant last = answer.until().minusMillis(1);
                assertThat(naive(timeline.at(last), slots, last))
                        .as("the same until")
                        .isEqualTo(expected);
            }
        }
    }

    private static String naive(Value value, Map<String, Timeline<List<Part>>> slots, Instant now) {
        return switch (value) {
            case Value.Absent() -> "404";
            case Value.Moved(int status, String target) -> status + " " + target;
            case Value.Gone(Head head, List<Part> parts) -> "410 " + naive(parts, slots, now);
            case Value.Page page -> naive(page.parts(), slots, now);
        };
    }

    private static String naive(List<Part> parts, Map<String, Timeline<List<Part>>> slots, Instant now) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(
                    switch (part) {
                        case Part.Piece(Fragment fragment) -> Sample.read(List.of(fragment));
                        case Part.Timed(Timeline<Fragment> timeline) -> Sample.read(List.of(timeline.at(now)));
                        case Part.Blank blank -> Sample.read(List.of(blank));
                        case Part.Slot(String name) ->
                            naive(
                                    slots.getOrDefault(name, Timeline.always(List.of()))
                                            .at(now),
                                    slots,
                                    now);
                    });
        }
        return text.toString();
    }

    private static Changes changes(RandomGenerator random, boolean first) {
        Changes.Builder changes = first ? SnapshotWriterTest.first() : Changes.builder();
        for (int i = random.nextInt(20); i > 0; i--) {
            Key key = Sample.key("/" + random.nextInt(KEYS));
            if (random.nextInt(4) == 0) {
                changes.remove(key);
            } else {
                changes.put(key, timeline(random, () -> value(random)));
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            String name = "slot" + random.nextInt(SLOTS);
            if (random.nextInt(4) == 0) {
                changes.removeSlot(name);
            } else {
                changes.slot(name, timeline(random, () -> parts(random, false)));
            }
        }
        return changes.build();
    }

    private static <T> Timeline<T> timeline(RandomGenerator random, java.util.function.Supplier<T> value) {
        Timeline<T> timeline = Timeline.always(value.get());
        Instant at = NOON;
        for (int i = random.nextInt(4); i > 0; i--) {
            at = at.plusMillis(1 + random.nextInt(40_000));
            timeline = timeline.then(at, value.get());
        }
        return timeline;
    }

    private static Value value(RandomGenerator random) {
        Head head = Head.of(random.nextBoolean() ? "text/html; charset=utf-8" : "text/plain");
        return switch (random.nextInt(6)) {
            case 0 -> new Value.Absent();
            case 1 -> new Value.Moved(301, "/040002/" + random.nextInt(9));
            case 2 -> new Value.Gone(head, parts(random, true));
            case 3 -> new Value.Page(head, parts(random, true), "form");
            default -> new Value.Page(head, parts(random, true));
        };
    }

    private static List<Part> parts(RandomGenerator random, boolean slots) {
        List<Part> parts = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            parts.add(
                    switch (random.nextInt(slots ? 5 : 4)) {
                        case 0 -> new Part.Timed(timeline(random, () -> fragment(random)));
                        case 1 -> new Part.Blank("receipt.number");
                        case 4 -> new Part.Slot("slot" + random.nextInt(SLOTS + 1));
                        default -> new Part.Piece(fragment(random));
                    });
        }
        return parts;
    }

    private static Fragment fragment(RandomGenerator random) {
        byte[] text = ("断片" + random.nextInt(200)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return random.nextInt(4) == 0 ? Fragment.raw(text) : Fragment.text(text);
    }

    static byte[] bytes(Response response) {
        ByteBuffer all = ByteBuffer.allocate((int) response.bytes());
        response.body().forEach(buffer -> all.put(buffer.duplicate()));
        return all.array();
    }
}
