package noroshi.snapshot;

import static noroshi.snapshot.Sample.NOON;
import static noroshi.snapshot.Sample.ROOT;
import static noroshi.snapshot.Sample.key;
import static noroshi.snapshot.Sample.page;
import static noroshi.snapshot.Sample.read;
import static noroshi.snapshot.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every attack of TUF's list and every kind of broken byte is caused here, and refused. */
class RefusalTest {
    @TempDir
    Path directory;

    private SnapshotWriter writer;
    private Mirror mirror;
    private Exchange exchange;

    @BeforeEach
    void open() {
        writer = SnapshotWriter.open(directory.resolve("office"), Sample.SIGNER);
        mirror = Mirror.open(directory.resolve("beacon"), ROOT.verifyKey());
        exchange = new Exchange(mirror);
    }

    @AfterEach
    void close() {
        mirror.close();
        writer.close();
    }

    @Test
    void rollback() {
        Snapshot first = publish("一");
        Snapshot second = publish("二");
        assertThat(push(second)).isEqualTo(200);
        assertThat(push(first)).isEqualTo(409);
        assertThat(read(mirror.snapshot().resolve(key("/"), NOON))).isEqualTo("二");
    }

    @Test
    void rollbackAfterARestart() {
        Snapshot first = publish("一");
        push(publish("二"));
        mirror.close();
        mirror = Mirror.open(directory.resolve("beacon"), ROOT.verifyKey());
        exchange = new Exchange(mirror);
        assertThat(push(first)).isEqualTo(409);
    }

    @Test
    void twoRootsOfOneVersion() {
        push(publish("一"));
        try (var other = SnapshotWriter.open(directory.resolve("other"), Sample.SIGNER)) {
            other.publish(SnapshotWriterTest.first().put(key("/"), page("偽")).build(), NOON);
            assertThat(push(other.snapshot())).isEqualTo(409);
        }
    }

    @Test
    void anExpiredRootIsServedAndFlagged() {
        push(publish("一"));
        Instant later = NOON.plus(Duration.ofDays(31));
        assertThat(mirror.snapshot().stale(NOON)).isFalse();
        assertThat(mirror.snapshot().stale(later)).isTrue();
        assertThat(read(mirror.snapshot().resolve(key("/"), later))).isEqualTo("一");
    }

    @Test
    void aKeyThatTheTrustDoesNotName() {
        SigningKey stranger = SigningKey.generate(new SecureRandom());
        Snapshot good = publish("一");
        byte[] forged = new Bundle(Sample.TRUST, good.root(), good.root().sign(stranger)).bytes();
        assertThat(exchange.push(Message.push(forged, List.of())).status()).isEqualTo(422);
    }

    @Test
    void aTrustThatTheRootKeyDidNotSign() {
        SigningKey stranger = SigningKey.generate(new SecureRandom());
        Trust own = Trust.sign(stranger, 9, NOON, NOON.plusSeconds(9), List.of(stranger.verifyKey()));
        Snapshot good = publish("一");
        byte[] forged = new Bundle(own, good.root(), good.root().sign(stranger)).bytes();
        assertThat(exchange.push(Message.push(forged, List.of())).status()).isEqualTo(422);
    }

    @Test
    void anOlderTrust() {
        SigningKey next = SigningKey.generate(new SecureRandom());
        Trust newer = Trust.sign(ROOT, 2, NOON, NOON.plus(Duration.ofDays(9)), List.of(next.verifyKey()));
        Snapshot first = publish("一");
        try (var rotated =
                SnapshotWriter.open(directory.resolve("rotated"), new Signer(next, newer, ROOT.verifyKey()))) {
            rotated.atLeast(first.root().version());
            rotated.publish(SnapshotWriterTest.first().put(key("/"), page("二")).build(), NOON);
            assertThat(push(rotated.snapshot())).isEqualTo(200);
        }
        publish("三");
        assertThat(push(publish("四")))
                .as("a stolen key that was taken out of the trust")
                .isEqualTo(409);
        assertThat(read(mirror.snapshot().resolve(key("/"), NOON))).isEqualTo("二");
    }

    @Test
    void anExpiredTrustSignsNothingNew() {
        writer.publish(SnapshotWriterTest.first().build(), NOON);
        assertThatThrownBy(() -> writer.publish(Changes.builder().build(), NOON.plus(Duration.ofDays(365))))
                .isInstanceOf(SnapshotBroken.class)
                .hasMessageContaining("Sign a new trust");
    }

