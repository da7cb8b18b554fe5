package noroshi.run;

import java.nio.file.Path;
import java.util.List;

/** What the demonstration was asked to do on the command line. */
record Options(Path data, int port, int officePort, int smtpPort, boolean fresh) {

    static final String USAGE = """
            ./noroshi demo [--port 8080] [--office-port 8081] [--smtp-port 8025] [--data DIR] [--fresh]
              --port         the public site
              --office-port  the office, where officers sign in
              --smtp-port    the mails that were sent: read them in a browser; the same port takes SMTP
              --data         kept between runs (default: data/demo beside the launcher)
              --fresh        starts from nothing: the data folder is emptied first""";

    static Options parse(List<String> arguments, Path home) {
        var options = new Options(home.resolve("data").resolve("demo"), 8080, 8081, 8025, false);
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var name = rest.next();
            options = switch (name) {
                case "--fresh" -> new Options(options.data, options.port, options.officePort, options.smtpPort, true);
                case "--data" ->
                    new Options(
                            Path.of(value(name, rest)),
                            options.port,
                            options.officePort,
                            options.smtpPort,
                            options.fresh);
                case "--port" ->
                    new Options(options.data, port(name, rest), options.officePort, options.smtpPort, options.fresh);
                case "--office-port" ->
                    new Options(options.data, options.port, port(name, rest), options.smtpPort, options.fresh);
                case "--smtp-port" ->
                    new Options(options.data, options.port, options.officePort, port(name, rest), options.fresh);
                default -> throw new Refusal("Unknown option %s.%n%s", name, USAGE);
            };
        }
        return options;
    }

    private static String value(String name, java.util.Iterator<String> rest) {
        if (!rest.hasNext()) throw new Refusal("%s needs a value.%n%s", name, USAGE);
        return rest.next();
    }

    private static int port(String name, java.util.Iterator<String> rest) {
        return Ports.parse(name, value(name, rest));
    }
}
