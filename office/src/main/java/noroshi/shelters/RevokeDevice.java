package noroshi.shelters;

import java.time.Instant;
import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** A telephone was lost: from now on nothing it signs is believed. */
@Component
public final class RevokeDevice {

    private final Tenancy tenancy;
    private final PassStore passes;
    private final Audit audit;

    RevokeDevice(Tenancy tenancy, PassStore passes, Audit audit) {
        this.tenancy = tenancy;
        this.passes = passes;
        this.audit = audit;
    }

    public record Command(String government, long shelter, long device, Officer by, Instant at) {}

    /** @return what was done or why not, for the officer (Japanese) */
    public String handle(Command command) {
        var lacking = Rights.lackingToChange(command.by(), command.government());
        if (lacking.isPresent()) return lacking.get();
        return tenancy.in(command.government(), () -> {
            if (!passes.revoke(command.government(), command.shelter(), command.device(), command.at()))
                return "この端末はすでに止められています。";
            audit.record(
                    command.government(),
                    command.by().id(),
                    "shelter.device-revoked",
                    "shelter:" + command.shelter(),
                    "device:" + command.device());
            return "端末の利用を止めました。";
        });
    }
}
