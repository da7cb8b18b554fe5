package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The bodies that beacons and offices exchange (docs/snapshot.md, "Transfer"). */
final class Message {
    /** Batches aim at this; one thing alone may be larger. */
    static final int BATCH_BYTES = 4 << 20;

    private static final int OBJECTS_REQUEST = 0x4E4F5131;
    private static final int OBJECTS_ANSWER = 0x4E4F4131;
    private static final int PUSH_REQUEST = 0x4E505531;
    private static final int PUSH_ANSWER = 0x4E504131;

    private Message() {}

    record Thing(Address address, MemorySegment payload) {
        int bytes() {
            return Address.BYTES + 4 + (int) payload.byteSize();
        }
    }

    record Pushed(byte[] bundle, List<Thing> things) {}

    /** {@code version}: what the beacon serves now; {@code missing} is empty once it serves what was pushed. */
    record PushAnswer(long version, List<Address> missing) {}

    static byte[] objectsRequest(Collection<Address> addresses) {
        Wire wire = new Wire(8 + addresses.size() * Address.BYTES).u32(OBJECTS_REQUEST);
        writeAddresses(wire, addresses);
        return wire.toBytes();
    }

    static List<Address> readObjectsRequest(byte[] bytes) {
        Cursor cursor = new Cursor(bytes);
        cursor.magic(OBJECTS_REQUEST);
        return last(readAddresses(cursor), cursor);
    }

    static byte[] objectsAnswerHead(int count) {
        return new Wire(8).u32(OBJECTS_ANSWER).u32(count).toBytes();
    }

    static byte[] thingHead(Thing thing) {
        Wire wire = new Wire(Address.BYTES + 4);
        thing.address().write(wire);
        return wire.u32((int) thing.payload().byteSize()).toBytes();
    }

    static List<Thing> readObjectsAnswer(byte[] bytes) {
        Cursor cursor = new Cursor(bytes);
        cursor.magic(OBJECTS_ANSWER);
        return last(readThings(cursor), cursor);
    }

    static byte[] push(byte[] bundle, List<Thing> things) {
        Wire wire = new Wire(1 << 16)
                .u32(PUSH_REQUEST)
                .u32(bundle.length)
                .bytes(bundle)
                .u32(things.size());
        things.forEach(thing -> wire.bytes(thingHead(thing)).segment(thing.payload()));
        return wire.toBytes();
    }

    static Pushed readPush(byte[] bytes) {
        Cursor cursor = new Cursor(bytes);
        cursor.magic(PUSH_REQUEST);
        byte[] bundle = cursor.bytes(cursor.length(Bundle.BYTES_MAX));
        return last(new Pushed(bundle, readThings(cursor)), cursor);
    }

    static byte[] pushAnswer(PushAnswer answer) {
        Wire wire = new Wire().u32(PUSH_ANSWER).u64(answer.version());
        writeAddresses(wire, answer.missing());
        return wire.toBytes();
    }

    static PushAnswer readPushAnswer(byte[] bytes) {
        Cursor cursor = new Cursor(bytes);
        cursor.magic(PUSH_ANSWER);
        long version = cursor.u64();
        return last(new PushAnswer(version, readAddresses(cursor)), cursor);
    }

    /** As many as fit a batch, in order, at least one of those that are there. */
    static List<Thing> batch(Layout layout, Collection<Address> addresses) {
        List<Thing> things = new ArrayList<>();
        long bytes = 0;
        for (Address address : addresses) {
            MemorySegment payload = layout.find(address);
            if (payload == null) {
                continue;
            }
            Thing thing = new Thing(address, payload);
            bytes += thing.bytes();
            if (bytes > BATCH_BYTES && !things.isEmpty()) {
                break;
            }
            things.add(thing);
        }
        return things;
    }

    private static List<Thing> readThings(Cursor cursor) {
        int count = cursor.length(Exchange.THINGS_MAX);
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Address address = Address.read(cursor);
            things.add(new Thing(address, cursor.slice(cursor.length(Fragment.STORED_BYTES_MAX))));
        }
        return things;
    }

    private static void writeAddresses(Wire wire, Collection<Address> addresses) {
        wire.u32(addresses.size());
        addresses.forEach(address -> address.write(wire));
    }

    private static List<Address> readAddresses(Cursor cursor) {
        int count = cursor.length(Intake.WANTED_MAX);
        List<Address> addresses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            addresses.add(Address.read(cursor));
        }
        return addresses;
    }

    private static <T> T last(T message, Cursor cursor) {
        if (!cursor.done()) {
            throw new SnapshotBroken("Bytes follow the message");
        }
        return message;
    }
}
