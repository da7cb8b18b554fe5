package noroshi.acceptance;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Merges two departments of the demonstration from outside, as an administrator would, and looks until readers see all of it. */
public final class Merger {

    private static final String SITE = "/040002";
    private static final long WAIT_NANOS_MAX = 60_000_000_000L;

    private final Http http;
    private final Demonstration demonstration;
    private final String plans;
    private final String key;
    private final List<String> pages = new ArrayList<>();

    /** @param key makes codes and names that nobody else uses */
    public Merger(Http http, Demonstration demonstration, String key) {
        this.http = http;
        this.demonstration = demonstration;
        this.plans = demonstration.officeUrl() + "/settings/reorganisations";
        this.key = key;
    }

    /** Milliseconds from the press of the button. */
    public record Seen(int pages, int redirects, double acceptedMs, double redirectsMs, double allMs) {}

    public void signIn() throws IOException {
        var words = demonstration.signIns().stream()
                .map(line -> line.split(" "))
                .filter(each -> each[0].equals("admin"))
                .findFirst()
                .orElseThrow();
        var page = http.get(demonstration.officeUrl() + "/sign-in").expect(200);
        Forms.submit(http, page, Map.of("login", words[0], "password", words[1]))
                .expect(302);
    }

    /** Two departments with so many public pages between them. */
    public void prepare(int count) throws IOException {
        var plan = create("準備 " + key);
        add(plan, "found", Map.of("name", name("a"), "code", code("a"), "phone", "022-000-0001"));
        add(plan, "found", Map.of("name", name("b"), "code", code("b"), "phone", "022-000-0002"));
        press(plan, "now");
        var api = new Api(http, demonstration);
        for (int i = 0; i < count; i++) {
            var article = new LinkedHashMap<String, Object>();
            article.put("series", "news");
            article.put("title", "%s のお知らせ 第%d号".formatted(key, i));
            article.put("body", "道路、港湾、河川の復旧の進み具合をお知らせします。\n\n".repeat(6));
            article.put("department", code(i % 2 == 0 ? "a" : "b"));
            article.put("publish", true);
            var url =
                    api.post("/articles", article).expect(201).json().get("url").getAsString();
            pages.add(url.replaceFirst("^https?://[^/]+", ""));
        }
        awaitAll(System.nanoTime(), name("a"), name("b"));
    }

    /** The plan that merges both into a new one; not yet done. */
    public String plan() throws IOException {
        var plan = create("統合 " + key);
        add(plan, "found", Map.of("name", name("c"), "code", code("c"), "phone", "022-000-0003"));
        add(plan, "merge", Map.of("from", code("a"), "into", code("c")));
        add(plan, "merge", Map.of("from", code("b"), "into", code("c")));
        return plan;
    }

    public Seen merge(String plan) throws IOException {
        long begun = System.nanoTime();
        press(plan, "now");
        long accepted = System.nanoTime();
        var redirects = awaitRedirects(begun);
        long led = System.nanoTime();
        awaitAll(begun, name("c"), name("c"));
        long all = System.nanoTime();
        return new Seen(pages.size(), redirects, (accepted - begun) / 1e6, (led - begun) / 1e6, (all - begun) / 1e6);
    }

    /** And everything is as it was. */
    public void undo(String plan) throws IOException {
        long begun = System.nanoTime();
        press(plan, "undo");
        awaitAll(begun, name("a"), name("b"));
        for (var half : List.of("a", "b")) await(begun, "/departments/%s/".formatted(code(half)), 200, name(half));
        await(begun, "/departments/%s/".formatted(code("c")), 301, "");
    }

    public String name(String half) {
        return "統合試験課%s-%s".formatted(half, key);
    }

    private String code(String half) {
        return "%s-%s".formatted(key, half);
    }

    private String create(String name) throws IOException {
        var made = Forms.submit(http, http.get(plans).expect(200), Map.of("name", name))
                .expect(302);
        return plans + "/" + made.header("Location").replaceAll(".*/(\\d+).*", "$1");
    }

    private void add(String plan, String kind, Map<String, String> fields) throws IOException {
        var page = http.get("%s/add/%s".formatted(plan, kind)).expect(200);
        Forms.submit(http, page, fields).expect(302);
    }

    private void press(String plan, String act) throws IOException {
        var page = http.get(plan).expect(200);
        var form = page.page().selectFirst("form[action$=/" + act + "]");
        if (form == null) throw new IllegalStateException("No button " + act + " on " + page);
        var fields = new LinkedHashMap<String, String>();
        for (var input : form.select("input[name]")) fields.put(input.attr("name"), input.attr("value"));
        http.post(plan + "/" + act, fields).expect(302);
    }

    private int awaitRedirects(long begun) throws IOException {
        int count = 0;
        for (var half : List.of("a", "b")) {
            int numbered = (pages.size() / 2 + 19) / 20;
            for (var variant : List.of("", "/l", "/t")) {
                var folder = "%s/departments/%s/".formatted(variant, code(half));
                await(begun, folder, 301, "");
                await(begun, "%s/inquiry/%s".formatted(variant, code(half)), 301, "");
                for (int page = 1; page <= numbered; page++) await(begun, folder + "p/" + page, 301, "");
                count += 2 + numbered;
            }
        }
        return count;
    }

    private void await(long begun, String path, int status, String text) throws IOException {
        while (true) {
            var answer = http.get(demonstration.publicUrl() + SITE + path);
            if (answer.status() == status && (text.isEmpty() || answer.text().contains(text))) {
                if (status == 301)
                    http.get(demonstration.publicUrl() + answer.header("Location"))
                            .expect(200);
                return;
            }
            rest(begun, answer.toString());
        }
    }

    /** Until every page names one of the two departments, in each variant of the page. */
    private void awaitAll(long begun, String one, String other) throws IOException {
        var left = new ArrayDeque<String>();
        for (var page : pages)
            for (var variant : List.of("", "/l", "/t")) left.add(SITE + variant + page.substring(SITE.length()));
        while (!left.isEmpty()) {
            var path = left.peek();
            var answer = http.get(demonstration.publicUrl() + path);
            var text = answer.text();
            if (answer.status() == 200 && (text.contains(one) || text.contains(other))) left.remove();
            else rest(begun, path);
        }
    }

    private static void rest(long begun, String what) throws IOException {
        if (System.nanoTime() - begun > WAIT_NANOS_MAX) throw new IOException("After a minute still not: " + what);
        LockSupport.parkNanos(10_000_000);
    }
}
