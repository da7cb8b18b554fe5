package noroshi.routes;

import java.time.Instant;
import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** An officer to whom an edition was shown says that they have read it. A second click changes nothing. */
@Component
public final class ConfirmReading {

    private final Tenancy tenancy;
    private final Circulations circulations;
    private final Audit audit;

    public ConfirmReading(Tenancy tenancy, Circulations circulations, Audit audit) {
        this.tenancy = tenancy;
        this.circulations = circulations;
        this.audit = audit;
    }

    public record Command(String government, long article, int edition, Officer by, Instant at) {}

    public RouteOutcome handle(Command command) {
        return tenancy.in(command.government(), () -> {
            boolean shown = circulations.readers(command.government(), command.article()).stream()
                    .anyMatch(reader -> reader.officer() == command.by().id() && reader.edition() == command.edition());
            if (!shown) return new RouteOutcome.NotAllowed("この版は、あなたには回覧されていません。");
            if (circulations.read(
                    command.government(),
                    command.article(),
                    command.edition(),
                    command.by().id(),
                    command.at()))
                audit.record(
                        command.government(),
                        command.by().id(),
                        "article.read",
                        "article:" + command.article(),
                        "第%d版".formatted(command.edition()));
            return new RouteOutcome.Done(command.article());
        });
    }
}
