package noroshi.routes;

import java.util.Optional;
import noroshi.people.Officer;
import noroshi.people.Role;

/** Whether an officer may change how a government's workflow goes. */
final class Administrators {

    private Administrators() {}

    static Optional<RouteOutcome> lacking(Officer by, String government) {
        if (!by.mayActFor(government))
            return Optional.of(new RouteOutcome.NotAllowed("ほかの団体の承認の経路は変えられません。その団体の管理者か県の管理者に依頼してください。"));
        if (!by.has(Role.ADMINISTRATOR))
            return Optional.of(new RouteOutcome.NotAllowed("承認の経路を変えられるのは管理者だけです。所属する団体の管理者に依頼してください。"));
        return Optional.empty();
    }
}
