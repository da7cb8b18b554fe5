package noroshi.routes;

import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Removes a route; what waits on it goes on as it began. */
@Component
public final class DropRoute {

    private final Tenancy tenancy;
    private final Routes routes;
    private final Audit audit;

    public DropRoute(Tenancy tenancy, Routes routes, Audit audit) {
        this.tenancy = tenancy;
        this.routes = routes;
        this.audit = audit;
    }

    public record Command(String government, long id, Officer by) {}

    public RouteOutcome handle(Command command) {
        var refusal = Administrators.lacking(command.by(), command.government());
        if (refusal.isPresent()) return refusal.get();
        return tenancy.in(command.government(), () -> {
            var route = routes.find(command.government(), command.id());
            if (route.isEmpty() || !routes.drop(command.government(), command.id())) return new RouteOutcome.Missing();
            audit.record(
                    command.government(),
                    command.by().id(),
                    "route.dropped",
                    "route:" + command.id(),
                    route.get().name());
            return new RouteOutcome.Done(command.id());
        });
    }
}
