package noroshi.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.run.sink.MailSink;

/** {@code ./noroshi demo}: everything on one computer, with the demonstration of Miyagi and a sink for its mails. */
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(Path.of(System.getProperty("noroshi.home", ".")).toAbsolutePath(), List.of(arguments));
        } catch (Refusal e) {
            System.err.println("noroshi: " + e.getMessage());
            System.exit(1);
        } catch (RuntimeException | Error e) {
            // Whatever went wrong, no half of an installation stays behind: leaving stops what was started.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(Path home, List<String> arguments) throws InterruptedException {
        var options = Options.parse(arguments, home);
        var folders = new Folders(home, options.data());
        if (options.fresh()) folders.erase();
        var running = new Running(folders, System.getenv());
        Ports.requireFree(options.port(), "the public site", "--port");
        Ports.requireFree(options.officePort(), "the office", "--office-port");
        Ports.requireFree(options.smtpPort(), "the mails", "--smtp-port");

        int smtp = running.ports().inner();
        var sink = new MailSink(folders.mail(), options.smtpPort(), smtp, InstantSource.system());
        running.start(plan(options, smtp));
        running.awaitSite(options.port());
        announce(options, folders.data());
        running.supervisor().awaitEnd();
        close(sink);
    }

    /** Everything stays on this computer, whose own address therefore has no limits of its own. */
    private static Plan plan(Options options, int smtp) {
        return new Plan(
                options.port(),
                options.officePort(),
                url(options.port()),
                url(options.officePort()),
                Optional.empty(),
                List.of("--host", "127.0.0.1", "--trust-loopback"),
                settings(smtp, options.articles()),
                List.of());
    }

    private static Map<String, String> settings(int smtp, int articles) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("noroshi.demo", "true");
        settings.put("noroshi.demo.articles", Integer.toString(articles));
        settings.put("noroshi.smtp.host", "127.0.0.1");
        settings.put("noroshi.smtp.port", Integer.toString(smtp));
        settings.put("noroshi.smtp.tls", "none");
        settings.put("noroshi.smtp.from", "noroshi@pref.miyagi.example");
        return settings;
    }

    private static void announce(Options options, Path data) {
        System.out.println("public: " + url(options.port()) + "/");
        System.out.println("office: " + url(options.officePort()) + "/");
        System.out.println("mail: " + url(options.smtpPort()) + "/");
        System.out.println("token: "
                + lines(data.resolve("demo-token")).stream().findFirst().orElse(""));
        lines(data.resolve("demo-signins.txt")).forEach(line -> System.out.println("sign-in: " + line));
        System.out.println("ready");
    }

    /** The office writes both files when it has loaded the demonstration, before it says that it is well. */
    private static List<String> lines(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> !line.isBlank())
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static String url(int port) {
        return "http://localhost:" + port;
    }

    private static void close(MailSink sink) {
        try {
            sink.close();
        } catch (IOException e) {
            Progress.say("the mail sink did not close: " + e.getMessage());
        }
    }
}
