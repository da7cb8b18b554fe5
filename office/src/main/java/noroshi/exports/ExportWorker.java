package noroshi.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import noroshi.platform.Audit;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import noroshi.platform.WorkerThreads;
import noroshi.platform.WorkerThreads.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes one export after the other. One that a kill cut off is written anew; a file has its name only when it is whole. */
@Component
final class ExportWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ExportWorker.class);
    private static final Duration POLL = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofDays(7);

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final Exports exports;
    private final ExportPackage contents;
    private final Audit audit;
    private final Path folder;
    private final ExportBell bell;
    private final InstantSource clock;
    private final WorkerThreads threads = new WorkerThreads();

    ExportWorker(
            Tenancy tenancy,
            JdbcClient sql,
            Exports exports,
            ExportPackage contents,
            Audit audit,
            Settings settings,
            ExportBell bell,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.exports = exports;
        this.contents = contents;
        this.audit = audit;
        this.folder = settings.data().resolve("exports");
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public void start() {
        threads.start("exports", Trouble.of("Exports cannot be written", POLL), () -> {
            if (!round()) bell.await(POLL.toMillis());
        });
    }

    @Override
    public void stop() {
        threads.stop();
    }

    @Override
    public boolean isRunning() {
        return threads.isRunning();
    }

    /** The next export; false when none waits. */
    boolean round() {
        forget();
        var next = tenancy.everywhere(
                () -> sql.sql("select * from export_job where state in ('waiting', 'writing') order by id limit 1")
                        .query(Exports::row)
                        .optional());
        if (next.isEmpty()) return false;
        var export = next.get();
        try {
            write(export);
        } catch (IOException | RuntimeException e) {
            log.warn("Export {} of {} failed", export.id(), export.government(), e);
            tenancy.run(
                    export.government(),
                    () -> exports.state(
                            export.government(),
                            export.id(),
                            ExportState.FAILED,
                            "書き出せませんでした。ディスクの空きを確かめて、もう一度頼んでください。"));
        }
        return true;
    }

    private void write(Export export) throws IOException {
        Files.createDirectories(folder);
        var part = folder.resolve(export.fileName() + ".part");
        Files.deleteIfExists(part);
        // Only this program's user may read what may hold addresses of residents.
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        MessageDigest digest;
        try (OutputStream out = Files.newOutputStream(part);
                var digested = new DigestOutputStream(out, sha256())) {
            contents.write(export, digested);
            digest = digested.getMessageDigest();
        }
        var file = folder.resolve(export.fileName());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        long bytes = Files.size(file);
        var hash = HexFormat.of().formatHex(digest.digest());
        tenancy.run(export.government(), () -> {
            sql.sql("""
                            update export_job set state = 'ready', bytes = :bytes, hash = :hash, ready_at = :at, done = total
                             where government = :government and id = :id
                            """)
                    .param("government", export.government())
                    .param("id", export.id())
                    .param("bytes", bytes)
                    .param("hash", hash)
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
            audit.record(
                    export.government(),
                    null,
                    "export.written",
                    "export:" + export.id(),
                    "%,d バイト SHA-256 %s".formatted(bytes, hash));
        });
    }

    private void forget() {
        var old = tenancy.everywhere(
                () -> sql.sql("select * from export_job where state = 'ready' and ready_at < :before")
                        .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                        .query(Exports::row)
                        .list());
        for (var export : old) {
            try {
                Files.deleteIfExists(folder.resolve(export.fileName()));
                tenancy.run(
                        export.government(),
                        () -> exports.state(export.government(), export.id(), ExportState.GONE, ""));
            } catch (IOException e) {
                log.warn("{} cannot be removed: {}", export.fileName(), e.toString());
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
