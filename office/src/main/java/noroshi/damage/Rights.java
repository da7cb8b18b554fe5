package noroshi.damage;

import java.util.Optional;
import noroshi.people.Officer;
import noroshi.people.Role;

/** In a disaster whoever works for the town may tell of damage; what goes to the state in the town's name, few may send. */
final class Rights {

    private Rights() {}

    static Optional<String> lackingToTell(Officer by, String government) {
        return by.mayActFor(government)
                ? Optional.empty()
                : Optional.of("%sさんはこの団体の被害を扱えません。所属する団体を選んでください。".formatted(by.name()));
    }

    static Optional<String> lackingToReportLosses(Officer by, String government) {
        var lacking = lackingToTell(by, government);
        if (lacking.isPresent()) return lacking;
        if (by.has(Role.ADMINISTRATOR) || by.has(Role.EMERGENCY) || by.has(Role.PUBLISHER)) return Optional.empty();
        return Optional.of("被害報告を出せるのは、管理者・公開担当・緊急発信担当です。所属団体の管理者に依頼してください。");
    }
}
