package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import noroshi.care.Checkup;
import noroshi.care.StartCheck;
import noroshi.checks.Rule;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 点検: what the rules find on every public page, by department, by rule and page by page. */
@Controller
class CareController {

    private static final int PAGES_MAX = 1_000;

    private final CareScreens screens;
    private final Checkup checkup;
    private final StartCheck startCheck;
    private final ArticleDesk desk;
    private final Tenancy tenancy;
    private final InstantSource clock;

    CareController(
            CareScreens screens,
            Checkup checkup,
            StartCheck startCheck,
            ArticleDesk desk,
            Tenancy tenancy,
            InstantSource clock) {
        this.screens = screens;
        this.checkup = checkup;
        this.startCheck = startCheck;
        this.desk = desk;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping("/care")
    View report(Frame frame, Acting acting, @RequestParam(defaultValue = "") String department) {
        var sieve = screens.sieve(acting.code(), department);
        return Screen.of("care", frame).with("acting", acting).with("board", screens.board(acting, sieve));
    }

    @PostMapping("/care/check")
    View start(Acting acting, @RequestParam(defaultValue = "false") boolean anew, HttpServletRequest request) {
        var outcome = startCheck.handle(new StartCheck.Command(acting.code(), anew, acting.officer(), clock.instant()));
        switch (outcome) {
            case StartCheck.Outcome.Started(var pages) ->
                Notice.leave(
                        request,
                        pages == 0
                                ? "すべての公開ページが点検済みです。前回から変わったページはありません。"
                                : "%,dページの点検を始めました。この画面を開き直すと、進み具合が分かります。".formatted(pages));
            case StartCheck.Outcome.AlreadyRunning() -> Notice.leave(request, "点検はすでに進んでいます。終わるまでお待ちください。");
            case StartCheck.Outcome.NotAllowed(var reason) -> throw new Refused(403, "点検を始められません", reason);
        }
        return new RedirectView(acting.at("/care"));
    }

    @GetMapping("/care/pages")
    View pages(
            Frame frame,
            Acting acting,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "0") int page) {
        var sieve = screens.sieve(acting.code(), department);
        var chosen = rule(rule);
        int at = Math.clamp(page, 0, PAGES_MAX);
        var found = screens.pages(acting.code(), sieve, chosen, at);
        return Screen.of("carepages", frame)
                .with("acting", acting)
                .with("pages", found.stream().limit(Checkup.PAGE_MAX).toList())
                .with("page", at)
                .with("more", found.size() > Checkup.PAGE_MAX)
                .with("department", sieve.code())
                .with("departments", sieve.choices())
                .with("rule", chosen.map(Rule::id).orElse(""))
                .with("rules", Rule.values());
    }

    @GetMapping("/care/pages/{id}")
    View page(Frame frame, Acting acting, @PathVariable String id) {
        var article = desk.article(acting.officer(), id);
        var number = article.publicEdition() == null ? article.newestEdition() : article.publicEdition();
        return Screen.of("carepage", frame)
                .with("acting", acting)
                .with("article", article)
                .with("edition", desk.edition(article, number))
                .with("findings", screens.findings(article.government(), article.id()));
    }

    @GetMapping("/care/findings.csv")
    View csv(Acting acting, @RequestParam(defaultValue = "") String department) {
        var sieve = screens.sieve(acting.code(), department);
        var names = screens.names(sieve);
        return TableFile.of("findings-" + acting.code(), out -> {
            out.row("課室", "記事番号", "題名", "アドレス", "重さ", "規則", "達成基準", "場所", "行", "該当箇所", "理由と直し方");
            tenancy.run(
                    acting.code(),
                    () -> checkup.each(acting.code(), sieve.department(), cells -> {
                        var named = cells.clone();
                        named[0] = names.getOrDefault(cells[0].isEmpty() ? "-" : cells[0], cells[0]);
                        out.row((Object[]) named);
                    }));
        });
    }

    private static Optional<Rule> rule(String id) {
        return Arrays.stream(Rule.values()).filter(rule -> rule.id().equals(id)).findFirst();
    }
}
