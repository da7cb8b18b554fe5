package noroshi.people;

import java.util.List;
import noroshi.people.StaffOutcome.Done;
import noroshi.people.StaffOutcome.Missing;
import noroshi.people.StaffOutcome.NotAllowed;
import org.springframework.stereotype.Component;

/** Someone no longer works here: sessions and tokens end at once, what they did stays on the record; or they come back. */
@Component
public final class DeactivateOfficer {

    private final StaffDesk desk;
    private final OfficerAccounts accounts;

    DeactivateOfficer(StaffDesk desk, OfficerAccounts accounts) {
        this.desk = desk;
        this.accounts = accounts;
    }

    /** @param active false: the officer can no longer sign in; true: can again */
    public record Command(String government, long officer, boolean active, Officer by) {}

    public StaffOutcome handle(Command command) {
        return desk.act(command.by(), command.government(), () -> {
            var administrators = accounts.lockAdministrators(command.government());
            var account = accounts.find(command.government(), command.officer());
            if (account.isEmpty()) return new Missing();
            if (!command.active() && command.officer() == command.by().id())
                return new NotAllowed("自分自身の利用は止められません。ほかの管理者に依頼してください。");
            if (!command.active() && administrators.equals(List.of(command.officer())))
                return new NotAllowed("この団体のただ一人の管理者です。先にほかの職員を管理者にしてください。");
            var officer = account.get().officer();
            accounts.activate(command.government(), officer.id(), command.active());
            desk.record(
                    command.government(),
                    command.by(),
                    command.active() ? "officer.reactivated" : "officer.deactivated",
                    "officer:" + officer.login(),
                    officer.name());
            return new Done(officer.id());
        });
    }
}
