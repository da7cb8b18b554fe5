package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import noroshi.people.ChangeDepartment;
import noroshi.people.Department;
import noroshi.people.Directory;
import noroshi.people.StaffOutcome;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** How residents reach each department. */
@Controller
class DepartmentController {

    private final ChangeDepartment change;
    private final Directory directory;
    private final Tenancy tenancy;

    DepartmentController(ChangeDepartment change, Directory directory, Tenancy tenancy) {
        this.change = change;
        this.directory = directory;
        this.tenancy = tenancy;
    }

    @GetMapping("/settings/departments")
    View list(Frame frame, Acting acting) {
        SettingsController.check(acting);
        return Screen.of("departments", frame)
                .with("acting", acting)
                .with("departments", tenancy.in(acting.code(), () -> directory.listDepartments(acting.code())));
    }

    @GetMapping("/settings/departments/{code}")
    View show(Frame frame, Acting acting, @PathVariable String code) {
        SettingsController.check(acting);
        var department = tenancy.in(acting.code(), () -> directory.findDepartment(acting.code(), code))
                .orElseThrow(() -> Refused.missing("課室"));
        return screen(frame, acting, department, FieldTrouble.NONE);
    }

    @PostMapping("/settings/departments/{code}")
    View change(
            Frame frame,
            Acting acting,
            @PathVariable String code,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String fax,
            @RequestParam(defaultValue = "") String hours,
            @RequestParam(defaultValue = "") String map,
            HttpServletRequest request) {
        var outcome = change.handle(new ChangeDepartment.Command(
                acting.code(), code, name, phone, email, address, fax, hours, map, acting.officer()));
        return switch (outcome) {
            case StaffOutcome.Done done -> done(acting, request);
            case StaffOutcome.DoneWithPassword done -> done(acting, request);
            case StaffOutcome.Invalid(var field, var message) ->
                screen(
                                frame,
                                acting,
                                new Department(acting.code(), code, name, null, phone, email, address, fax, hours, map),
                                new FieldTrouble(field, message))
                        .status(422);
            case StaffOutcome.Missing missing -> throw Refused.missing("課室");
            case StaffOutcome.NotAllowed(var reason) -> throw new Refused(403, "課室を変更できません", reason);
        };
    }

    private static View done(Acting acting, HttpServletRequest request) {
        Notice.leave(request, "課室の情報を変更しました。公開サイトにもまもなく反映されます。");
        return new RedirectView(acting.at("/settings/departments"));
    }

    private static Screen screen(Frame frame, Acting acting, Department department, FieldTrouble trouble) {
        return Screen.of("department", frame)
                .with("acting", acting)
                .with("department", department)
                .with("trouble", trouble);
    }
}
