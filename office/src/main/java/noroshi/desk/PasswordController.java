package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import noroshi.people.ChangePassword;
import noroshi.people.Officer;
import noroshi.people.OfficerAccounts;
import noroshi.people.StaffOutcome;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** An officer's own password. */
@Controller
class PasswordController {

    private final ChangePassword change;
    private final OfficerAccounts accounts;
    private final Tenancy tenancy;
    private final InstantSource clock;

    PasswordController(ChangePassword change, OfficerAccounts accounts, Tenancy tenancy, InstantSource clock) {
        this.change = change;
        this.accounts = accounts;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping("/password")
    View show(Frame frame, Officer officer) {
        return screen(frame, officer, FieldTrouble.NONE);
    }

    @PostMapping("/password")
    View change(
            Frame frame,
            Officer officer,
            @RequestParam String now,
            @RequestParam String wanted,
            @RequestParam String again,
            HttpServletRequest request) {
        var outcome = change.handle(new ChangePassword.Command(officer, now, wanted, again, clock.instant()));
        if (outcome instanceof StaffOutcome.Invalid(var field, var message))
            return screen(frame, officer, new FieldTrouble(field, message)).status(422);
        Notice.leave(request, "パスワードを変更しました。");
        return new RedirectView("/");
    }

    private Screen screen(Frame frame, Officer officer, FieldTrouble trouble) {
        return Screen.of("password", frame)
                .with("trouble", trouble)
                .with("must", tenancy.in(officer.government(), () -> accounts.hasOneTimePassword(officer)))
                .with("min", ChangePassword.PASSWORD_CHARACTERS_MIN);
    }
}
