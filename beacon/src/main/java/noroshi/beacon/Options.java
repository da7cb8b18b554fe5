package noroshi.beacon;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import noroshi.beacon.http.Fronts;
import noroshi.beacon.http.Limits;
import noroshi.beacon.http.TrustedFronts;
import noroshi.letter.UnsealKey;
import org.jspecify.annotations.Nullable;

/**
 * How a beacon was started.
 *
 * @param secret what the office shows on the admin port; null only if that port stays closed to all but health and metrics
 * @param relaySecret what beacons that follow show each other; null: whoever asks gets the snapshot, pages of tomorrow included
 * @param copying how Letters come to stand at two beacons
 * @param upstreams beacons to follow, in order of preference
 * @param accessLogSample one request in so many is logged
 * @param lineMbit what the line to the readers carries, in Mbit/s; 0: not known
 * @param perAddress connections of one address at most
 * @param tls null: no encrypted port
 * @param fronts servers that may name the readers they speak for
 * @param searchKey opens the index of persons; null: this beacon is not trusted with it
 */
record Options(
        String host,
        int port,
        String adminHost,
        int adminPort,
        Path data,
        String rootKey,
        @Nullable String secret,
        @Nullable String relaySecret,
        Copying copying,
        List<URI> upstreams,
        @Nullable Path accessLog,
        int accessLogSample,
        int lineMbit,
        int loops,
        int perAddress,
        @Nullable TlsFiles tls,
        Fronts fronts,
        @Nullable UnsealKey searchKey) {

    /**
     * Letters at two beacons.
     *
     * @param secret what beacons show each other for it; null: nobody may leave copies here
     * @param beacons admin addresses where copies of ours go, in order of preference
     */
    record Copying(@Nullable String secret, List<URI> beacons) {

        static final Copying NONE = new Copying(null, List.of());

        Copying {
            beacons = List.copyOf(beacons);
            requireLong(secret);
            if (secret == null && !beacons.isEmpty())
                throw new IllegalArgumentException("--copy-letters-to needs --letter-secret-file, the same at both.");
        }
    }

    static final int UPSTREAMS_MAX = 16;
    private static final int SECRET_CHARACTERS_MIN = 16;
    private static final int LOOPS_DEFAULT = 2;
    private static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1/128");

    static final String USAGE = """
            usage: java -cp … noroshi.beacon.Main --data DIR --root-key FILE [options]
              --port N            public port (8080); --host ADDRESS (all)
              --admin-port N      health, metrics, push, letters (8090); --admin-host ADDRESS (127.0.0.1)
              --data DIR          snapshots and letters are kept here
              --root-key FILE     the office's offline root key, public half, 64 hexadecimal digits
              --secret-file FILE  what the office shows on the admin port; or NOROSHI_BEACON_SECRET
              --relay-secret-file FILE  what beacons show each other; without it anyone may copy the whole snapshot,
                                  with pages that are not open yet; or NOROSHI_RELAY_SECRET
              --copy-letters-to URL  admin port of a second beacon: Letters are durable at both before the receipt;
                                  may be repeated, the first that answers counts
              --letter-secret-file FILE  what beacons show each other for that; or NOROSHI_LETTER_SECRET
              --search-key-file FILE  opens the index of persons in the snapshot: this beacon answers the search
              --upstream URL      a beacon to follow; may be repeated, tried in order
              --access-log FILE   Combined format, without addresses
              --access-log-sample N  logs one request in N (1)
              --line-mbit N       what the line to the readers carries; nearly full, lighter pages are shown (0: not known)
              --trust-loopback    the same as --trust 127.0.0.0/8 --trust ::1/128
              --tls-port N --tls-cert FILE --tls-key FILE  a port for TLS 1.3 and 1.2; certificate chain and key (PEM) are
                                  read again when they change
              --trust CIDR        front servers there tell readers' addresses; may be repeated
              --front-tells HOW   x-forwarded-for (usual), forwarded (RFC 7239), or proxy: each connection of a trusted
                                  front server begins with a PROXY header, version 1 or 2
              --per-address N     connections of one IPv4 address or IPv6 /64 at most (512)
              --loops N           event loops (2)
            """;

    Options {
        upstreams = List.copyOf(upstreams);
        if (upstreams.size() > UPSTREAMS_MAX)
            throw new IllegalArgumentException("%d upstreams; at most %d.".formatted(upstreams.size(), UPSTREAMS_MAX));
        requireLong(secret);
        requireLong(relaySecret);
    }

    private static void requireLong(@Nullable String secret) {
        if (secret != null && secret.length() < SECRET_CHARACTERS_MIN)
            throw new IllegalArgumentException("The secret has %d characters; at least %d keep guessing hopeless."
                    .formatted(secret.length(), SECRET_CHARACTERS_MIN));
    }

    /** An {@link IllegalArgumentException} says what is wrong and what to do. */
    static Options parse(List<String> arguments, Map<String, String> environment) throws IOException {
        var given = new Given();
        for (var words = arguments.iterator(); words.hasNext(); ) given.take(words.next(), words);
        String secret = secret(given.secretFile, environment.get("NOROSHI_BEACON_SECRET"));
        String relaySecret = secret(given.relaySecretFile, environment.get("NOROSHI_RELAY_SECRET"));
        String letterSecret = secret(given.letterSecretFile, environment.get("NOROSHI_LETTER_SECRET"));
        if (given.data == null) throw new IllegalArgumentException("--data DIR is missing.");
        if (given.rootKey == null) throw new IllegalArgumentException("--root-key FILE is missing.");
        return new Options(
                given.host,
                given.port,
                given.adminHost,
                given.adminPort,
                given.data,
                Files.readString(given.rootKey).strip(),
                secret,
                relaySecret,
                new Copying(letterSecret, given.copyLettersTo),
                given.upstreams,
                given.accessLog,
                given.accessLogSample,
                given.lineMbit,
                given.loops,
                given.perAddress,
                given.tls(),
                given.fronts(),
                given.searchKeyFile == null ? null : UnsealKey.parse(Files.readString(given.searchKeyFile)));
    }

    private static @Nullable String secret(@Nullable Path file, @Nullable String otherwise) throws IOException {
        return file == null ? otherwise : Files.readString(file).strip();
    }

    private static final class Given {
        private String host = "0.0.0.0";
        private int port = 8080;
        private String adminHost = "127.0.0.1";
        private int adminPort = 8090;
        private @Nullable Path data;
        private @Nullable Path rootKey;
        private @Nullable Path secretFile;
        private @Nullable Path relaySecretFile;
        private @Nullable Path letterSecretFile;
        private @Nullable Path searchKeyFile;
        private final List<URI> copyLettersTo = new ArrayList<>();
        private @Nullable Path accessLog;
        private int accessLogSample = 1;
        private int lineMbit;
        private boolean trustLoopback;
        private int loops = LOOPS_DEFAULT;
        private int perAddress = Limits.CONNECTIONS_PER_ADDRESS_MAX;
        private int tlsPort = -1;
        private @Nullable Path tlsCertificate;
        private @Nullable Path tlsKey;
        private final List<String> trusted = new ArrayList<>();
        private Fronts.Telling telling = Fronts.Telling.X_FORWARDED_FOR;
        private final List<URI> upstreams = new ArrayList<>();

        void take(String name, java.util.Iterator<String> words) {
            switch (name) {
                case "--host" -> host = value(name, words);
                case "--port" -> port = number(name, words, 65_535);
                case "--admin-host" -> adminHost = value(name, words);
                case "--admin-port" -> adminPort = number(name, words, 65_535);
                case "--data" -> data = Path.of(value(name, words));
                case "--root-key" -> rootKey = Path.of(value(name, words));
                case "--secret-file" -> secretFile = Path.of(value(name, words));
                case "--relay-secret-file" -> relaySecretFile = Path.of(value(name, words));
                case "--letter-secret-file" -> letterSecretFile = Path.of(value(name, words));
                case "--search-key-file" -> searchKeyFile = Path.of(value(name, words));
                case "--copy-letters-to" -> copyLettersTo.add(URI.create(value(name, words)));
                case "--access-log" -> accessLog = Path.of(value(name, words));
                case "--access-log-sample" -> accessLogSample = Math.max(1, number(name, words, 1_000_000));
                case "--line-mbit" -> lineMbit = number(name, words, 1_000_000);
                case "--upstream" -> upstreams.add(URI.create(value(name, words)));
                case "--trust-loopback" -> trustLoopback = true;
                case "--tls-port" -> tlsPort = number(name, words, 65_535);
                case "--tls-cert" -> tlsCertificate = Path.of(value(name, words));
                case "--tls-key" -> tlsKey = Path.of(value(name, words));
                case "--trust" -> trusted.add(value(name, words));
                case "--front-tells" -> telling = telling(value(name, words));
                case "--per-address" -> perAddress = Math.max(1, number(name, words, 1_000_000));
                case "--loops" -> loops = Math.max(1, number(name, words, 64));
                default -> throw new IllegalArgumentException("Unknown option '%s'.".formatted(name));
            }
        }

        @Nullable
        TlsFiles tls() {
            if (tlsPort < 0 && tlsCertificate == null && tlsKey == null) return null;
            if (tlsPort < 0 || tlsCertificate == null || tlsKey == null)
                throw new IllegalArgumentException("TLS needs all three: --tls-port, --tls-cert and --tls-key.");
            return new TlsFiles(tlsPort, tlsCertificate, tlsKey);
        }

        Fronts fronts() {
            if (trustLoopback) trusted.addAll(LOOPBACK);
            if (telling == Fronts.Telling.PROXY && trusted.isEmpty())
                throw new IllegalArgumentException(
                        "--front-tells proxy needs --trust CIDR: whom may it be taken from?");
            return new Fronts(TrustedFronts.of(trusted), telling);
        }

        private static Fronts.Telling telling(String word) {
            return switch (word) {
                case "x-forwarded-for" -> Fronts.Telling.X_FORWARDED_FOR;
                case "forwarded" -> Fronts.Telling.FORWARDED;
                case "proxy" -> Fronts.Telling.PROXY;
                default ->
                    throw new IllegalArgumentException(
                            "--front-tells is x-forwarded-for, forwarded or proxy, not '%s'.".formatted(word));
            };
        }

        private static String value(String name, java.util.Iterator<String> words) {
            if (!words.hasNext()) throw new IllegalArgumentException("%s needs a value.".formatted(name));
            return words.next();
        }

        private static int number(String name, java.util.Iterator<String> words, int max) {
            String text = value(name, words);
            if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > max)
                throw new IllegalArgumentException("%s is a number from 0 to %d, not '%s'.".formatted(name, max, text));
            return Integer.parseInt(text);
        }
    }
}
