package noroshi.routes;

import java.time.Instant;
import java.time.LocalDate;
import noroshi.people.OfficerAccounts;
import noroshi.platform.Time;
import org.springframework.stereotype.Component;

/** Who works for a government at an instant. Reads inside a door of Tenancy. */
@Component
public class Staffing {

    private final OfficerAccounts accounts;
    private final AbsenceShelf absences;

    public Staffing(OfficerAccounts accounts, AbsenceShelf absences) {
        this.accounts = accounts;
        this.absences = absences;
    }

    public Staff at(String government, Instant at) {
        var today = day(at);
        var active = accounts.list(government).stream()
                .filter(OfficerAccounts.Account::active)
                .map(OfficerAccounts.Account::officer)
                .toList();
        return new Staff(government, active, absences.from(government, today), today);
    }

    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Time.JAPAN);
    }
}
