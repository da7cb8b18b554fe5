package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Set;
import noroshi.people.AddOfficer;
import noroshi.people.ChangeOfficer;
import noroshi.people.DeactivateOfficer;
import noroshi.people.OfficerForm;
import noroshi.people.ResetPassword;
import noroshi.people.Role;
import noroshi.people.StaffOutcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The officers of a government: who there is, new ones, their roles, those who left, new passwords. */
@Controller
class StaffController {

    private final StaffScreens screens;
    private final AddOfficer add;
    private final ChangeOfficer change;
    private final DeactivateOfficer deactivate;
    private final ResetPassword reset;
    private final InstantSource clock;

    StaffController(
            StaffScreens screens,
            AddOfficer add,
            ChangeOfficer change,
            DeactivateOfficer deactivate,
            ResetPassword reset,
            InstantSource clock) {
        this.screens = screens;
        this.add = add;
        this.change = change;
        this.deactivate = deactivate;
        this.reset = reset;
        this.clock = clock;
    }

    @GetMapping("/settings/officers")
    View list(Frame frame, Acting acting, HttpServletRequest request) {
        return list(frame, acting, request, StaffSheet.Fields.EMPTY, FieldTrouble.NONE);
    }

    @PostMapping("/settings/officers")
    View add(
            Frame frame,
            Acting acting,
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") Set<Role> roles,
            HttpServletRequest request) {
        var outcome = add.handle(new AddOfficer.Command(
                acting.code(),
                login.strip(),
                new OfficerForm(name, department, email, roles),
                acting.officer(),
                clock.instant()));
        if (outcome instanceof StaffOutcome.Invalid(var field, var message))
            return list(
                            frame,
                            acting,
                            request,
                            new StaffSheet.Fields(login, name, department, email, roles),
                            new FieldTrouble(field, message))
                    .status(422);
        return after(outcome, acting, request, "職員を追加しました。", "/settings/officers");
    }

    @GetMapping("/settings/officers/{id}")
    View show(Frame frame, Acting acting, @PathVariable long id, HttpServletRequest request) {
        SettingsController.check(acting);
        return Screen.of("officer", frame)
                .with("acting", acting)
                .with("trouble", FieldTrouble.NONE)
                .with("secret", Secret.take(request))
                .with("sheet", screens.sheet(acting, id));
    }

    @PostMapping("/settings/officers/{id}")
    View change(
            Frame frame,
            Acting acting,
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") Set<Role> roles,
            HttpServletRequest request) {
        var outcome = change.handle(new ChangeOfficer.Command(
                acting.code(), id, new OfficerForm(name, department, email, roles), acting.officer()));
        if (outcome instanceof StaffOutcome.Invalid(var field, var message))
            return Screen.of("officer", frame)
                    .with("acting", acting)
                    .with("trouble", new FieldTrouble(field, message))
                    .with("secret", Secret.take(request))
                    .with("sheet", screens.sheet(acting, id, name, department, email, roles))
                    .status(422);
        return after(outcome, acting, request, "職員の情報を変更しました。", "/settings/officers/" + id);
    }

    @PostMapping("/settings/officers/{id}/active")
    View activate(Acting acting, @PathVariable long id, @RequestParam boolean active, HttpServletRequest request) {
        var outcome = deactivate.handle(new DeactivateOfficer.Command(acting.code(), id, active, acting.officer()));
        var done = active ? "利用を再開しました。" : "利用を止めました。サインイン中の画面とAPIトークンも使えなくなりました。";
        return after(outcome, acting, request, done, "/settings/officers/" + id);
    }

    @PostMapping("/settings/officers/{id}/password")
    View reset(Acting acting, @PathVariable long id, HttpServletRequest request) {
        var outcome = reset.handle(new ResetPassword.Command(acting.code(), id, acting.officer()));
        return after(outcome, acting, request, "パスワードを再発行しました。", "/settings/officers/" + id);
    }

    private View after(StaffOutcome outcome, Acting acting, HttpServletRequest request, String done, String next) {
        switch (outcome) {
            case StaffOutcome.Done ok -> Notice.leave(request, done);
            case StaffOutcome.DoneWithPassword(long id, String login, String password) -> {
                Notice.leave(request, done);
                Secret.leave(request, "職員ID「%s」の初回用パスワード".formatted(login), password);
            }
            case StaffOutcome.Invalid(var field, var message) -> throw new Refused(422, "変更できませんでした", message);
            case StaffOutcome.Missing missing -> throw Refused.missing("職員");
            case StaffOutcome.NotAllowed(var reason) -> throw new Refused(403, "この操作はできません", reason);
        }
        return new RedirectView(acting.at(next));
    }

    private Screen list(
            Frame frame, Acting acting, HttpServletRequest request, StaffSheet.Fields fields, FieldTrouble trouble) {
        SettingsController.check(acting);
        return Screen.of("officers", frame)
                .with("acting", acting)
                .with("trouble", trouble)
                .with("secret", Secret.take(request))
                .with("sheet", screens.list(acting, fields));
    }
}
