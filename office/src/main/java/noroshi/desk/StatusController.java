package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;
import noroshi.people.Role;
import noroshi.platform.DeadLetters;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** How office, database, beacons and mail stand, and what to do about each problem. */
@Controller
class StatusController {

    private final StatusScreens screens;
    private final DeadLetters deadLetters;
    private final Tenancy tenancy;

    StatusController(StatusScreens screens, DeadLetters deadLetters, Tenancy tenancy) {
        this.screens = screens;
        this.deadLetters = deadLetters;
        this.tenancy = tenancy;
    }

    @GetMapping("/status")
    View show(Frame frame, Acting acting) {
        return Screen.of("status", frame).with("acting", acting).with("board", screens.board(acting));
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

    private View decide(Acting acting, HttpServletRequest request, String done, BooleanSupplier act) {
        if (!acting.has(Role.ADMINISTRATOR)) throw Refused.administratorsOnly("止まった処理のやり直しと破棄");
        boolean found = StatusScreens.seesAll(acting)
                ? tenancy.everywhere(act::getAsBoolean)
                : tenancy.in(acting.code(), act::getAsBoolean);
        Notice.leave(request, found ? done : "すでに処理されたか破棄されています。何も変わっていません。");
        return new RedirectView(acting.at("/status"));
    }
}
