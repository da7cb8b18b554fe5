package noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
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
    private static final int LOADERS = 6;

    private final PublishOptions options;
    private final Map<String, Times> times = new LinkedHashMap<>();

    PublishBench(PublishOptions options) {
        this.options = options;
    }

    void run() throws IOException, InterruptedException, ExecutionException {
        var data = Files.createTempDirectory("noroshi-bench");
        try (var demonstration = Demonstration.start(data);
                var http = new Http()) {
            var load = new Load(demonstration);
            load.fill(options.articles(), LOADERS);
            try (var readers = new Readers(load.addresses(), options.readsPerSecond())) {
                measure(demonstration, new Api(http, demonstration));
                new PublishReport(options, times, readers.times(), readers.failures()).print();
            }
        }
    }

    private void measure(Demonstration demonstration, Api api) throws InterruptedException, ExecutionException {
        try (var watchers = Executors.newVirtualThreadPerTaskExecutor();
                var http = new Http()) {
            for (int i = 0; i < options.publishes(); i++) {
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
