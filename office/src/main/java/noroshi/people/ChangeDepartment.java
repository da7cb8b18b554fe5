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

    static final int NAME_CHARACTERS_MAX = 60;
    static final int ADDRESS_CHARACTERS_MAX = 200;

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
            String government, String code, String name, String phone, String email, String address, Officer by) {

        public Command {
            name = name.strip();
            phone = phone.strip();
            email = email.strip();
            address = address.strip();
        }
    }

    public StaffOutcome handle(Command command) {
        return desk.act(command.by(), command.government(), () -> {
            if (directory.findDepartment(command.government(), command.code()).isEmpty()) return new Missing();
            if (command.name().isEmpty() || command.name().length() > NAME_CHARACTERS_MAX)
                return new Invalid("name", "課室の名前は1〜%d字で入力してください。".formatted(NAME_CHARACTERS_MAX));
            if (!command.phone().matches("[0-9()+ -]{0,30}"))
                return new Invalid("phone", "電話番号は、半角の数字と「-」で入力してください（例：022-211-2111）。");
            if (!command.email().matches("([^@\\s<>\"]+@[^@\\s<>\"]+)?")
                    || command.email().length() > 254)
                return new Invalid("email", "メールアドレスの形が正しくありません。name@example.jp の形で入力するか、空にしてください。");
            if (command.address().length() > ADDRESS_CHARACTERS_MAX)
                return new Invalid("address", "所在地は%d字以内にしてください。".formatted(ADDRESS_CHARACTERS_MAX));
            return change(command);
        });
    }

    private StaffOutcome change(Command command) {
        sql.sql("""
                        update department set name = :name, phone = :phone, email = :email, address = :address
                         where government = :government and code = :code
                        """)
                .param("name", command.name())
                .param("phone", command.phone())
                .param("email", command.email())
                .param("address", command.address())
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
                new Event("government.changed", command.government(), Map.of("department", command.code())));
        return new Done(0);
    }
}
