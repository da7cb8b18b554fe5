package noroshi.people;

import java.util.Map;
import noroshi.people.StaffOutcome.Done;
import noroshi.people.StaffOutcome.Invalid;
import noroshi.people.StaffOutcome.Missing;
import noroshi.platform.Event;
import noroshi.platform.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How residents reach a department; the public pages follow. */
@Component
public final class ChangeDepartment {

    private final StaffDesk desk;
    private final Directory directory;
    private final JdbcClient sql;
    private final Outbox outbox;

    ChangeDepartment(StaffDesk desk, Directory directory, JdbcClient sql, Outbox outbox) {
        this.desk = desk;
        this.directory = directory;
        this.sql = sql;
        this.outbox = outbox;
    }

    public record Command(
            String government,
            String code,
            String name,
            String phone,
            String email,
            String address,
            String fax,
            String hours,
            String map,
            Officer by) {

        public Command {
            name = name.strip();
            phone = phone.strip();
            email = email.strip();
            address = address.strip();
            fax = fax.strip();
            hours = hours.strip();
            map = map.strip();
        }
    }

    public StaffOutcome handle(Command command) {
        return desk.act(command.by(), command.government(), () -> {
            if (directory.findDepartment(command.government(), command.code()).isEmpty()) return new Missing();
            return new Contact(
                            command.phone(),
                            command.email(),
                            command.address(),
                            command.fax(),
                            command.hours(),
                            command.map())
                    .problem(command.name())
                    .<StaffOutcome>map(trouble -> new Invalid(trouble.field(), trouble.message()))
                    .orElseGet(() -> change(command));
        });
    }

    private StaffOutcome change(Command command) {
        sql.sql("""
                        update department set name = :name, phone = :phone, email = :email, address = :address,
                               fax = :fax, hours = :hours, map = :map
                         where government = :government and code = :code
                        """)
                .param("name", command.name())
                .param("phone", command.phone())
                .param("email", command.email())
                .param("address", command.address())
                .param("fax", command.fax())
                .param("hours", command.hours())
                .param("map", command.map())
                .param("government", command.government())
                .param("code", command.code())
                .update();
        desk.record(
                command.government(),
                command.by(),
                "department.changed",
                "department:" + command.code(),
                "%s、%s、%s、%s".formatted(command.name(), command.phone(), command.email(), command.address()));
        outbox.announce(
                command.government(),
                new Event(
                        "department.changed", command.government(), Map.of("departments", command.code(), "gone", "")));
        outbox.announce(
                command.government(),
                new Event("department.readdressed", command.code(), Map.of("department", command.code())));
        return new Done(0);
    }
}