    @Test
    void anyChangedByteOfTheSignedDocuments() {
        byte[] bundle = publish("一").bundle().bytes();
        for (int i = 0; i < bundle.length; i++) {
            byte[] changed = bundle.clone();
            changed[i] ^= 1;
            int status = exchange.push(Message.push(changed, List.of())).status();
            assertThat(status).as("byte %d", i).isIn(400, 422);
        }
        assertThat(mirror.current()).isNull();
    }

    @Test
    void anyChangedByteOfANodeOrFragment() {
        Snapshot snapshot = publish("宮城県からのお知らせ");
        for (Address address : Live.of(snapshot)) {
            byte[] bytes = snapshot.layout().get(address).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
            for (int i = 0; i < bytes.length; i += bytes.length > 500 ? 61 : 1) {
                byte[] changed = bytes.clone();
                changed[i] ^= 4;
                var thing = new Message.Thing(address, MemorySegment.ofArray(changed));
                assertThat(exchange.push(Message.push(snapshot.bundle().bytes(), List.of(thing)))
                                .status())
                        .isEqualTo(422);
            }
        }
        assertThat(mirror.current()).isNull();
    }

    @Test
    void aNodeOfAnotherSnapshotInPlaceOfTheRightOne() {
        Snapshot first = publish("一");
        Snapshot second = publish("二");
        Address wanted = Address.node(second.root().tree());
        MemorySegment other = first.layout().get(Address.node(first.root().tree()));
        var mixed = new Message.Thing(wanted, other);
        assertThat(exchange.push(Message.push(second.bundle().bytes(), List.of(mixed)))
                        .status())
                .isEqualTo(422);
        assertThat(mirror.current()).isNull();
    }

    @Test
    void aSignedShardThatDoesNotBelongThere() {
        Snapshot good = publish("一");
        TreeMap<Hash, Shard.Row> rows = new TreeMap<>();
        Hash hash = Hash.of(key("/").bytes());
        rows.put(hash, new Shard.Row(key("/"), Timeline.always(page("一"))));
        byte[] shard = Shard.write(rows);
        Hash[] inner = Tree.empty();
        inner[(Tree.shard(hash) + 1) % Tree.WIDTH] = Hash.of(shard);
        byte[] innerNode = Tree.write(Tree.INNER, inner);
        Hash[] top = Tree.empty();
        top[Tree.shard(hash) / Tree.WIDTH] = Hash.of(innerNode);
        byte[] topNode = Tree.write(Tree.TOP, top);
        Root root = new Root(
                9,
                NOON,
                NOON.plusSeconds(9),
                Hash.of(topNode),
                good.root().slots(),
                good.root().forms(),
                Sample.SETTINGS);
        List<Message.Thing> things = new ArrayList<>();
        for (byte[] node : List.of(shard, innerNode, topNode)) {
            things.add(new Message.Thing(Address.node(Hash.of(node)), MemorySegment.ofArray(node)));
        }
        byte[] bundle = Bundle.sign(root, Sample.SIGNER).bytes();
        assertThat(exchange.push(Message.push(bundle, things)).status()).isEqualTo(422);
    }

    @Test
    void aFragmentThatInflatesWithoutEnd() {
        byte[] bomb = Blocks.deflate(new byte[Fragment.BYTES_MAX + 1]);
        MemorySegment segment = MemorySegment.ofArray(bomb);
        Address address =
                new Address(Address.DEFLATE, Hash.of(new byte[Fragment.BYTES_MAX + 1]), Fragment.crc32c(segment));
        assertThatThrownBy(() -> Proof.check(address, segment)).isInstanceOf(SnapshotBroken.class);
    }

    @Test
    void messagesThatLieOrAreTooLong() {
        assertThat(exchange.push(new byte[0]).status()).isEqualTo(400);
        assertThat(exchange.push(new byte[Exchange.PUSH_BYTES_MAX + 1]).status())
                .isEqualTo(413);
        assertThat(exchange.objects(new byte[Exchange.OBJECTS_REQUEST_BYTES_MAX + 1])
                        .status())
                .isEqualTo(413);
        byte[] good = Message.push(publish("一").bundle().bytes(), List.of());
        Laws.forAll(1, 500, random -> random, random -> {
            byte[] changed = java.util.Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int i = random.nextInt(4); i >= 0 && changed.length > 0; i--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            assertThat(exchange.push(changed).status()).isIn(200, 400, 413, 422);
            assertThat(exchange.objects(changed).status()).isIn(200, 400, 413);
        });
    }

