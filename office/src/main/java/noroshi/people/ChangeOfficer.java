package noroshi.people;

import java.util.List;
import noroshi.people.StaffOutcome.Done;
import noroshi.people.StaffOutcome.Invalid;
import noroshi.people.StaffOutcome.Missing;
import org.springframework.stereotype.Component;

/** Name, department, mail address and roles; a government is never left without an administrator. */
@Component
public final class ChangeOfficer {

    private final StaffDesk desk;
    private final OfficerAccounts accounts;
    private final Directory directory;

    ChangeOfficer(StaffDesk desk, OfficerAccounts accounts, Directory directory) {
        this.desk = desk;
        this.accounts = accounts;
        this.directory = directory;
    }

    public record Command(String government, long officer, OfficerForm form, Officer by) {}

    public StaffOutcome handle(Command command) {
        return desk.act(command.by(), command.government(), () -> {
            var form = command.form();
            var administrators = accounts.lockAdministrators(command.government());
            var account = accounts.find(command.government(), command.officer());
            if (account.isEmpty()) return new Missing();
            if (administrators.equals(List.of(command.officer()))
                    && !form.roles().contains(Role.ADMINISTRATOR))
                return new Invalid("roles", "この団体のただ一人の管理者です。先にほかの職員を管理者にしてください。");
            return form.problem(directory, command.government())
                    .orElseGet(() -> change(command, account.get().officer()));
        });
    }

    private StaffOutcome change(Command command, Officer officer) {
        var form = command.form();
        accounts.change(command.government(), officer.id(), form.name(), form.department(), form.email(), form.roles());
        desk.record(
                command.government(),
                command.by(),
                "officer.changed",
                "officer:" + officer.login(),
                "%s、%s（%s）".formatted(form.name(), form.department(), form.rolesInJapanese()));
        return new Done(officer.id());
    }
}
