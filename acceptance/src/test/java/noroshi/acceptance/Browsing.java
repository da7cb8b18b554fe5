package noroshi.acceptance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The distribution's Chromium, driven by Playwright; tests that need it are skipped aloud where there is none. */
final class Browsing implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final BrowserContext context;

    Browsing() {
        var program = program();
        if (program.isEmpty()) System.out.println("skipped: no Chromium in PATH, no walk through the pages");
        Assumptions.assumeTrue(program.isPresent(), "no Chromium in PATH");
        context = Started.browser(program.orElseThrow())
                .newContext(new Browser.NewContextOptions().setLocale("ja-JP").setTimezoneId("Asia/Tokyo"));
        context.setDefaultTimeout(20_000);
    }

    /** One browser for all tests, because starting it takes longer than most of them; each test has a context of its own. */
    private static final class Started {

        private static @Nullable Browser browser;

        static synchronized Browser browser(Path program) {
            var running = browser;
            if (running != null) return running;
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            var started = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setChromiumSandbox(false)
                            .setArgs(List.of(
                                    "--disable-background-networking", "--disable-dev-shm-usage", "--disable-gpu")));
            browser = started;
            return started;
        }
    }

    static boolean isPossible() {
        return program().isPresent();
    }

    Page page() {
        return context.newPage();
    }

    /**
     * What axe-core finds on the page as it stands, one a line; a page shown in a frame is looked at by itself. Its legacy mode only
     * leaves out frames of other sites, and the second tab that each look would open for them.
     */
    static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .exclude(List.of("iframe")).setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> page.url() + ": " + rule.getId() + " (" + rule.getHelp() + ") at "
                                        + node.getHtml()))
                        .toList();
    }

    /** Elements that make the page wider than a small telephone, empty when it fits. */
    static List<String> tooWide(Page page) {
        page.setViewportSize(320, 640);
        var wide = page.evaluate("""
                () => document.documentElement.scrollWidth <= 320 ? [] :
                  [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 321)
                    .slice(0, 3).map(e => e.outerHTML.slice(0, 120))""");
        page.setViewportSize(1280, 800);
        return ((List<?>) wide)
                .stream().map(each -> page.url() + " at 320 px: " + each).toList();
    }

    /** Steps with Tab through the page; whatever is wrong with that for somebody without a mouse. */
    static List<String> keyboard(Page page) {
        page.evaluate("() => { document.activeElement.blur(); window.scrollTo(0, 0) }");
        page.keyboard().press("Tab");
        var first = (String) page.evaluate("""
                () => { const main = document.querySelector('main');
                  const before = [...document.querySelectorAll('a[href], button, input, select, summary')].filter(e => main
                    && main.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING).length;
                  return before <= 5 ? '#' : document.activeElement.getAttribute('href') || document.activeElement.tagName }""");
        if (!first.startsWith("#")) return List.of(page.url() + ": the first stop is no skip link but " + first);
        for (int stop = 0; stop < 12; stop++) {
            var unseen = (String) page.evaluate("""
                    () => { const e = document.activeElement; if (e === document.body) return '';
                      const s = getComputedStyle(e); const r = e.getBoundingClientRect();
                      const shown = (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none';
                      return shown && r.width > 0 ? '' : e.outerHTML.slice(0, 120) }""");
            if (!unseen.isEmpty()) return List.of(page.url() + ": focus cannot be seen on " + unseen);
            page.keyboard().press("Tab");
        }
        return List.of();
    }

    private static Optional<Path> program() {
        var given = System.getenv().getOrDefault("NOROSHI_BROWSER", "");
        if (!given.isBlank()) return Optional.of(Path.of(given)).filter(Files::isExecutable);
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        context.close();
    }
}
