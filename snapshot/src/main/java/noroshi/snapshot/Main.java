package noroshi.snapshot;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code ./noroshi bundle export|import|verify} and {@code ./noroshi snapshot verify}: snapshots as files. */
public final class Main {
    private static final int DAMAGED = 1;
    private static final int WRONG_ARGUMENTS = 2;
    private static final int NAMES_SHOWN_MAX = 20;

    static final String USAGE = """
            usage: noroshi snapshot verify DIR --root-key FILE
                   noroshi bundle export DIR FILE --root-key FILE
                   noroshi bundle verify FILE --root-key FILE
                   noroshi bundle import FILE DIR --root-key FILE
                   noroshi bundle import FILE --beacon ADMIN-URL --secret-file FILE --root-key FILE
              DIR   where a beacon (its --data) or the office keeps its snapshot; verify and export may look while it runs,
                    import wants it stopped: for one that runs there is --beacon
              --root-key FILE   the office's offline root key, public half (keys/root.pub)
            """;

    private final PrintStream out;
    private final InstantSource clock;
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> options = new TreeMap<>();

    Main(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(new Main(System.out, InstantSource.system()).run(List.of(arguments)));
    }

    /** The exit code: 0 well, 1 damaged or refused, 2 wrongly called. */
    int run(List<String> arguments) throws InterruptedException {
        try {
            read(arguments);
            return act();
        } catch (IllegalArgumentException wrong) {
            out.println("noroshi: " + wrong.getMessage());
            out.print(USAGE);
            return WRONG_ARGUMENTS;
        } catch (SnapshotBroken | IOException | UncheckedIOException broken) {
            out.println("noroshi: " + reason(broken));
            return DAMAGED;
        }
    }

    private static String reason(Exception broken) {
        if (broken instanceof NoSuchFileException missing) {
            return "There is no " + missing.getFile();
        }
        Throwable cause = broken instanceof UncheckedIOException ? broken.getCause() : null;
        return cause == null ? String.valueOf(broken.getMessage()) : broken.getMessage() + ": " + cause.getMessage();
    }

    private void read(List<String> arguments) {
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (rest.hasNext()
                    && List.of("--root-key", "--beacon", "--secret-file").contains(word)) {
                options.put(word, rest.next());
            } else {
                throw new IllegalArgumentException("Unknown option, or one without its value: " + word);
            }
        }
    }

    private int act() throws IOException, InterruptedException {
        String what = String.join(" ", words.subList(0, Math.min(2, words.size())));
        return switch (what) {
            case "snapshot verify" -> verify(path(2));
            case "bundle export" -> export(path(2), path(3));
            case "bundle verify" -> verifyFile(path(2));
            case "bundle import" -> options.containsKey("--beacon") ? send(path(2)) : bring(path(2), path(3));
            default -> throw new IllegalArgumentException("What is to be done? '" + what + "' is not known.");
        };
    }

    private int verify(Path directory) throws IOException {
        try (Inspection inspection = Inspection.open(directory, rootKey())) {
            var damaged = inspection.damaged();
            tell(inspection.bundle(), damaged.isEmpty() ? inspection.keys().size() : -1);
            damaged.stream().limit(NAMES_SHOWN_MAX).forEach(address -> out.println("damaged: " + address));
            out.println(
                    damaged.isEmpty()
                            ? "whole: every signature, node and fragment is what its name says"
                            : "DAMAGED: %d things. A running beacon fetches them again; the office publishes everything again."
                                    .formatted(damaged.size()));
            return damaged.isEmpty() ? 0 : DAMAGED;
        }
    }

    private int export(Path directory, Path file) throws IOException {
        try (Inspection inspection = Inspection.open(directory, rootKey())) {
            int things = BundleFile.export(inspection, file);
            tell(inspection.bundle(), -1);
            out.printf("exported: %,d things, %,d bytes: %s%n", things, Files.size(file), file);
            return 0;
        }
    }

    private int verifyFile(Path file) throws IOException {
        return unpacked(file, mirror -> {
            tell(mirror.snapshot().bundle(), count(mirror.snapshot()));
            out.println("whole: every signature, node and fragment is what its name says");
            return 0;
        });
    }

    private int bring(Path file, Path directory) throws IOException {
        // A beacon keeps its snapshot in a folder of that name; whoever names that one itself means it too.
        boolean isItself = Files.exists(directory.resolve("lock"));
        try (Mirror mirror = Mirror.open(isItself ? directory : directory.resolve("snapshot"), rootKey())) {
            boolean isNew = BundleFile.bring(file, mirror);
            tell(mirror.snapshot().bundle(), count(mirror.snapshot()));
            out.println(isNew ? "imported into " + directory : directory + " had it already");
            return 0;
        }
    }

    private int send(Path file) throws IOException {
        URI beacon = URI.create(option("--beacon"));
        String secret = Files.readString(Path.of(option("--secret-file"))).strip();
        return unpacked(file, mirror -> {
            try (HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build()) {
                return told(new Push(client, beacon, secret).send(mirror), beacon);
            } catch (InterruptedException e) {
                throw new IOException("Interrupted", e);
            }
        });
    }

    private int told(Push.Outcome outcome, URI beacon) {
        return switch (outcome) {
            case Push.Outcome.Served(long version, int rounds) -> {
                out.printf("%s serves version %d%n", beacon, version);
                yield 0;
            }
            case Push.Outcome.Older(long served, String reason) -> {
                out.printf("%s serves version %d already: %s%n", beacon, served, reason);
                yield DAMAGED;
            }
            case Push.Outcome.Refused(int status, String reason) -> {
                out.printf("%s refuses it (%d): %s%n", beacon, status, reason);
                yield DAMAGED;
            }
            case Push.Outcome.Unreachable(String reason) -> {
                out.printf("%s cannot be reached: %s%n", beacon, reason);
                yield DAMAGED;
            }
            case Push.Outcome.Nothing() -> DAMAGED;
        };
    }

    private interface Use {
        int of(Mirror mirror) throws IOException;
    }

    /** Everything is proven on the way into a mirror that is thrown away. */
    private int unpacked(Path file, Use use) throws IOException {
        Path directory = Files.createTempDirectory("noroshi-bundle");
        try (Mirror mirror = Mirror.open(directory, rootKey())) {
            BundleFile.bring(file, mirror);
            return use.of(mirror);
        } finally {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    private void tell(Bundle bundle, int records) {
        Root root = bundle.root();
        var now = clock.instant();
        out.printf(
                "version %d, created %s%s%n",
                root.version(), root.created(), records < 0 ? "" : ", %,d addresses".formatted(records));
        out.printf(
                "expires %s%s%n", root.expires(), root.expired(now) ? " — OLD: still to be shown, marked as old" : "");
        out.printf(
                "signed by key %s under trust %d (until %s)%n",
                bundle.keyId(), bundle.trust().serial(), bundle.trust().expires());
    }

    private static int count(Snapshot snapshot) {
        int[] count = {0};
        snapshot.keys(key -> count[0]++);
        return count[0];
    }

    private VerifyKey rootKey() throws IOException {
        return new VerifyKey(Files.readString(Path.of(option("--root-key"))).strip());
    }

    private String option(String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing.");
        }
        return value;
    }

    private Path path(int word) {
        if (words.size() <= word) {
            throw new IllegalArgumentException("A file or folder is missing.");
        }
        return Path.of(words.get(word));
    }
}
