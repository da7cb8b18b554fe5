package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import noroshi.care.AskForCare;
import noroshi.care.FinishCare;
import noroshi.care.RepairLink;
import noroshi.people.Role;
import noroshi.publishing.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What is done about a page that wants care: repair a link, ask a colleague, say that it is done. */
@Controller
class CareActController {

    private final CareScreens screens;
    private final ArticleDesk desk;
    private final RepairLink repairLink;
    private final AskForCare askForCare;
    private final FinishCare finishCare;
    private final InstantSource clock;

    CareActController(
            CareScreens screens,
            ArticleDesk desk,
            RepairLink repairLink,
            AskForCare askForCare,
            FinishCare finishCare,
            InstantSource clock) {
        this.screens = screens;
        this.desk = desk;
        this.repairLink = repairLink;
        this.askForCare = askForCare;
        this.finishCare = finishCare;
        this.clock = clock;
    }

    @PostMapping("/care/links/repair")
    View repair(
            Acting acting,
            @RequestParam long article,
            @RequestParam String address,
            @RequestParam String replacement,
            HttpServletRequest request) {
        var outcome = repairLink.handle(new RepairLink.Command(
                acting.code(), article, address, replacement.strip(), acting.officer(), clock.instant()));
        switch (outcome) {
            case Outcome.Done done -> {
                Notice.leave(
                        request,
                        "リンクを直した第%d版を下書きに保存しました。確かめて公開してください。"
                                .formatted(done.edition().number()));
                return new RedirectView("/articles/" + article);
            }
            case Outcome.NotAllowed(var reason) -> throw new Refused(409, "リンクを直せませんでした", reason);
            case Outcome.Missing(var what) -> throw new Refused(404, "記事が見つかりません", what);
            case Outcome.Invalid invalid ->
                throw new Refused(
                        422, "リンクを直せませんでした", invalid.problems().getFirst().message() + "編集画面で直してください。");
            case Outcome.Flawed flawed -> throw new Refused(422, "リンクを直せませんでした", "記事に直すところがあります。編集画面で直してください。");
            case Outcome.Overtaken overtaken ->
                throw new Refused(409, "リンクを直せませんでした", "ほかの職員が先に新しい版を書きました。一覧を開き直してください。");
        }
    }

    @GetMapping("/care/ask")
    View ask(
            Frame frame,
            Acting acting,
            @RequestParam String article,
            @RequestParam(defaultValue = "repair") String wish) {
        return form(frame, acting, article, wish, "", "");
    }

    private View form(Frame frame, Acting acting, String id, String wish, String note, String problem) {
        var article = desk.article(acting.officer(), id);
        var colleagues = screens.colleagues(article.government()).stream()
                .filter(officer -> officer.has(Role.AUTHOR) || officer.has(Role.PUBLISHER))
                .toList();
        var screen = Screen.of("careask", frame)
                .with("acting", acting)
                .with("article", article)
                .with("edition", desk.edition(article, article.newestEdition()))
                .with("colleagues", colleagues)
                .with("wish", wish)
                .with("note", note)
                .with("problem", problem);
        return problem.isEmpty() ? screen : screen.status(422);
    }

    @PostMapping("/care/ask")
    View asked(
            Frame frame,
            Acting acting,
            @RequestParam String article,
            @RequestParam(defaultValue = "repair") String wish,
            @RequestParam(defaultValue = "0") long officer,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        var found = desk.article(acting.officer(), article);
        var wanted = wish.equals("withdraw") ? AskForCare.Wish.WITHDRAW : AskForCare.Wish.REPAIR;
        var outcome = askForCare.handle(new AskForCare.Command(
                found.government(), found.id(), wanted, officer, note, acting.officer(), clock.instant()));
        return switch (outcome) {
            case AskForCare.Outcome.Asked(var id, var name) -> {
                Notice.leave(request, "%sさんに%sを依頼しました。%sさんのホームに出ます。".formatted(name, wanted.japanese(), name));
                yield new RedirectView(acting.at("/care/requests"));
            }
            case AskForCare.Outcome.Refused(var reason) -> form(frame, acting, article, wish, note, reason);
        };
    }

    @PostMapping("/care/requests/{id}/done")
    View done(Acting acting, @PathVariable long id, HttpServletRequest request) {
        boolean done = finishCare.handle(new FinishCare.Command(acting.code(), id, acting.officer(), clock.instant()));
        Notice.leave(request, done ? "依頼を済みにしました。" : "すでに済んでいるか、見つかりません。何も変わっていません。");
        return new RedirectView(acting.at("/care/requests"));
    }
}
