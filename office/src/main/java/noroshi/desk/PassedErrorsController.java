package noroshi.desk;

import java.util.stream.Collectors;
import noroshi.people.Department;
import noroshi.people.Directory;
import noroshi.platform.Tenancy;
import noroshi.publishing.PassedErrors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 検査の誤りを残して公開したもの: what waits for repair, with who let it pass and why. */
@Controller
class PassedErrorsController {

    private static final int ROWS_MAX = 500;
    private static final int CSV_ROWS_MAX = 20_000;

    private final Tenancy tenancy;
    private final PassedErrors passed;
    private final Directory directory;

    PassedErrorsController(Tenancy tenancy, PassedErrors passed, Directory directory) {
        this.tenancy = tenancy;
        this.passed = passed;
        this.directory = directory;
    }

    @GetMapping("/approvals/errors")
    View list(Frame frame, Acting acting, @RequestParam(defaultValue = "") String department) {
        var government = acting.code();
        return tenancy.in(government, () -> {
            var departments = directory.listDepartments(government);
            return Screen.of("passederrors", frame)
                    .with("acting", acting)
                    .with("department", department)
                    .with("departments", departments)
                    .with("names", departments.stream().collect(Collectors.toMap(Department::code, Department::name)))
                    .with("rows", passed.list(government, department.isEmpty() ? null : department, ROWS_MAX));
        });
    }

    @GetMapping("/approvals/errors.csv")
    View csv(Acting acting, @RequestParam(defaultValue = "") String department) {
        var government = acting.code();
        return TableFile.of(
                "検査の誤りを残して公開したもの",
                out -> tenancy.run(government, () -> {
                    var names = directory.listDepartments(government).stream()
                            .collect(Collectors.toMap(Department::code, Department::name));
                    out.row("日時", "状態", "記事", "版", "題名", "アドレス", "課室", "許可した職員", "理由", "規則", "指摘");
                    for (var row : passed.list(government, department.isEmpty() ? null : department, CSV_ROWS_MAX))
                        out.row(
                                Moments.exact(row.at()),
                                row.standing().japanese(),
                                row.article(),
                                row.edition(),
                                row.title(),
                                row.path(),
                                names.getOrDefault(row.department(), row.department()),
                                row.officerName(),
                                row.reason(),
                                String.join(" ", row.rules()),
                                row.findings());
                }));
    }
}
