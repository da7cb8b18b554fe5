package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import noroshi.snapshot.Changes;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Head;
import noroshi.snapshot.Part;
import noroshi.snapshot.Value;

/** Office → beacon → beacon → beacon over faulty lines, and a simple memory of what each address may show. */
final class FaultyChain implements AutoCloseable {

    static final int BEACONS = 3;
    private static final int PAGES = 60;
    private static final String[] NAMES = {"first", "second", "third"};
    private static final long OFFICE_LOOKS_NANOS = 50_000_000;

    private final Town town;
    private final Path folder;
    private final List<Beacon> beacons = new ArrayList<>();
    private final FaultyLine toAdmin;
    private final FaultyLine toFirst;
    private final FaultyLine toSecond;
    private final Thread office;
    private final int[] editions = new int[PAGES];
    private int banner;
    private int pictures;
    private final Map<String, Set<String>> everShown = new HashMap<>();
    private final Map<String, String> lastShown = new HashMap<>();
    private final List<String> paths = new ArrayList<>();
    private long publishes;
    private long reads;
    private long withheld;

    FaultyChain(Path folder, long seed) throws IOException {
        this.folder = folder;
        town = new Town(folder);
        var first = town.beacon(NAMES[0]);
        toAdmin = new FaultyLine(seed + 1, first.adminAddress());
        toFirst = new FaultyLine(seed + 2, first.address());
        var second = town.beacon(NAMES[1], upstreams(1));
        toSecond = new FaultyLine(seed + 3, second.address());
        beacons.addAll(List.of(first, second, town.beacon(NAMES[2], upstreams(2))));
        begin();
        office = Thread.ofPlatform().daemon().name("office").start(this::push);
    }

    private URI[] upstreams(int beacon) {
        return switch (beacon) {
            case 0 -> new URI[0];
            case 1 -> new URI[] {toFirst.uri()};
            default -> new URI[] {toSecond.uri(), toFirst.uri()};
        };
    }

    private void begin() {
        var changes = Town.pages().put(Town.key("/soon"), Town.opensAtThree(Town.page("early")));
        for (int i = 0; i < PAGES; i++) changes.put(Town.key("/p/" + i), page(i));
        publish(changes.put(Town.key("/map.png"), picture()).slot("banner", banner()));
        shows("/old", "301 /040002/press/12");
        shows("/gone", "410 取り下げました");
        shows("/soon", "404");
        shows("/never", "404");
        remember();
        for (int i = 0; i < PAGES; i++) paths.add("/p/" + i);
        paths.addAll(List.of("/map.png", "/old", "/gone", "/soon", "/never"));
    }

    List<String> paths() {
        return paths;
    }

    /** Some pages, now and then the banner of all or the picture. */
    void publish(RandomGenerator random) {
        var changes = Changes.builder();
        for (int n = 1 + random.nextInt(5); n > 0; n--) {
            int i = random.nextInt(PAGES);
            editions[i]++;
            changes.put(Town.key("/p/" + i), page(i));
        }
        if (random.nextInt(4) == 0) {
            banner++;
            changes.slot("banner", banner());
        }
        if (random.nextInt(4) == 0) {
            pictures++;
            changes.put(Town.key("/map.png"), picture());
        }
        remember();
        publish(changes);
    }

    private void publish(Changes.Builder changes) {
        town.publish(changes);
        publishes++;
    }

    private Value page(int i) {
        return new Value.Page(
                Town.HTML,
                List.of(Town.piece("<h1>宮城県"), new Part.Slot("banner"), Town.piece(text(i)), Town.piece("</h1>")));
    }

    private String text(int i) {
        return "頁 %d 版 %d ".formatted(i, editions[i]) + "お知らせ".repeat(1 + i % 40);
    }

    private List<Part> banner() {
        return List.of(Town.piece("<p>帯 " + banner + "</p>"));
    }

    private Value picture() {
        var bytes = new byte[20_000];
        new java.util.Random(pictures).nextBytes(bytes);
        return new Value.Page(Head.of("image/png"), List.of(Part.piece(Fragment.raw(bytes))));
    }

    private void remember() {
        for (int i = 0; i < PAGES; i++)
            shows("/p/" + i, "200 text/html; charset=utf-8 <h1>宮城県<p>帯 " + banner + "</p>" + text(i) + "</h1>");
        var bytes = new byte[20_000];
        new java.util.Random(pictures).nextBytes(bytes);
        shows("/map.png", "200 image/png " + java.util.Arrays.hashCode(bytes));
    }

    private void shows(String path, String answer) {
        everShown.computeIfAbsent(path, unused -> new HashSet<>()).add(answer);
        lastShown.put(path, answer);
    }

    /** An answer must be what was published under that address once, or none. */
    String read(int beacon, String path, boolean gzip) {
        var base = Town.open(beacons.get(beacon));
        var asked =
                gzip ? Asked.get(town.http, base, path, "Accept-Encoding", "gzip") : Asked.get(town.http, base, path);
        reads++;
        if (asked.status() == 503) {
            withheld++;
            return "503";
        }
        var answer = described(path, asked);
        assertThat(everShown.get(path))
                .as("what beacon %d may show at %s", beacon, path)
                .contains(answer);
        return answer;
    }

    private static String described(String path, Asked asked) {
        return switch (asked.status()) {
            case 200 ->
                "200 " + asked.field("content-type") + " "
                        + (path.endsWith(".png") ? java.util.Arrays.hashCode(asked.body()) : asked.text());
            case 301 -> "301 " + asked.field("location");
            case 410 -> "410 " + asked.text();
            default -> Integer.toString(asked.status());
        };
    }

    boolean isThereAgain(int beacon, String path) {
        return read(beacon, path, true).equals(lastShown.get(path))
                && read(beacon, path, false).equals(lastShown.get(path));
    }

    String state(int beacon) {
        return Asked.get(town.http, Town.admin(beacons.get(beacon)), "/health").text();
    }

    RottenDisk disk(int beacon, RandomGenerator random) {
        return new RottenDisk(folder.resolve(NAMES[beacon]).resolve("snapshot"), random);
    }

    interface WhileItIsDown {
        void run() throws IOException;
    }

    void restart(int beacon, WhileItIsDown meanwhile) throws IOException {
        town.stop(beacons.get(beacon));
        meanwhile.run();
        var again = town.beacon(NAMES[beacon], upstreams(beacon));
        beacons.set(beacon, again);
        if (beacon == 0) {
            toAdmin.leadTo(again.adminAddress());
            toFirst.leadTo(again.address());
        }
        if (beacon == 1) toSecond.leadTo(again.address());
    }

    void rough(double flips, double cuts) {
        for (var line : List.of(toAdmin, toFirst, toSecond)) line.rough(flips, cuts);
    }

    void calm() {
        for (var line : List.of(toAdmin, toFirst, toSecond)) line.calm();
    }

    /** The office sends what is newest again and again, as ours does. */
    private void push() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                var unused = town.pushing(toAdmin.uri());
            } catch (InterruptedException closed) {
                return;
            } catch (RuntimeException broken) {
                // An answer may have become nonsense on the way.
            }
            LockSupport.parkNanos(OFFICE_LOOKS_NANOS);
        }
    }

    String counts() {
        return "%,d publishes, %,d answers (%,d withheld)".formatted(publishes, reads, withheld);
    }

    @Override
    public void close() {
        office.interrupt();
        town.close();
        for (var line : List.of(toAdmin, toFirst, toSecond)) line.close();
    }
}
