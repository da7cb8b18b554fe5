package noroshi.moving;

import java.util.Optional;
import noroshi.people.Officer;
import noroshi.people.Role;

/** Moving a whole site is an administrator's act; making it public needs the right to publish as well. */
final class Rights {

    private Rights() {}

    static Optional<MovingOutcome> lacking(Officer by, String government, Role... all) {
        if (!by.mayActFor(government))
            return Optional.of(
                    new MovingOutcome.NotAllowed("%sさんは団体 %s のサイトを取り込めません。".formatted(by.name(), government)));
        for (var role : all)
            if (!by.has(role))
                return Optional.of(new MovingOutcome.NotAllowed(
                        "%sさんには「%s」の役割がありません。所属団体の管理者に依頼してください。".formatted(by.name(), role.japanese())));
        return Optional.empty();
    }
}
