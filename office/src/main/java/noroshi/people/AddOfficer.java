package noroshi.people;

import java.time.Instant;
import noroshi.people.StaffOutcome.DoneWithPassword;
import noroshi.people.StaffOutcome.Invalid;
import org.springframework.stereotype.Component;

/** A new officer, with a password to be handed over and changed at the first sign-in. */
@Component
public final class AddOfficer {

    private final StaffDesk desk;
    private final OfficerAccounts accounts;
    private final Directory directory;

    AddOfficer(StaffDesk desk, OfficerAccounts accounts, Directory directory) {
        this.desk = desk;
        this.accounts = accounts;
        this.directory = directory;
    }

    public record Command(String government, String login, OfficerForm form, Officer by, Instant at) {}

    public StaffOutcome handle(Command command) {
        return desk.act(command.by(), command.government(), () -> {
            var form = command.form();
            if (!command.login().matches("[a-z0-9._-]{2,60}"))
                return new Invalid("login", "職員IDは、半角の英小文字・数字・「.」「_」「-」の2〜60字で入力してください。");
            var problem = form.problem(directory, command.government());
            return problem.orElseGet(() -> add(command, form));
        });
    }

    private StaffOutcome add(Command command, OfficerForm form) {
        var password = desk.oneTimePassword();
        var officer = new Officers.NewOfficer(
                command.government(), command.login(), form.department(), form.name(), form.email(), form.roles());
        var id = accounts.add(officer, desk.encoded(password), command.at());
        if (id.isEmpty()) return new Invalid("login", "この職員IDはすでに使われています。別のIDにしてください。");
        desk.record(
                command.government(),
                command.by(),
                "officer.added",
                "officer:" + command.login(),
                "%s（%s）".formatted(form.name(), form.rolesInJapanese()));
        return new DoneWithPassword(id.get(), command.login(), password);
    }
}
