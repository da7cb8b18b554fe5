package noroshi.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import noroshi.acceptance.Demonstration;
import noroshi.acceptance.Http;
import noroshi.acceptance.MovingWalk;
import noroshi.acceptance.OldSite;

/**
 * Sites that move in: Debian's reference manual in Japanese, and a generated municipal site as messy as they were. Prints what became of every
 * page, whether every link inside and every old address leads on, and what an undoing leaves.
 */
final class MovingBench {

    private static final String TOWN = "043621";
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final String PACKAGE = "debian-reference-ja";

    private final int pages;

    MovingBench(List<String> arguments) {
        pages = arguments.isEmpty() ? 1_000 : Integer.parseInt(arguments.getFirst());
    }

    void run() throws IOException, InterruptedException {
        var data = Files.createTempDirectory("noroshi-moving");
        try (var demonstration = Demonstration.start(data);
                var http = new Http()) {
            var walk = new MovingWalk(demonstration, http, TOWN);
            walk.signIn();
            manuals(walk, data);
            var town = data.resolve("moving/old-town");
            var made = OldSite.write(town, pages, 20110311);
            move(walk, "a generated municipal site", town, "http://www.town.yamamoto.example.jp", made.pages());
        }
    }

    private static void manuals(MovingWalk walk, Path data) throws IOException, InterruptedException {
        var unpacked = data.resolve("manuals");
        Files.createDirectories(unpacked);
        if (!fetched(unpacked)) return;
        var source = unpacked.resolve("usr/share/debian-reference");
        var folder = data.resolve("moving/debian-reference");
        int pages = copy(Files.isDirectory(source) ? source : unpacked.resolve("usr/share/doc"), folder);
        move(walk, PACKAGE, folder, "", pages);
    }

    /** By apt, without installing it. */
    private static boolean fetched(Path into) throws IOException, InterruptedException {
        if (!ran(into, "apt-get", "download", PACKAGE)) {
            System.out.println("skipped: " + PACKAGE + " cannot be fetched here (apt-get download)");
            return false;
        }
        try (var files = Files.list(into)) {
            var deb = files.filter(file -> file.toString().endsWith(".deb")).findFirst();
            return deb.isPresent() && ran(into, "dpkg-deb", "-x", deb.get().toString(), into.toString());
        }
    }

    private static boolean ran(Path folder, String... command) throws IOException, InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(120, TimeUnit.SECONDS)) return process.exitValue() == 0;
            process.destroyForcibly();
            return false;
        } catch (IOException missing) {
            return false;
        }
    }

    /** Returns the number of pages; compressed ones and links are left out. */
    private static int copy(Path from, Path to) throws IOException {
        int[] pages = {0};
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isRegularFile()) return FileVisitResult.CONTINUE;
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                if (file.toString().matches(".*\\.html?")) pages[0]++;
                return FileVisitResult.CONTINUE;
            }
        });
        return pages[0];
    }

    private static void move(MovingWalk walk, String what, Path folder, String origin, int pages) throws IOException {
        System.out.printf("%n%s: %,d pages in the folder%n", what, pages);
        long begun = System.nanoTime();
        var job = walk.start(what, folder, origin);
        walk.await(job, "確認待ち", LONG);
        System.out.printf("  read in %.1f s%n", seconds(begun));
        begun = System.nanoTime();
        walk.release(job, 0);
        walk.await(job, "公開済み", LONG);
        System.out.printf("  released in %.1f s%n", seconds(begun));
        var lines = walk.report(job);
        var results = MovingWalk.results(lines);
        System.out.printf(
                "  accounted for: %,d of %,d %s%n",
                results.values().stream().mapToInt(Integer::intValue).sum(), pages, results);
        lines.stream()
                .filter(line -> line.result().matches("対象外|失敗") && line.kind().equals("ページ"))
                .limit(12)
                .forEach(line -> System.out.println("    " + line.address() + ": " + line.reason()));
        followed(walk, lines, begun);
        undone(walk, job, lines);
    }

    private static void followed(MovingWalk walk, List<MovingWalk.Line> lines, long begun) throws IOException {
        var last = lines.stream().filter(line -> !line.article().isEmpty()).toList();
        Demonstration.await("the site is built", LONG, () -> {
            try {
                return walk.read(List.of(last.getFirst(), last.getLast()))
                        .lostAddresses()
                        .isEmpty();
            } catch (IOException e) {
                return false;
            }
        });
        System.out.printf("  all public after %.1f s%n", seconds(begun));
        var read = walk.read(lines);
        System.out.printf(
                "  pages read %,d, links inside %,d, broken %,d; old addresses that lead on %,d, that do not %,d%n",
                read.pages(),
                read.links(),
                read.brokenLinks().size(),
                read.redirects(),
                read.lostAddresses().size());
        read.brokenLinks().stream().limit(10).forEach(link -> System.out.println("    broken: " + link));
        read.lostAddresses().stream().limit(10).forEach(lost -> System.out.println("    does not lead on: " + lost));
    }

    private static void undone(MovingWalk walk, String job, List<MovingWalk.Line> lines) throws IOException {
        long begun = System.nanoTime();
        walk.act(job, "undo");
        walk.await(job, "確認待ち", LONG);
        long all = lines.stream().filter(line -> line.kind().equals("ページ")).count();
        Demonstration.await("nothing is left", LONG, () -> {
            try {
                return walk.status404(lines) == all;
            } catch (IOException e) {
                return false;
            }
        });
        System.out.printf(
                "  undone in %.1f s: %,d of %,d old addresses answer 404 again%n",
                seconds(begun), walk.status404(lines), all);
        walk.act(job, "discard");
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
