package noroshi.people;

import noroshi.people.StaffOutcome.DoneWithPassword;
import noroshi.people.StaffOutcome.Missing;
import org.springframework.stereotype.Component;

/** A new password for someone who forgot theirs, to be handed over and changed at the next sign-in; a lock ends. */
@Component
public final class ResetPassword {

    private final StaffDesk desk;
    private final OfficerAccounts accounts;

    ResetPassword(StaffDesk desk, OfficerAccounts accounts) {
        this.desk = desk;
        this.accounts = accounts;
    }

    public record Command(String government, long officer, Officer by) {}

    public StaffOutcome handle(Command command) {
        return desk.act(command.by(), command.government(), () -> {
            var account = accounts.find(command.government(), command.officer());
            if (account.isEmpty()) return new Missing();
            var login = account.get().officer().login();
            var password = desk.oneTimePassword();
            accounts.password(command.government(), command.officer(), desk.encoded(password), true);
            desk.record(command.government(), command.by(), "officer.password-reset", "officer:" + login, "");
            return new DoneWithPassword(command.officer(), login, password);
        });
    }
}
