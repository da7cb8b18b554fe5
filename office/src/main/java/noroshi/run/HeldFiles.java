package noroshi.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/** All files of a folder opened at once, so that they can be read to their ends also when someone deletes them meanwhile. */
final class HeldFiles implements Closeable {

    private static final Set<String> LEFT_OUT = Set.of("lock");

    private final SequencedMap<String, FileChannel> files = new TreeMap<>();

    /** A {@link java.nio.file.NoSuchFileException} when one went away before it was held: look again. */
    HeldFiles(Path folder) throws IOException {
        try (var listed = Files.list(folder)) {
            for (var file : listed.filter(Files::isRegularFile).sorted().toList()) {
                var name = file.getFileName().toString();
                if (!LEFT_OUT.contains(name) && !name.endsWith(".new"))
                    files.put(name, FileChannel.open(file, StandardOpenOption.READ));
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    Set<String> names() {
        return files.keySet();
    }

    void copy(String name, OutputStream out) throws IOException {
        var file = files.get(name);
        if (file == null) throw new IOException("Not held: " + name);
        Channels.newInputStream(file).transferTo(out);
    }

    @Override
    public void close() throws IOException {
        for (var file : files.values()) file.close();
    }
}
