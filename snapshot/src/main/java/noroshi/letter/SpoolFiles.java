package noroshi.letter;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The small files around a spool's letters: its id, its last number, its lock. */
final class SpoolFiles {
    private SpoolFiles() {}

    static String id(Path directory) throws IOException {
        Path path = directory.resolve("id");
        if (!Files.exists(path)) {
            writeSmall(path, UUID.randomUUID().toString().replace("-", ""));
        }
        return Files.readString(path).strip();
    }

    static int number(Path directory) throws IOException {
        Path path = directory.resolve("number");
        return Files.exists(path) ? Integer.parseInt(Files.readString(path).strip()) : 0;
    }

    static void writeSmall(Path path, String text) throws IOException {
        Path next = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(next, text + "\n");
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static List<Integer> numbers(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("letters-[0-9]{8}"))
                    .map(name -> Integer.parseInt(name.substring(8)))
                    .sorted()
                    .toList();
        }
    }

    static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // The same process holds it: the same answer as for another one.
        }
        channel.close();
        throw new IOException("Another process uses " + directory + ". Maybe a beacon still runs with it.");
    }
}
