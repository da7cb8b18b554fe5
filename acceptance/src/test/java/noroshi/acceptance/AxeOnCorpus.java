package noroshi.acceptance;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** axe-core with every one of its rules, also the experimental ones, on the corpus's files in Chromium; nothing leaves the machine. */
final class AxeOnCorpus {

    private static final double TIMEOUT_MS = 10_000;
    private static final String HOST = "http://act.test";
    private static final String ROOT = "/WAI/content-assets/wcag-act-rules/";
    private static final String RUN = """
            async () => {
              const rules = axe.getRules().map(rule => rule.ruleId);
              const result = await axe.run(document, {runOnly: {type: 'rule', values: rules}, iframes: false, resultTypes: ['violations']});
              const found = {};
              for (const rule of result.passes) found[rule.id] = 'passed';
              for (const rule of result.incomplete) found[rule.id] = 'undecided';
              for (const rule of result.violations) found[rule.id] = 'failed';
              return found;
            }""";

    private final Supplier<Page> pages;
    private final Path folder;
    private final String axe;
    private final Map<String, List<String>> rulesByAct = new HashMap<>();

    private Page page;

    AxeOnCorpus(Supplier<Page> pages, Path folder) throws IOException {
        this.pages = pages;
        this.folder = folder;
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/axe.min.js"))) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        page = fresh();
    }

    private Page fresh() {
        var opened = pages.get();
        opened.route("**/*", this::answer);
        opened.setDefaultTimeout(TIMEOUT_MS);
        opened.setDefaultNavigationTimeout(TIMEOUT_MS);
        return opened;
    }

    /** passed, failed, undecided or inapplicable; "none": axe-core has no rule that carries out this one. */
    String outcome(ActCorpus.Case each) {
        try {
            page.navigate(
                    HOST + ROOT + each.path(),
                    new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
            page.evaluate(axe);
            if (rulesByAct.isEmpty()) learnRules();
            if (!rulesByAct.containsKey(each.ruleId())) return "none";
            return outcome(rulesByAct.get(each.ruleId()), (Map<?, ?>) page.evaluate(RUN));
        } catch (PlaywrightException e) {
            // The page went elsewhere by itself, or is no page; what it still does must not disturb the next one.
            page.close();
            page = fresh();
            return "undecided";
        }
    }

    private static String outcome(List<String> rules, Map<?, ?> found) {
        var outcomes = rules.stream().map(found::get).toList();
        for (var worst : List.of("failed", "undecided", "passed")) if (outcomes.contains(worst)) return worst;
        return "inapplicable";
    }

    private void learnRules() {
        var rules = (Map<?, ?>)
                page.evaluate("() => Object.fromEntries(axe.getRules().map(rule => [rule.ruleId, rule.actIds || []]))");
        rules.forEach((rule, ids) -> {
            for (var id : (List<?>) ids)
                rulesByAct
                        .computeIfAbsent(id.toString(), act -> new ArrayList<>())
                        .add(rule.toString());
        });
    }

    private void answer(Route route) {
        var address = route.request().url();
        var path = address.startsWith(HOST + ROOT)
                ? address.substring((HOST + ROOT).length()).replaceAll("[?#].*", "")
                : "";
        var file = folder.resolve(path).normalize();
        if (path.isEmpty() || !file.startsWith(folder) || !Files.isRegularFile(file)) {
            route.fulfill(new Route.FulfillOptions().setStatus(404).setBody(""));
            return;
        }
        route.fulfill(new Route.FulfillOptions().setPath(file).setContentType(type(path)));
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "svg" -> "image/svg+xml";
            case "xml" -> "text/xml";
            case "css" -> "text/css";
            case "js" -> "text/javascript";
            default -> "text/html; charset=utf-8";
        };
    }
}
