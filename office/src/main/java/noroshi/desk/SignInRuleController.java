package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Set;
import noroshi.people.Role;
import noroshi.people.SecondFactors;
import noroshi.people.Sessions;
import noroshi.people.StaffOutcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** How officers of a government must sign in, and where one of them is signed in. */
@Controller
class SignInRuleController {

    private final SecondFactors factors;
    private final Sessions sessions;
    private final StaffScreens screens;
    private final InstantSource clock;

    SignInRuleController(SecondFactors factors, Sessions sessions, StaffScreens screens, InstantSource clock) {
        this.factors = factors;
        this.sessions = sessions;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/settings/sign-in")
    View show(Frame frame, Acting acting) {
        SettingsController.check(acting);
        return Screen.of("signinrule", frame)
                .with("acting", acting)
                .with("roles", Role.values())
                .with("required", factors.requiredOf(acting.code()));
    }

    @PostMapping("/settings/sign-in")
    View change(Acting acting, @RequestParam(defaultValue = "") Set<Role> roles, HttpServletRequest request) {
        var outcome = factors.require(acting.code(), roles, acting.officer());
        return after(outcome, acting, request, "サインインの決まりを変えました。", "/settings/sign-in");
    }

    @GetMapping("/settings/officers/{id}/sign-ins")
    View list(Frame frame, Acting acting, @PathVariable long id) {
        SettingsController.check(acting);
        return Screen.of("signins", frame)
                .with("acting", acting)
                .with("sheet", screens.sheet(acting, id))
                .with("rows", SessionRow.of(sessions.list(acting.code(), id), null));
    }

    @PostMapping("/settings/officers/{id}/sign-ins/end")
    View end(Acting acting, @PathVariable long id, HttpServletRequest request) {
        var outcome = sessions.endAll(acting.code(), id, acting.officer(), clock.instant());
        return after(
                outcome, acting, request, "この職員のサインインをすべて終わらせました。", "/settings/officers/%d/sign-ins".formatted(id));
    }

    @PostMapping("/settings/officers/{id}/second-factor/reset")
    View reset(Acting acting, @PathVariable long id, HttpServletRequest request) {
        var outcome = factors.reset(acting.code(), id, acting.officer());
        return after(
                outcome, acting, request, "認証アプリとパスキーの登録を取り消しました。", "/settings/officers/%d/sign-ins".formatted(id));
    }

    private static View after(
            StaffOutcome outcome, Acting acting, HttpServletRequest request, String done, String next) {
        switch (outcome) {
            case StaffOutcome.Done ok -> Notice.leave(request, done);
            case StaffOutcome.DoneWithPassword ok -> Notice.leave(request, done);
            case StaffOutcome.Invalid(var field, var message) -> throw new Refused(422, "変更できませんでした", message);
            case StaffOutcome.Missing missing -> throw Refused.missing("職員");
            case StaffOutcome.NotAllowed(var reason) -> throw new Refused(403, "この操作はできません", reason);
        }
        return new RedirectView(acting.at(next));
    }
}
