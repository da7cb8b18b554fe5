package noroshi.letters;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import noroshi.letter.Letter;
import noroshi.letter.Unseal;
import noroshi.letter.UnsealKey;
import noroshi.people.Directory;
import noroshi.platform.DatabaseTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The intake with a beacon at its other end, and a handler that writes every note it gets into the audit log. */
abstract class LettersTest extends DatabaseTest {

    static final String MIYAGI = "040002";
    static final String SENDAI = "041009";

    /** The process is gone, as after kill -9: an Error that nobody catches. */
    static final class Killed extends Error {}

    @TempDir
    Path folder = Path.of("");

    final UnsealKey key = Beacon.newKey();
    final LetterStore letters = new LetterStore(sql, json);
    final LetterCursors cursors = new LetterCursors(sql);
    final List<LetterHandler> handlers = new ArrayList<>(List.of(new Notes()));
    final HttpClient http = HttpClient.newHttpClient();
    final List<Beacon> beacons = new ArrayList<>();
    Runnable whileActing = () -> {};
    private boolean awaitedHasCome;

    @BeforeEach
    void governments() {
        tenancy.runEverywhere(() -> sql.sql("""
                        insert into government (code, name, kind, parent) values
                            ('040002', '宮城県', 'prefecture', null), ('041009', '仙台市', 'city', '040002')
                        """).update());
    }

    @AfterEach
    void close() throws IOException {
        for (var beacon : beacons) beacon.close();
        http.close();
    }

    Beacon beacon() throws IOException {
        var beacon = new Beacon(folder.resolve("spool-" + beacons.size()), key);
        beacons.add(beacon);
        return beacon;
    }

    LetterIntake intake() {
        return intake(key);
    }

    LetterIntake intake(UnsealKey opens) {
        return new LetterIntake(
                letters,
                () -> new Handlers(handlers.stream()),
                () -> new Unseal(List.of(opens)),
                new Directory(sql),
                tenancy,
                clock,
                MIYAGI);
    }

    int fetch(Beacon beacon) throws Exception {
        return fetch(beacon, BeaconMail.Moments.UNDISTURBED);
    }

    int fetch(Beacon beacon, BeaconMail.Moments moments) throws Exception {
        return new BeaconMail(beacon.admin().toString(), beacon.client(http), intake(), cursors, tenancy, moments)
                .round(Duration.ZERO);
    }

    Letter note(Beacon beacon, String text) {
        clock.advance(Duration.ofSeconds(1));
        return beacon.send(MIYAGI, "note", clock.instant(), Map.of("text", text));
    }

    /** What the handler did, in its order. */
    List<String> acts() {
        return tenancy.everywhere(() -> sql.sql("select detail from audit where act = 'note' order by id")
                .query(String.class)
                .list());
    }

    List<String> rows() {
        return tenancy.everywhere(
                () -> sql.sql("select concat_ws(' ', government, form, status) from letter order by received_at, id")
                        .query(String.class)
                        .list());
    }

    private final class Notes implements LetterHandler {

        @Override
        public String form() {
            return "note";
        }

        @Override
        public Understanding handle(Letter letter) {
            var text = letter.fields().getOrDefault("text", "");
            if (text.isEmpty()) return new Understanding.NotUnderstood("本文がありません。");
            if (text.equals("early") && !awaitedHasCome) return new Understanding.Waits("awaited", "まだ届いていません。");
            if (text.equals("awaited")) {
                awaitedHasCome = true;
                new WaitingLetters(sql).wake(letter.site(), "awaited");
            }
            audit.record(letter.site(), null, "note", letter.receiptNumber(), text);
            whileActing.run();
            if (text.equals("poison")) throw new IllegalStateException("poisoned");
            return Understanding.ACTED;
        }
    }
}
