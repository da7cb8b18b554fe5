package noroshi.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Starts a beacon and an nginx that serve the same bytes with the same certificate, each on ports of its own. */
final class Contenders {

    private static final int START_MS_MAX = 20_000;
    private static final int PAGES = 64;

    private final Path folder;
    private final Path home = Path.of(System.getProperty("noroshi.home", "."));
    private final HttpClient http = HttpClient.newHttpClient();

    Contenders(Path folder) {
        this.folder = folder;
    }

    /** ECDSA P-256, as most sites have it. */
    void makeCertificate() throws IOException, InterruptedException {
        var unused = Tools.run(List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost,IP:127.0.0.1",
                "-keyout",
                folder.resolve("key.pem").toString(),
                "-out",
                folder.resolve("cert.pem").toString()));
    }

    Served beacon() throws IOException {
        var data = folder.resolve("beacon");
        Files.writeString(
                folder.resolve("root.pub"),
                BenchSite.write(data, PAGES, InstantSource.system().instant()));
        int port = freePort();
        int tlsPort = freePort();
        var command = BeaconCommand.of(home, List.of());
        command.addAll(List.of(
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--tls-port",
                Integer.toString(tlsPort),
                "--tls-cert",
                folder.resolve("cert.pem").toString(),
                "--tls-key",
                folder.resolve("key.pem").toString(),
                "--admin-port",
                "0",
                "--per-address",
                "20000",
                "--data",
                data.toString(),
                "--root-key",
                folder.resolve("root.pub").toString()));
        return ready(new Served("beacon", start(command), port, tlsPort, false));
    }

    /** After the beacon, whose answers become nginx's files. */
    Served nginx(Served beacon) throws IOException, InterruptedException {
        var pages = Files.createDirectories(folder.resolve("pages"));
        for (int i = 0; i < PAGES; i++) {
            Files.write(pages.resolve(i + ".html"), get(beacon, "/" + i, "identity"));
            Files.write(pages.resolve(i + ".html.gz"), get(beacon, "/" + i, "gzip"));
        }
        int port = freePort();
        int tlsPort = freePort();
        var text = Files.readString(home.resolve("bench/nginx.conf"))
                .replace("{dir}", folder.toString())
                .replace("{user}", System.getProperty("user.name"))
                .replace("{port}", Integer.toString(port))
                .replace("{tlsPort}", Integer.toString(tlsPort));
        var file = Files.writeString(folder.resolve("nginx.conf"), text);
        var program = Tools.find("nginx");
        return ready(new Served(
                "nginx",
                start(List.of(String.valueOf(program), "-p", folder.toString(), "-c", file.toString())),
                port,
                tlsPort,
                true));
    }

    private Process start(List<String> command) throws IOException {
        var log = folder.resolve(Path.of(command.getFirst()).getFileName() + ".log")
                .toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    private Served ready(Served server) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MS_MAX);
        while (System.nanoTime() < end && server.process().isAlive()) {
            try {
                if (get(server, server.workers() ? "/0.html" : "/0", "gzip").length > 0) return server;
            } catch (IOException notYet) {
                LockSupport.parkNanos(50_000_000);
            }
        }
        server.close();
        throw new IOException("%s did not start; its log is in %s".formatted(server.name(), folder));
    }

    byte[] get(Served server, String path, String encoding) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(server.address(false) + path))
                .header("Accept-Encoding", encoding)
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) throw new IOException(path + " was answered " + answer.statusCode());
            return answer.body();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
