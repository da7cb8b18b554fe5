package noroshi.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One supervisor for one data folder. The system frees the lock when the process ends, however it ends. */
final class DataLock implements AutoCloseable {

    private final FileChannel channel;

    DataLock(Folders folders) {
        channel = take(folders.run().resolve("lock"), folders.data());
    }

    private static FileChannel take(Path file, Path data) {
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) return channel;
            channel.close();
        } catch (OverlappingFileLockException e) {
            // the same as held by another process
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + file, e);
        }
        throw new Refusal(
                "Noroshi already runs on %s. Stop that one first (Ctrl-C), or choose another folder with --data DIR.",
                data);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
