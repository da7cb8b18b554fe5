package noroshi.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the demonstration was asked to do on the command line.
 *
 * @param articles further articles made for measuring, besides the demonstration's own
 */
record Options(Path data, int port, int officePort, int smtpPort, int articles, boolean fresh) {

    static final int ARTICLES_MAX = 1_000_000;

    static final String USAGE = """
            ./noroshi demo [--port 8080] [--office-port 8081] [--smtp-port 8025] [--data DIR] [--fresh]
              --port         the public site
              --office-port  the office, where officers sign in
              --smtp-port    the mails that were sent: read them in a browser; the same port takes SMTP
              --data         kept between runs (default: data/demo beside the launcher)
              --fresh        starts from nothing: the data folder is emptied first
              --articles N   for measuring: N further articles when the demonstration is filled in""";

    private static final Set<String> WITH_VALUE =
            Set.of("--data", "--port", "--office-port", "--smtp-port", "--articles");

    static Options parse(List<String> arguments, Path home) {
        var given = new HashMap<String, String>();
        boolean fresh = false;
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var name = rest.next();
            if (name.equals("--fresh")) fresh = true;
            else if (!WITH_VALUE.contains(name)) throw new Refusal("Unknown option %s.%n%s", name, USAGE);
            else if (!rest.hasNext()) throw new Refusal("%s needs a value.%n%s", name, USAGE);
            else given.put(name, rest.next());
        }
        var data = given.get("--data");
        return new Options(
                data == null ? home.resolve("data").resolve("demo") : Path.of(data),
                port(given, "--port", "8080"),
                port(given, "--office-port", "8081"),
                port(given, "--smtp-port", "8025"),
                articles(given.getOrDefault("--articles", "0")),
                fresh);
    }

    private static int port(Map<String, String> given, String name, String usual) {
        return Ports.parse(name, given.getOrDefault(name, usual));
    }

    private static int articles(String text) {
        if (text.matches("\\d{1,7}") && Integer.parseInt(text) <= ARTICLES_MAX) return Integer.parseInt(text);
        throw new Refusal("--articles: \"%s\" is not a number from 0 to %d.%n%s", text, ARTICLES_MAX, USAGE);
    }
}
