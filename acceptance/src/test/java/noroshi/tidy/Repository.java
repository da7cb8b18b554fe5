package noroshi.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of the repository as they stand in the working tree, without what is built or fetched. */
final class Repository {

    private static final Set<String> LEFT_OUT =
            Set.of(".git", "target", "node_modules", ".idea", ".vscode", "jte-classes");
    private static final Set<String> TEXT = Set.of(
            "java",
            "md",
            "xml",
            "sql",
            "jte",
            "css",
            "js",
            "html",
            "properties",
            "txt",
            "json",
            "csv",
            "yml",
            "yaml",
            "sh",
            "svg",
            "example",
            "conf");

    final Path root;

    Repository() {
        root = findRoot(Path.of("").toAbsolutePath());
    }

    List<Path> java() {
        return files(path -> path.toString().endsWith(".java"));
    }

    List<Path> texts() {
        return files(path -> TEXT.contains(extension(path)) || path.equals(root.resolve("noroshi")));
    }

    List<Path> all() {
        return files(path -> true);
    }

    String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            return ""; // a test's sample in another encoding
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files(Predicate<Path> wanted) {
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(child -> !isLeftOut(child) && !child.equals(root.resolve("data")))
                    .flatMap(Repository::walk)
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(Path path) {
        if (!Files.isDirectory(path)) return Stream.of(path);
        if (isLeftOut(path)) return Stream.empty();
        try (Stream<Path> children = Files.list(path)) {
            return children.toList().stream().flatMap(Repository::walk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLeftOut(Path path) {
        return LEFT_OUT.contains(path.getFileName().toString());
    }

    private static String extension(Path path) {
        var name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Path findRoot(Path from) {
        for (Path folder = from; folder != null; folder = folder.getParent())
            if (Files.exists(folder.resolve("noroshi")) && Files.exists(folder.resolve("snapshot/pom.xml")))
                return folder;
        throw new IllegalStateException("No repository above " + from);
    }
}
