package noroshi.desk;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The door of the office; who may pass is decided by {@code people}. */
@Controller
class SignInController {

    @GetMapping("/sign-in")
    View signIn(
            Frame frame,
            @RequestParam(required = false) @Nullable String problem,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut) {
        return Screen.of("signin", frame)
                .with("problem", problem == null ? "" : sentence(problem))
                .with("notice", signedOut == null ? "" : "サインアウトしました。");
    }

    private static String sentence(String problem) {
        return switch (problem) {
            case "locked" -> "続けて間違えたため、しばらくサインインできません。15分ほど待ってからもう一度お試しください。急ぐときは管理者に連絡してください。";
            case "busy" -> "ただいまサインインを確認できません。少し待ってからもう一度お試しください。続くときはシステム担当に連絡してください。";
            default -> "職員IDまたはパスワードが違います。入力を確かめて、もう一度お試しください。";
        };
    }
}
