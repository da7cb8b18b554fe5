package noroshi.desk;

import noroshi.people.OidcSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The door of the office; who may pass is decided by {@code people}. */
@Controller
class SignInController {

    private final OidcSettings oidc;

    SignInController(OidcSettings oidc) {
        this.oidc = oidc;
    }

    @GetMapping("/sign-in")
    View signIn(
            Frame frame,
            @RequestParam(required = false) @Nullable String problem,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut) {
        return Screen.of("signin", frame)
                .with("problem", problem == null ? "" : sentence(problem))
                .with("outside", oidc.isOn() ? oidc.name() : "")
                .with("notice", signedOut == null ? "" : "サインアウトしました。");
    }

    /** Asked after the password, of those who have an authenticator app. */
    @GetMapping("/sign-in/code")
    View code(Frame frame, @RequestParam(required = false) @Nullable String problem) {
        return Screen.of("signincode", frame).with("problem", problem == null ? "" : codeSentence(problem));
    }

    private static String codeSentence(String problem) {
        return problem.equals("locked")
                ? "続けて間違えたため、しばらく受け付けません。少し待つか、管理者に連絡してください。"
                : "確認コードが違うか、すでに使われています。アプリに新しいコードが出るのを待って、もう一度入力してください。";
    }

    private static String sentence(String problem) {
        return switch (problem) {
            case "locked" -> "続けて間違えたため、しばらくサインインできません。15分ほど待ってからもう一度お試しください。急ぐときは管理者に連絡してください。";
            case "over" -> "時間がたったため、はじめからサインインしてください。";
            case "oidc" -> "外部の認証を確認できませんでした。もう一度試すか、パスワードでサインインしてください。";
            case "unknown" -> "この認証では、登録された職員が見つかりません。所属する団体の管理者に連絡してください。";
            case "passkey" -> "パスキーを確認できませんでした。もう一度試すか、パスワードでサインインしてください。";
            case "stale" -> "サインインの画面を長く開いたままでした。もう一度入力してください。";
            case "busy" -> "ただいまサインインを確認できません。少し待ってからもう一度お試しください。続くときはシステム担当に連絡してください。";
            default -> "職員IDまたはパスワードが違います。入力を確かめて、もう一度お試しください。";
        };
    }
}
