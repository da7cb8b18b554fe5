package noroshi.beacon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import noroshi.snapshot.SnapshotBroken;

/** Starts a beacon from the command line; {@link Options#USAGE} lists the options. */
public final class Main {

    private static final int WRONG_OPTIONS = 2;
    private static final int CAN_NOT_START = 1;

    private Main() {}

    public static void main(String[] arguments) {
        try {
            var options = Options.parse(List.of(arguments), System.getenv());
            var beacon = Beacon.start(options, InstantSource.system(), System::nanoTime);
            Runtime.getRuntime().addShutdownHook(new Thread(beacon::close, "beacon-stop"));
            System.out.printf(
                    "beacon: http://%s:%d%n",
                    shown(options.host()), beacon.address().getPort());
            var tls = beacon.tlsAddress();
            if (tls != null) System.out.printf("tls: https://%s:%d%n", shown(options.host()), tls.getPort());
            System.out.printf(
                    "admin: http://%s:%d%n",
                    shown(options.adminHost()), beacon.adminAddress().getPort());
            System.out.flush();
        } catch (IllegalArgumentException wrong) {
            System.err.println("beacon: " + wrong.getMessage());
            System.err.print(Options.USAGE);
            System.exit(WRONG_OPTIONS);
        } catch (IOException | UncheckedIOException | SnapshotBroken failed) {
            System.err.println("beacon: can not start: " + failed.getMessage());
            System.exit(CAN_NOT_START);
        }
    }

    private static String shown(String host) {
        return host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
    }
}