    @Test
    void aRottenShardIsToldTheOthersAreServedAndAPushRepairsIt() throws IOException {
        Changes.Builder many = SnapshotWriterTest.first();
        for (int i = 0; i < 100; i++) {
            many.put(key("/" + i), page("頁" + i));
        }
        writer.publish(many.build(), NOON);
        push(writer.snapshot());
        MemorySegment shard =
                mirror.snapshot().nodes().shard(Tree.shard(Hash.of(key("/7").bytes())));
        Address rotten = Address.node(Hash.of(java.util.Objects.requireNonNull(shard)));
        mirror.close();
        spoil(directory.resolve("beacon/pack-00000000"), rotten);
        mirror = Mirror.open(directory.resolve("beacon"), ROOT.verifyKey());
        exchange = new Exchange(mirror);
        assertThat(mirror.snapshot().damagedShards()).isEqualTo(1);
        assertThat(read(mirror.snapshot().resolve(key("/8"), NOON))).isEqualTo("頁8");
        assertThatThrownBy(() -> mirror.snapshot().resolve(key("/7"), NOON)).isInstanceOf(SnapshotBroken.class);
        assertThat(push(writer.snapshot())).isEqualTo(200);
        assertThat(mirror.snapshot().damagedShards()).isZero();
        assertThat(read(mirror.snapshot().resolve(key("/7"), NOON))).isEqualTo("頁7");
    }

    @Test
    void aRottenFragmentIsFoundAndAPushRepairsIt() throws IOException {
        push(publish("腐る"));
        Address fragment = text("腐る").ref().address();
        mirror.close();
        spoil(directory.resolve("beacon/pack-00000000"), fragment);
        mirror = Mirror.open(directory.resolve("beacon"), ROOT.verifyKey());
        Answer.Found found = (Answer.Found) mirror.snapshot().resolve(key("/"), NOON);
        assertThat(((Fragment) found.body().getFirst()).intact()).isFalse();
        assertThat(mirror.scrub()).isEqualTo(1);
        assertThat(mirror.damaged()).as("asks for it again").isEqualTo(1);
        exchange = new Exchange(mirror);
        push(writer.snapshot());
        assertThat(mirror.damaged()).isZero();
        assertThat(mirror.scrub()).isZero();
        assertThat(mirror.version()).isEqualTo(1);
        assertThat(read(mirror.snapshot().resolve(key("/"), NOON))).isEqualTo("腐る");
    }

    @Test
    void anOfficeWhoseStoreRotStartsAgainAbove() throws IOException {
        Snapshot lost = publish("一");
        Address top = Address.node(lost.root().tree());
        writer.close();
        spoil(directory.resolve("office/pack-00000000"), top);
        writer = SnapshotWriter.open(directory.resolve("office"), Sample.SIGNER);
        assertThat(writer.damage()).contains("changed bytes");
        assertThat(writer.current()).isNull();
        assertThat(publish("再").root().version()).isEqualTo(lost.root().version() + 1);
    }

    private Snapshot publish(String text) {
        writer.publish(SnapshotWriterTest.first().put(key("/"), page(text)).build(), NOON);
        return writer.snapshot();
    }

    /** Everything at once; the status of the answer. */
    private int push(Snapshot snapshot) {
        var things = Message.batch(snapshot.layout(), Live.of(snapshot));
        Response response = exchange.push(Message.push(snapshot.bundle().bytes(), things));
        if (response.status() == 200) {
            assertThat(Message.readPushAnswer(ModelTest.bytes(response)).missing())
                    .isEmpty();
        }
        return response.status();
    }

    /** Changes the last byte of a stored thing. */
    private static void spoil(Path path, Address address) throws IOException {
        Pack pack = Pack.open(path, 0);
        long at = 0;
        for (Pack.Entry entry = pack.read(at); entry != null; entry = pack.read(at)) {
            if (entry.address().equals(address)) {
                long last = at + Pack.HEADER_BYTES + entry.payload().byteSize() - 1;
                try (var file = new RandomAccessFile(path.toFile(), "rw")) {
                    file.seek(last);
                    int old = file.read();
                    file.seek(last);
                    file.write(old ^ 1);
                }
            }
            at = entry.next();
        }
        pack.close();
    }
}
