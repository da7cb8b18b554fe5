package noroshi.site;

import java.time.Instant;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Has every beacon show all pages lighter, or as they were asked for again. */
@Component
public final class CommandShownMode {

    private static final int REASON_CHARACTERS_MAX = 200;

    private final Snapshots snapshots;
    private final Tenancy tenancy;
    private final Audit audit;

    CommandShownMode(Snapshots snapshots, Tenancy tenancy, Audit audit) {
        this.snapshots = snapshots;
        this.tenancy = tenancy;
        this.audit = audit;
    }

    /** @param reason for the record; may be empty */
    public record Command(ShownMode mode, String reason, Officer by, Instant at) {}

    /** What became of it. */
    public sealed interface Outcome {
        record Done() implements Outcome {}

        record AlreadySo() implements Outcome {}

        record NotAllowed() implements Outcome {}
    }

    /** It concerns the sites of all governments, so it is the prefecture's to decide. */
    public static boolean mayCommand(Officer officer) {
        return officer.prefectural() && (officer.has(Role.EMERGENCY) || officer.has(Role.ADMINISTRATOR));
    }

    public Outcome handle(Command command) {
        if (!mayCommand(command.by())) return new Outcome.NotAllowed();
        if (snapshots.mode().equals(command.mode().code())) return new Outcome.AlreadySo();
        // On the record before it takes effect: what readers see must never have been commanded by nobody.
        tenancy.run(
                command.by().government(),
                () -> audit.record(
                        command.by().government(),
                        command.by().id(),
                        "site.mode-commanded",
                        "site:" + command.mode().code(),
                        reason(command)));
        return snapshots.command(command.mode().code(), command.at()) ? new Outcome.Done() : new Outcome.AlreadySo();
    }

    private static String reason(Command command) {
        var said = command.reason().strip();
        var cut = said.length() > REASON_CHARACTERS_MAX ? said.substring(0, REASON_CHARACTERS_MAX) : said;
        return cut.isEmpty() ? command.mode().japanese() : command.mode().japanese() + "：" + cut;
    }
}
