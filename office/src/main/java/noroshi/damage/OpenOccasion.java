package noroshi.damage;

import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** A prefecture names a disaster about which its municipalities then report. */
@Component
public final class OpenOccasion {

    static final int OCCASIONS_MAX = 500;

    private final Tenancy tenancy;
    private final LossStore store;
    private final Audit audit;

    OpenOccasion(Tenancy tenancy, LossStore store, Audit audit) {
        this.tenancy = tenancy;
        this.store = store;
        this.audit = audit;
    }

    public record Command(Occasion occasion, boolean prefecture, Officer by) {}

    public sealed interface Ended {
        record Opened(Occasion occasion) implements Ended {}

        record Refused(int status, String reason) implements Ended {}
    }

    public Ended handle(Command command) {
        var occasion = command.occasion();
        var lacking = Rights.lackingToReportLosses(command.by(), occasion.government());
        if (lacking.isPresent()) return new Ended.Refused(403, lacking.get());
        if (!command.prefecture()) return new Ended.Refused(403, "災害名を登録するのは県です。県の危機対策課に連絡してください。");
        return tenancy.in(occasion.government(), () -> {
            if (store.occasions(occasion.government()).size() >= OCCASIONS_MAX)
                return new Ended.Refused(422, "登録できる災害は%,d件までです。管理者に相談してください。".formatted(OCCASIONS_MAX));
            if (!store.open(occasion)) return new Ended.Refused(409, "同じ符号の災害があります。別の符号にしてください。");
            audit.record(
                    occasion.government(),
                    command.by().id(),
                    "occasion.opened",
                    "occasion:" + occasion.code(),
                    occasion.name());
            return new Ended.Opened(occasion);
        });
    }
}
