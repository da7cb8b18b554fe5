package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import noroshi.snapshot.Message.Thing;

/**
 * A beacon's endpoints for other beacons and the office, without the HTTP: bytes in, bytes out. Root and objects are for
 * everyone; push is for the admin port, behind the bearer secret.
 */
public final class Exchange {
    /** GET {@code ?after=VERSION&wait=SECONDS}: 200 with the bundle, or 204 when nothing newer came in time. */
    public static final String ROOT_PATH = "/.noroshi/v1/root";
    /** POST a list of names: 200 with those things that are here, as many as fit a batch. */
    public static final String OBJECTS_PATH = "/.noroshi/v1/objects";
    /** POST a bundle and things, admin port only: 200 with what is missing still. */
    public static final String PUSH_PATH = "/.noroshi/v1/push";

    public static final int ROOT_WAIT_SECONDS_MAX = 55;
    public static final int OBJECTS_REQUEST_BYTES_MAX = 8 + Intake.WANTED_MAX * Address.BYTES;
    /** A full batch and one thing of the largest size. */
    public static final int PUSH_BYTES_MAX = Message.BATCH_BYTES + Fragment.STORED_BYTES_MAX + Bundle.BYTES_MAX;

    static final int THINGS_MAX = 100_000;

    private final Mirror mirror;

    public Exchange(Mirror mirror) {
        this.mirror = mirror;
    }

    /**
     * The bundle if it is newer than {@code after}, else 204. To wait, hang the request on {@link Mirror#onSwap} and ask
     * again; before the first snapshot the answer is 204 too.
     */
    public Response root(long after) {
        byte[] bundle = mirror.version() > after ? mirror.bundle() : null;
        return bundle == null ? Response.empty(204) : Response.of(200, bundle);
    }

    public Response objects(byte[] request) {
        try {
            requireSize(request, OBJECTS_REQUEST_BYTES_MAX);
            List<Thing> things = Message.batch(mirror.layout(), whole(Message.readObjectsRequest(request)));
            List<ByteBuffer> body = new ArrayList<>(2 * things.size() + 1);
            body.add(ByteBuffer.wrap(Message.objectsAnswerHead(things.size())));
            for (Thing thing : things) {
                body.add(ByteBuffer.wrap(Message.thingHead(thing)));
                body.add(thing.payload().asByteBuffer().asReadOnlyBuffer());
            }
            return new Response(200, Response.BINARY, List.copyOf(body));
        } catch (Refused e) {
            return Response.text(e.status(), e.reason());
        } catch (SnapshotBroken e) {
            return Response.text(Refused.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    /** What rotted here is not passed on: the other side asks elsewhere at once, and our scrubber looks soon. */
    private List<Address> whole(List<Address> asked) {
        List<Address> whole = new ArrayList<>(asked.size());
        for (Address address : asked) {
            MemorySegment bytes = mirror.layout().find(address);
            if (bytes != null && !Intake.isDamaged(address, bytes)) {
                whole.add(address);
            } else {
                mirror.doubt();
            }
        }
        return whole;
    }

    /** 200: taken, with the names still missing or damaged here (none: served now); 409: older than what is served, whose version is the first line; 422: broken. */
    public Response push(byte[] request) {
        try {
            requireSize(request, PUSH_BYTES_MAX);
            Message.Pushed pushed = Message.readPush(request);
            Intake intake = mirror.offer(pushed.bundle());
            pushed.things().forEach(thing -> mirror.put(intake, thing.address(), thing.payload()));
            boolean complete = mirror.complete(intake);
            List<Address> missing =
                    complete ? mirror.lost(Intake.WANTED_MAX) : mirror.wanted(intake, Intake.WANTED_MAX);
            return Response.of(200, Message.pushAnswer(new Message.PushAnswer(mirror.version(), missing)));
        } catch (Refused e) {
            String served = e.status() == Refused.OLD ? mirror.version() + "\n" : "";
            return Response.text(e.status(), served + e.reason());
        } catch (SnapshotBroken e) {
            return Response.text(Refused.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private static void requireSize(byte[] request, int bytesMax) {
        if (request.length > bytesMax) {
            throw new Refused(
                    Refused.TOO_LARGE, "The message has %d bytes; the limit is %d".formatted(request.length, bytesMax));
        }
    }
}
