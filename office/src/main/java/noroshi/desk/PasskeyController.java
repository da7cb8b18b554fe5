package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import noroshi.people.Officer;
import noroshi.people.Passkeys;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** An officer's passkeys. Browsers make and use them by script only; everything else about them works without. */
@Controller
class PasskeyController {

    private final Passkeys passkeys;

    PasskeyController(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @GetMapping("/account/passkeys")
    View show(Frame frame, Officer me) {
        return screen(frame, me, FieldTrouble.NONE);
    }

    @GetMapping("/account/passkeys/options")
    ResponseEntity<byte[]> offer(Officer me, HttpServletRequest request) {
        return json(passkeys.offer(me, request.getSession()));
    }

    @PostMapping("/account/passkeys")
    View add(
            Frame frame,
            Officer me,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String label,
            HttpServletRequest request) {
        if (!passkeys.add(me, answer, label, request.getSession()))
            return screen(frame, me, new FieldTrouble("label", "パスキーを登録できませんでした。名前を入れて、もう一度お試しください（1人10個まで）。"))
                    .status(422);
        Notice.leave(request, "パスキーを登録しました。次からパスワードなしでサインインできます。");
        return new RedirectView("/account/passkeys");
    }

    @PostMapping("/account/passkeys/{id}/remove")
    View remove(Officer me, @PathVariable String id, HttpServletRequest request) {
        Notice.leave(request, passkeys.remove(me, id) ? "パスキーを取り消しました。" : "そのパスキーは、すでに取り消されています。");
        return new RedirectView("/account/passkeys");
    }

    @GetMapping("/sign-in/passkey/options")
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        return json(passkeys.ask(request.getSession()));
    }

    private static ResponseEntity<byte[]> json(String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private Screen screen(Frame frame, Officer me, FieldTrouble trouble) {
        return Screen.of("passkeys", frame)
                .with("trouble", trouble)
                .with(
                        "keys",
                        passkeys.list(me).stream()
                                .map(k -> new PasskeyRow(
                                        k.id(), k.label(), Moments.brief(k.createdAt()), Moments.brief(k.usedAt())))
                                .toList());
    }
}
