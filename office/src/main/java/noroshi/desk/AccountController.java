package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import noroshi.people.Officer;
import noroshi.people.SecondFactors;
import noroshi.people.Sessions;
import noroshi.people.SignedInHere;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What an officer decides about their own sign-in: where they are signed in, and what they prove. */
@Controller
class AccountController {

    private final Sessions sessions;
    private final SecondFactors factors;
    private final InstantSource clock;

    AccountController(Sessions sessions, SecondFactors factors, InstantSource clock) {
        this.sessions = sessions;
        this.factors = factors;
        this.clock = clock;
    }

    @GetMapping("/account")
    View show(Frame frame, Officer me, HttpServletRequest request) {
        return Screen.of("account", frame)
                .with("rows", SessionRow.of(sessions.list(me.government(), me.id()), SignedInHere.session(request, me)))
                .with("has", factors.has(me))
                .with("left", factors.recoveryCodesLeft(me));
    }

    @PostMapping("/account/sessions/end")
    View endOthers(Officer me, HttpServletRequest request) {
        int ended = sessions.end(me, null, SignedInHere.session(request, me), clock.instant());
        Notice.leave(request, "ほかの%d件のサインインを終わらせました。".formatted(ended));
        return new RedirectView("/account");
    }

    @PostMapping("/account/sessions/{id}/end")
    View end(Officer me, @PathVariable String id, HttpServletRequest request) {
        int ended = sessions.end(me, id, null, clock.instant());
        Notice.leave(request, ended > 0 ? "そのサインインを終わらせました。" : "そのサインインは、すでに終わっています。");
        return new RedirectView("/account");
    }

    @GetMapping("/account/second-factor")
    View factor(Frame frame, Officer me) {
        return factor(frame, me, FieldTrouble.NONE);
    }

    @PostMapping("/account/second-factor")
    View confirm(Frame frame, Officer me, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        var codes = factors.confirm(me, code, clock.instant());
        if (codes.isEmpty())
            return factor(frame, me, new FieldTrouble("code", "確認コードが違います。アプリに出ている6桁の数字を、切り替わる前に入力してください。"))
                    .status(422);
        return Screen.of("recoverycodes", frame).with("codes", codes);
    }

    @PostMapping("/account/second-factor/remove")
    View remove(Frame frame, Officer me, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        if (!factors.remove(me, code, clock.instant()))
            return factor(frame, me, new FieldTrouble("code", "確認コードが違うか、すでに使われています。新しいコードを入力してください。"))
                    .status(422);
        Notice.leave(request, "認証アプリの登録を取り消しました。");
        return new RedirectView("/account");
    }

    private Screen factor(Frame frame, Officer me, FieldTrouble trouble) {
        var offer = factors.offer(me);
        return Screen.of("secondfactor", frame)
                .with("trouble", trouble)
                .with("has", offer.isEmpty())
                .with("must", factors.isRequired(me))
                .with("secret", offer.map(SecondFactors.Offer::secret).orElse(""))
                .with(
                        "code",
                        offer.map(o -> QrCode.of(o.address())).map(List::of).orElse(List.of()));
    }
}
