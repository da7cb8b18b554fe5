package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import noroshi.people.Role;
import noroshi.platform.DeadLetters;
import noroshi.platform.Tenancy;
import noroshi.site.CommandShownMode;
import noroshi.site.RestoredSite;
import noroshi.site.ShownMode;
import noroshi.site.SiteState;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** How office, database, beacons and mail stand, and what to do about each problem. */
@Controller
class StatusController {

    private final StatusScreens screens;
    private final DeadLetters deadLetters;
    private final RestoredSite restored;
    private final Tenancy tenancy;
    private final SiteState site;
    private final CommandShownMode commandShownMode;
    private final InstantSource clock;

    StatusController(
            StatusScreens screens,
            DeadLetters deadLetters,
            RestoredSite restored,
            Tenancy tenancy,
            SiteState site,
            CommandShownMode commandShownMode,
            InstantSource clock) {
        this.screens = screens;
        this.deadLetters = deadLetters;
        this.restored = restored;
        this.tenancy = tenancy;
        this.site = site;
        this.commandShownMode = commandShownMode;
        this.clock = clock;
    }

    @GetMapping("/status")
    View show(Frame frame, Acting acting) {
        return Screen.of("status", frame)
                .with("acting", acting)
                .with("board", screens.board(acting))
                .with("restored", restoredPages(acting));
    }

    private List<RestoredSite.Page> restoredPages(Acting acting) {
        return StatusScreens.seesAll(acting)
                ? tenancy.everywhere(restored::pages)
                : tenancy.in(acting.code(), restored::pages);
    }

    @PostMapping("/status/restored/withdraw")
    View withdraw(
            Acting acting, @RequestParam String government, @RequestParam String path, HttpServletRequest request) {
        if (!acting.has(Role.ADMINISTRATOR)) throw Refused.administratorsOnly("復元後に残ったページの公開終了");
        if (!StatusScreens.seesAll(acting) && !government.equals(acting.code()))
            throw Refused.administratorsOnly("ほかの団体のページの公開終了");
        boolean found = restored.withdraw(government, path, acting.officer().id());
        Notice.leave(request, found ? "公開を終えました。" : "すでに公開を終えているか、記事として作り直されています。何も変わっていません。");
        return new RedirectView(acting.at("/status"));
    }

    @PostMapping("/status/outbox/{id}/retry")
    View retry(Acting acting, @PathVariable long id, HttpServletRequest request) {
        long officer = acting.officer().id();
        return decide(acting, request, "もう一度処理するよう登録しました。", () -> deadLetters.retry(id, officer));
    }

    @PostMapping("/status/outbox/{id}/discard")
    View discard(Acting acting, @PathVariable long id, HttpServletRequest request) {
        long officer = acting.officer().id();
        return decide(acting, request, "破棄しました。この処理は行われません。", () -> deadLetters.discard(id, officer));
    }

    @GetMapping("/status/mode")
    View confirmMode(Frame frame, Acting acting, @RequestParam(defaultValue = "") String mode) {
        if (!CommandShownMode.mayCommand(acting.officer())) throw mayNotCommand();
        return Screen.of("statusmode", frame)
                .with("acting", acting)
                .with("now", site.mode())
                .with("wanted", ShownMode.of(mode));
    }

    @PostMapping("/status/mode")
    View command(
            Acting acting,
            @RequestParam(defaultValue = "") String mode,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var wanted = ShownMode.of(mode);
        switch (commandShownMode.handle(
                new CommandShownMode.Command(wanted, reason, acting.officer(), clock.instant()))) {
            case CommandShownMode.Outcome.Done() ->
                Notice.leave(request, "公開ページの表示を「%s」に切り替えました。すべてののろし台に1秒ほどで届きます。".formatted(wanted.japanese()));
            case CommandShownMode.Outcome.AlreadySo() ->
                Notice.leave(request, "すでに「%s」です。何も変わっていません。".formatted(wanted.japanese()));
            case CommandShownMode.Outcome.NotAllowed() -> throw mayNotCommand();
        }
        return new RedirectView("/status");
    }

    private static Refused mayNotCommand() {
        return new Refused(403, "表示を切り替えられません", "公開ページの表示を切り替えられるのは、県の緊急発信担当と管理者だけです。危機管理の担当に依頼してください。");
    }

    private View decide(Acting acting, HttpServletRequest request, String done, BooleanSupplier act) {
        if (!acting.has(Role.ADMINISTRATOR)) throw Refused.administratorsOnly("止まった処理のやり直しと破棄");
        boolean found = StatusScreens.seesAll(acting)
                ? tenancy.everywhere(act::getAsBoolean)
                : tenancy.in(acting.code(), act::getAsBoolean);
        Notice.leave(request, found ? done : "すでに処理されたか破棄されています。何も変わっていません。");
        return new RedirectView(acting.at("/status"));
    }
}
