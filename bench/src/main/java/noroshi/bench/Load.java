package noroshi.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import noroshi.acceptance.Api;
import noroshi.acceptance.Demonstration;
import noroshi.acceptance.Http;

/** Fills the site with articles through the API before anything is measured. */
final class Load {

    private static final int ADDRESSES_MAX = 400;

    private final Demonstration demonstration;
    private final ConcurrentLinkedQueue<String> published = new ConcurrentLinkedQueue<>();

    Load(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    void fill(int articles, int loaders) throws InterruptedException, ExecutionException {
        var done = new AtomicInteger();
        long begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(loaders);
                var http = new Http()) {
            var api = new Api(http, demonstration);
            var work = IntStream.range(0, loaders)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> publish(api, done, articles, begun)))
                    .toList();
            for (var each : work) each.get();
        }
        say("%d articles loaded in %d s", done.get(), (System.nanoTime() - begun) / 1_000_000_000L);
        awaitLast();
    }

    /** What readers ask for: top pages, lists and articles in each variant. */
    List<String> addresses() {
        var site = demonstration.publicUrl() + "/040002";
        var articles = published.stream().skip(Math.max(0, published.size() - ADDRESSES_MAX));
        return Stream.concat(
                        Stream.of("/", "/l/", "/t/", "/press/", "/feed.xml").map(path -> site + path), articles)
                .toList();
    }

    private Void publish(Api api, AtomicInteger done, int articles, long begun) throws IOException {
        for (int number; (number = done.incrementAndGet()) <= articles; ) {
            var answer = api.post("/articles", PublishBench.article("積み込み記事 第%d号".formatted(number)))
                    .expect(201);
            published.add(answer.json().get("url").getAsString());
            if (number % 1000 == 0) say("%d articles, %d s", number, (System.nanoTime() - begun) / 1_000_000_000L);
        }
        done.decrementAndGet();
        return null;
    }

    /** The site may be a little behind a bulk load; measuring begins when it is not. */
    private void awaitLast() {
        var last = published.stream().skip(Math.max(0, published.size() - 20)).toList();
        try (var http = new Http()) {
            Demonstration.await("the loaded articles are public", java.time.Duration.ofMinutes(10), () -> last.stream()
                    .allMatch(url -> {
                        try {
                            return http.get(url).status() == 200;
                        } catch (IOException e) {
                            return false;
                        }
                    }));
        }
    }

    private static void say(String line, Object... values) {
        System.err.println("noroshi: " + line.formatted(values));
    }
}
