package noroshi.acceptance;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Follows links and looks at a page of each type: accessible, narrow enough, usable by keyboard. */
final class EveryPage {

    private static final int OF_A_TYPE_MAX = 1;
    private static final int PAGES_MAX = 220;

    private final Page page;
    private final String base;
    private final UnaryOperator<String> type;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    /** @param type of a path: pages whose type is the same are alike; empty for what is no page to look at */
    EveryPage(Page page, String base, UnaryOperator<String> type) {
        this.page = page;
        this.base = base;
        this.type = type;
    }

    List<String> problemsFrom(List<String> paths) {
        var next = new ArrayDeque<String>();
        paths.forEach(path -> offer(next, path));
        for (int looked = 0; !next.isEmpty() && looked < PAGES_MAX; looked++) {
            var path = next.poll();
            var answer = opened(path);
            if (answer == null
                    || !answer.headers().getOrDefault("content-type", "").startsWith("text/html")) continue;
            if (answer.status() >= 400 && !path.contains("no-such-page")) problems.add(path + " → " + answer.status());
            look();
            for (var link : links()) offer(next, link);
        }
        return problems;
    }

    /** Null: it is a file to save, no page to look at. */
    private @Nullable Response opened(String path) {
        try {
            return page.navigate(base + path);
        } catch (PlaywrightException e) {
            if (String.valueOf(e.getMessage()).contains("Download is starting")) return null;
            throw e;
        }
    }

    Map<String, Integer> types() {
        return seen;
    }

    private void look() {
        problems.addAll(Browsing.violations(page));
        problems.addAll(Browsing.tooWide(page));
        problems.addAll(Browsing.keyboard(page));
    }

    private void offer(ArrayDeque<String> next, String path) {
        var kind = type.apply(path);
        if (!kind.isEmpty() && seen.merge(kind, 1, Integer::sum) <= OF_A_TYPE_MAX) next.add(path);
    }

    private List<String> links() {
        var all = (List<?>)
                page.evaluate("() => [...document.querySelectorAll('a[href]:not([download])')].map(a => a.href)");
        return all.stream()
                .map(Object::toString)
                .filter(href -> href.startsWith(base + "/"))
                .map(href -> href.substring(base.length()).replaceAll("#.*", ""))
                .distinct()
                .toList();
    }
}
