package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import noroshi.channels.Dispatches;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Mail that went, goes, waits for a word, or came back. */
@Controller
class DispatchController {

    private final DispatchScreens screens;
    private final Dispatches dispatches;

    DispatchController(DispatchScreens screens, Dispatches dispatches) {
        this.screens = screens;
        this.dispatches = dispatches;
    }

    @GetMapping("/dispatches")
    View show(
            Frame frame,
            Acting acting,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "false") boolean addresses,
            @RequestParam(defaultValue = "") String after) {
        if (addresses && !acting.isAdministrator()) throw Refused.administratorsOnly("登録者のアドレス");
        return Screen.of("dispatches", frame)
                .with("acting", acting)
                .with("board", screens.board(acting, before, addresses, after));
    }

    @PostMapping("/dispatches/{id}/release")
    View release(Acting acting, @PathVariable long id, HttpServletRequest request) {
        check(acting);
        boolean released =
                dispatches.release(acting.code(), id, acting.officer().id());
        Notice.leave(request, released ? "保留を解除しました。順に送られます。" : "すでに解除されたか中止されています。何も変わっていません。");
        return new RedirectView(acting.at("/dispatches"));
    }

    @PostMapping("/dispatches/{id}/stop")
    View stop(Acting acting, @PathVariable long id, HttpServletRequest request) {
        check(acting);
        boolean stopped = dispatches.stop(acting.code(), id, acting.officer().id());
        Notice.leave(request, stopped ? "配信を中止しました。まだ送っていない分は送られません。" : "すでに中止されているか、見つかりません。何も変わっていません。");
        return new RedirectView(acting.at("/dispatches"));
    }

    private static void check(Acting acting) {
        if (!DispatchScreens.mayDecide(acting))
            throw new Refused(403, "配信の解除と中止はできません", "緊急発信担当、公開担当か管理者だけが行えます。急ぐときは、それらの職員に依頼してください。");
    }
}
