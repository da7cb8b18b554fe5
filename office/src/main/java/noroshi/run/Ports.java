package noroshi.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** TCP ports: those a person chose are checked, the inner ones are found. */
final class Ports {

    /** Below the range from which systems take the ports of outgoing connections, so that a restart finds its port free. */
    private static final int INNER_FROM = 20_000;

    private static final int INNER_COUNT = 10_000;
    private static final int TRIES_MAX = 500;

    private int next;

    /** The same data folder begins its search at the same port, so addresses in logs stay the same between runs. */
    Ports(Path data) {
        next = Math.floorMod(data.hashCode(), INNER_COUNT);
    }

    synchronized int inner() {
        for (int i = 0; i < TRIES_MAX; i++) {
            int port = INNER_FROM + next++ % INNER_COUNT;
            if (isFree(port)) return port;
        }
        throw new Refusal("No free port found from %d on. Maybe another program holds them all.", INNER_FROM);
    }

    static int parse(String name, String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 1 && port <= 65_535) return port;
        } catch (NumberFormatException e) {
            // said below, together with numbers out of range
        }
        throw new Refusal("%s: \"%s\" is not a port. Give a number from 1 to 65535.", name, text);
    }

    static void requireFree(int port, String what, String option) {
        if (!isFree(port))
            throw new Refusal(
                    "Port %d (%s) is taken. Stop the program that listens there, or choose another port: %s %d",
                    port, what, option, port < 55_000 ? port + 10_000 : port - 10_000);
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
