package noroshi.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.people.Department;
import noroshi.people.Directory;
import noroshi.people.OfficerAccounts;
import noroshi.people.OfficerAccounts.Account;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Puts together what the screens of officers show. */
@Component
class StaffScreens {

    private final OfficerAccounts accounts;
    private final Directory directory;
    private final Tenancy tenancy;
    private final InstantSource clock;

    StaffScreens(OfficerAccounts accounts, Directory directory, Tenancy tenancy, InstantSource clock) {
        this.accounts = accounts;
        this.directory = directory;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    StaffSheet list(Acting acting, StaffSheet.Fields fields) {
        return tenancy.in(acting.code(), () -> {
            var departments = directory.listDepartments(acting.code());
            var names = departments.stream().collect(Collectors.toMap(Department::code, Department::name));
            return new StaffSheet(
                    accounts.list(acting.code()).stream()
                            .map(account -> row(account, names))
                            .toList(),
                    0,
                    true,
                    fields,
                    departments,
                    "");
        });
    }

    StaffSheet sheet(Acting acting, long id) {
        return tenancy.in(acting.code(), () -> {
            var account = account(acting, id);
            var officer = account.officer();
            return sheet(
                    acting,
                    account,
                    new StaffSheet.Fields(
                            officer.login(), officer.name(), officer.department(), account.email(), officer.roles()));
        });
    }

    /** With what was typed. */
    StaffSheet sheet(Acting acting, long id, String name, String department, String email, Set<Role> roles) {
        return tenancy.in(acting.code(), () -> {
            var account = account(acting, id);
            return sheet(
                    acting, account, new StaffSheet.Fields(account.officer().login(), name, department, email, roles));
        });
    }

    private StaffSheet sheet(Acting acting, Account account, StaffSheet.Fields fields) {
        var state = marks(account).stream().map(Chip::word).collect(Collectors.joining("、"));
        return new StaffSheet(
                List.of(),
                account.officer().id(),
                account.active(),
                fields,
                directory.listDepartments(acting.code()),
                state.isEmpty() ? "利用中" : state);
    }

    private Account account(Acting acting, long id) {
        return accounts.find(acting.code(), id).orElseThrow(() -> Refused.missing("職員"));
    }

    private StaffSheet.Row row(Account account, Map<String, String> departments) {
        var officer = account.officer();
        return new StaffSheet.Row(
                officer.id(),
                officer.login(),
                officer.name(),
                departments.getOrDefault(officer.department(), officer.department()),
                officer.roles().stream().sorted().map(Role::japanese).collect(Collectors.joining("・")),
                marks(account));
    }

    private List<Chip> marks(Account account) {
        var marks = new ArrayList<Chip>();
        if (!account.active()) marks.add(new Chip("利用停止", "grey"));
        var locked = account.lockedUntil();
        if (locked != null && locked.isAfter(clock.instant())) marks.add(new Chip("一時停止（入力間違い）", "yellow"));
        if (account.oneTime()) marks.add(new Chip("初回用パスワード", "blue"));
        return marks;
    }
}
