package noroshi.run.sink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Mails in append-only files, oldest first: {@code mails-N.bin}, where each entry is a length (4 bytes) and the mail. When
 * the newest file is full the next begins, and all but the newest {@value #FILES_MAX} are deleted. What was taken survives
 * a killed process; an entry cut short by it was never acknowledged and is dropped at the next start.
 */
final class MailStore implements AutoCloseable {

    static final int FILE_BYTES_MAX = 64 << 20;
    static final int MAIL_BYTES_MAX = 4 << 20;
    private static final int FILES_MAX = 4;

    /** What is kept in memory of each mail, so that lists need no file. */
    record Entry(
            long number,
            Instant received,
            String from,
            String to,
            String subject,
            String messageId,
            Path file,
            long offset,
            int length) {}

    private final Path folder;
    private final int fileBytesMax;
    private final List<Entry> entries = new ArrayList<>();
    private long nextNumber = 1;
    private int fileNumber = 1;
    private FileChannel newest;

    MailStore(Path folder, int fileBytesMax) {
        this.folder = folder;
        this.fileBytesMax = fileBytesMax;
        try {
            Files.createDirectories(folder);
            for (var file : files()) load(file);
            newest = open(fileNumber);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the mails in " + folder, e);
        }
    }

    synchronized Mail add(Instant received, String from, String to, byte[] raw) throws IOException {
        if (newest.size() >= fileBytesMax) roll();
        var mail = new Mail(nextNumber, received, from, to, raw);
        var bytes = write(mail);
        long offset = newest.size();
        var buffer = ByteBuffer.allocate(4 + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .flip();
        while (buffer.hasRemaining()) newest.write(buffer, offset + buffer.position());
        nextNumber++;
        entries.add(entry(mail, file(fileNumber), offset + 4, bytes.length));
        return mail;
    }

    /** Newest first; {@code to} is part of an address of the recipient, or empty for all. */
    synchronized List<Entry> list(String to, int countMax) {
        return entries.reversed().stream()
                .filter(entry -> entry.to().contains(to))
                .limit(countMax)
                .toList();
    }

    synchronized int count() {
        return entries.size();
    }

    Optional<Mail> find(long number) {
        Optional<Entry> entry;
        synchronized (this) {
            entry = entries.stream().filter(each -> each.number() == number).findFirst();
        }
        return entry.map(this::read);
    }

    Mail read(Entry entry) {
        try (var channel = FileChannel.open(entry.file())) {
            var bytes = ByteBuffer.allocate(entry.length());
            while (bytes.hasRemaining() && channel.read(bytes, entry.offset() + bytes.position()) >= 0) {}
            return parse(bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read mail " + entry.number() + " from " + entry.file(), e);
        }
    }

    private void load(Path file) throws IOException {
        fileNumber = Math.max(fileNumber, number(file));
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
            long offset = 0;
            long size = channel.size();
            while (size - offset > 4) {
                int length = in.readInt();
                if (length <= 0 || offset + 4 + length > size) break;
                var mail = parse(in.readNBytes(length));
                entries.add(entry(mail, file, offset + 4, length));
                nextNumber = mail.number() + 1;
                offset += 4L + length;
            }
            if (offset < size) channel.truncate(offset);
        }
    }

    private void roll() throws IOException {
        newest.close();
        newest = open(++fileNumber);
        for (var file : files()) {
            if (number(file) > fileNumber - FILES_MAX) continue;
            entries.removeIf(entry -> entry.file().equals(file));
            Files.delete(file);
        }
    }

    private FileChannel open(int number) throws IOException {
        return FileChannel.open(file(number), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private Path file(int number) {
        return folder.resolve("mails-%06d.bin".formatted(number));
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches("mails-\\d{6}\\.bin"))
                    .sorted()
                    .toList();
        }
    }

    private static Entry entry(Mail mail, Path file, long offset, int length) {
        return new Entry(
                mail.number(),
                mail.received(),
                mail.from(),
                mail.to(),
                mail.subject(),
                mail.header("Message-ID"),
                file,
                offset,
                length);
    }

    private static byte[] write(Mail mail) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeLong(mail.number());
        out.writeLong(mail.received().toEpochMilli());
        out.writeUTF(mail.from());
        out.writeUTF(mail.to());
        out.writeInt(mail.raw().length);
        out.write(mail.raw());
        return bytes.toByteArray();
    }

    private static Mail parse(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        return new Mail(
                in.readLong(),
                Instant.ofEpochMilli(in.readLong()),
                in.readUTF(),
                in.readUTF(),
                in.readNBytes(in.readInt()));
    }

    @Override
    public synchronized void close() {
        try {
            newest.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
