package noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import noroshi.acceptance.Api;
import noroshi.acceptance.Demonstration;
import noroshi.acceptance.Http;

/**
 * How long until what an officer published is public: from the start of the request until the page, the list of its series,
 * the top page and the Atom feed all show it at the beacon.
 */
final class PublishBench {

    private static final String SITE = "/040002";
    private static final int ADDRESSES_MAX = 400;

    /** Publishes before the measured ones: an office that runs for a minute is what officers meet, not one just started. */
    private static final int WARM_UP = 30;

    private final PublishOptions options;
    private final Map<String, Times> times = new LinkedHashMap<>();

    PublishBench(PublishOptions options) {
        this.options = options;
    }

    void run() throws IOException, InterruptedException, ExecutionException {
        var data = Files.createTempDirectory("noroshi-bench");
        System.err.println("noroshi: filling in %d articles; that takes a while".formatted(options.articles()));
        try (var demonstration = Demonstration.start(data, "--articles", Integer.toString(options.articles()));
                var http = new Http()) {
            try (var readers = new Readers(addresses(http, demonstration), options.readsPerSecond())) {
                measure(demonstration, new Api(http, demonstration));
                new PublishReport(options, times, readers.times(), readers.failures()).print();
            }
        }
    }

    /** What readers ask for: top pages, lists, and whatever these link to. */
    private static List<String> addresses(Http http, Demonstration demonstration) throws IOException {
        var found = new LinkedHashSet<String>();
        for (var path : List.of("/", "/l/", "/t/", "/press/", "/l/press/", "/areas/", "/blog/", "/works/")) {
            var address = demonstration.publicUrl() + SITE + path;
            var page = http.get(address);
            if (page.status() != 200) continue;
            found.add(address);
            for (var link : page.page().select("main a[href]")) {
                var href = link.absUrl("href").replaceAll("#.*", "");
                if (href.startsWith(demonstration.publicUrl() + SITE + "/")) found.add(href);
            }
        }
        return found.stream().limit(ADDRESSES_MAX).toList();
    }

    private void measure(Demonstration demonstration, Api api) throws InterruptedException, ExecutionException {
        try (var watchers = Executors.newVirtualThreadPerTaskExecutor();
                var http = new Http()) {
            for (int i = -WARM_UP; i < options.publishes(); i++) {
                if (i == 0) times.clear();
                long begun = System.nanoTime();
                one(api, http, watchers, demonstration.publicUrl() + SITE, i);
                LockSupport.parkNanos(begun + options.everyMs() * 1_000_000L - System.nanoTime());
            }
        }
    }

    private void one(Api api, Http http, ExecutorService watchers, String site, int number)
            throws InterruptedException, ExecutionException {
        var title = "計測記事 第%d号-%s".formatted(number, Long.toString(System.nanoTime(), 36));
        var url = new CompletableFuture<String>();
        long begun = System.nanoTime();
        var seen = new LinkedHashMap<String, java.util.concurrent.Future<Long>>();
        seen.put("page", watchers.submit(new Watch(http, url::join, title)));
        seen.put("series list", watchers.submit(new Watch(http, () -> site + "/press/", title)));
        seen.put("top page", watchers.submit(new Watch(http, () -> site + "/", title)));
        seen.put("Atom", watchers.submit(new Watch(http, () -> site + "/press/feed.xml", title)));
        try {
            var answer = api.post("/articles", article(title)).expect(201);
            note("accepted (201)", begun, System.nanoTime());
            url.complete(answer.json().get("url").getAsString());
        } catch (IOException | IllegalStateException e) {
            url.completeExceptionally(e);
            throw new ExecutionException(e);
        }
        long last = 0;
        for (var each : seen.entrySet()) {
            long at = each.getValue().get();
            note(each.getKey(), begun, at);
            last = Math.max(last, at);
        }
        note("all four", begun, last);
    }

    static Map<String, Object> article(String title) {
        return Map.of(
                "series",
                "press",
                "title",
                title,
                "body",
                IntStream.range(0, 12)
                        .mapToObj(i -> "%s の本文 %d。道路、港湾、河川の復旧の進み具合をお知らせします。\n\n".formatted(title, i))
                        .reduce("## 概要\n\n", String::concat),
                "areas",
                List.of("041009"),
                "publish",
                true);
    }

    private void note(String what, long from, long to) {
        times.computeIfAbsent(what, key -> new Times()).add((to - from) / 1e6);
    }
}
