package noroshi.shelters;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/**
 * Makes a shelter's sheet: a new code that reports may carry and telephones are enrolled with. The sheets before lose their code, and their
 * telephones too if the officer says so.
 */
@Component
public final class IssuePass {

    public static final int DEVICES_MAX = 5;
    public static final Duration LIFE = Duration.ofDays(365);

    private final Tenancy tenancy;
    private final PlaceStore places;
    private final PassStore passes;
    private final Audit audit;
    private final SecureRandom random;

    IssuePass(Tenancy tenancy, PlaceStore places, PassStore passes, Audit audit, SecureRandom random) {
        this.tenancy = tenancy;
        this.places = places;
        this.passes = passes;
        this.audit = audit;
        this.random = random;
    }

    /** @param endTelephones those enrolled so far report no more */
    public record Command(String government, long shelter, boolean endTelephones, Officer by, Instant at) {}

    public sealed interface Ended {

        /** @param code shown once; only its hash is kept @param telephones how many were ended */
        record Issued(Shelter shelter, String code, Instant expiresAt, int telephones) implements Ended {}

        record Refused(String reason) implements Ended {}
    }

    public Ended handle(Command command) {
        var lacking = Rights.lackingToChange(command.by(), command.government());
        if (lacking.isPresent()) return new Ended.Refused(lacking.get());
        return tenancy.in(command.government(), () -> {
            var found = places.lock(command.government(), command.shelter());
            if (found.isEmpty() || !found.get().master().isShelter())
                return new Ended.Refused("避難所が見つかりません。一覧から選び直してください。");
            var code = PassCode.random(random);
            var expires = command.at().plus(LIFE);
            int ended = command.endTelephones()
                    ? passes.endTelephones(command.government(), command.shelter(), command.at())
                    : 0;
            passes.issue(
                    command.government(),
                    command.shelter(),
                    PassCode.hash(command.government(), PassCode.typed(code)),
                    command.by().id(),
                    command.at(),
                    expires,
                    DEVICES_MAX);
            audit.record(
                    command.government(),
                    command.by().id(),
                    "shelter.pass-issued",
                    "shelter:" + command.shelter(),
                    command.endTelephones() ? "telephones ended: " + ended : "");
            return new Ended.Issued(found.get(), code, expires, ended);
        });
    }
}
