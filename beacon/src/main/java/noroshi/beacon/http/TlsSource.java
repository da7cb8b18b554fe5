package noroshi.beacon.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of the moment. {@link #look} reads the files again when they have changed; what cannot be read leaves the
 * one before in place, since an old certificate is better than none. Connections keep the one that they began with.
 */
public final class TlsSource {

    private final Path certificates;
    private final Path key;
    private final TicketKeys tickets = new TicketKeys();
    private volatile TlsEngines engines;
    private FileTime[] seen;
    private @Nullable TlsEngines retired;

    /** Files that cannot be used are an IOException that says why. */
    public TlsSource(Path certificates, Path key) throws IOException {
        this.certificates = certificates;
        this.key = key;
        seen = times();
        engines = make();
    }

    TlsEngines engines() {
        return engines;
    }

    /** Looks whether there is something new; true when there was and it is in use now. Called by one thread. */
    public boolean look() {
        try {
            // A loop may still have been asking the last one for an engine when it was replaced; that is long over.
            if (retired != null) retired.close();
            retired = null;
            if (tickets.look()) engines.use(tickets);
            var now = times();
            if (java.util.Arrays.equals(now, seen)) return false;
            var next = make();
            seen = now;
            retired = engines;
            engines = next;
            System.getLogger("noroshi.beacon").log(System.Logger.Level.INFO, "A new certificate is in use.");
            return true;
        } catch (IOException unusable) {
            System.getLogger("noroshi.beacon")
                    .log(
                            System.Logger.Level.ERROR,
                            "The certificate changed, but can not be used; the one before stays. {0}",
                            unusable.getMessage());
            return false;
        }
    }

    private FileTime[] times() throws IOException {
        return new FileTime[] {Files.getLastModifiedTime(certificates), Files.getLastModifiedTime(key)};
    }

    private TlsEngines make() throws IOException {
        try {
            return TlsEngines.make(certificates, key, tickets);
        } catch (IOException | RuntimeException | java.security.GeneralSecurityException e) {
            throw new IOException(
                    "%s and %s can not be used for TLS: %s. Both are PEM; the key is PKCS #8 without a password and belongs to the first certificate."
                            .formatted(certificates, key, e.getMessage()),
                    e);
        }
    }
}
