package noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import noroshi.acceptance.Demonstration;
import noroshi.acceptance.Http;
import noroshi.acceptance.Merger;

/**
 * How long until readers see that two departments became one: from the press of the button until every page of both, in all variants, names the new
 * one and every old address of theirs leads there.
 */
final class ReorganisationBench {

    static final String USAGE = "./noroshi bench reorganisation [--pages 500] [--articles 2000]";
    private static final int PROMISE_MS = 10_000;

    private final int pages;
    private final int articles;

    /** @param arguments {@code --pages} of both departments together, {@code --articles} in the site beside them */
    ReorganisationBench(List<String> arguments) {
        this.pages = number(arguments, "--pages", 500);
        this.articles = number(arguments, "--articles", 2_000);
    }

    void run() throws IOException {
        var data = Files.createTempDirectory("noroshi-bench");
        System.err.println("noroshi: filling in %d articles, and %d of two departments".formatted(articles, pages));
        try (var demonstration = Demonstration.start(data, "--articles", Integer.toString(articles));
                var http = new Http()) {
            var merger = new Merger(http, demonstration, "bench");
            merger.signIn();
            merger.prepare(pages);
            var seen = merger.merge(merger.plan());
            System.out.println("""
                    two departments with %d pages (%d addresses) become one; %,d other articles in the site
                    accepted                         %8.0f ms
                    %4d old addresses lead there     %8.0f ms
                    every page, in all variants      %8.0f ms
                    Promise: under %,d ms: %s""".formatted(
                            seen.pages(),
                            seen.pages() * 3,
                            articles,
                            seen.acceptedMs(),
                            seen.redirects(),
                            seen.redirectsMs(),
                            seen.allMs(),
                            PROMISE_MS,
                            seen.allMs() < PROMISE_MS ? "kept" : "NOT kept"));
        }
    }

    private static int number(List<String> arguments, String name, int otherwise) {
        int at = arguments.indexOf(name);
        if (at < 0) {
            for (int i = 0; i < arguments.size(); i += 2)
                if (!List.of("--pages", "--articles").contains(arguments.get(i)))
                    throw new IllegalArgumentException("Unknown option " + arguments.get(i) + ". " + USAGE);
            return otherwise;
        }
        var text = at + 1 < arguments.size() ? arguments.get(at + 1) : "";
        if (!text.matches("\\d{1,6}")) throw new IllegalArgumentException(name + " needs a number. " + USAGE);
        return Integer.parseInt(text);
    }
}
