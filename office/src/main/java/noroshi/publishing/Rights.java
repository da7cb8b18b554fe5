package noroshi.publishing;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import noroshi.people.Officer;
import noroshi.people.Role;

/** Whether an officer may act: for this government, in one of these roles. */
final class Rights {

    private Rights() {}

    static Optional<Outcome> elsewhere(Officer by, String government) {
        if (by.mayActFor(government)) return Optional.empty();
        return Optional.of(new Outcome.NotAllowed(
                "%sさんは団体 %s の記事を扱えません。所属団体の記事を選ぶか、県の管理者に依頼してください。".formatted(by.name(), government)));
    }

    static Optional<Outcome> lacking(Officer by, String government, Role... anyOf) {
        var elsewhere = elsewhere(by, government);
        if (elsewhere.isPresent()) return elsewhere;
        if (Arrays.stream(anyOf).noneMatch(by::has))
            return Optional.of(new Outcome.NotAllowed("%sさんには%sの役割がありません。管理者に役割の追加を依頼してください。"
                    .formatted(
                            by.name(),
                            Arrays.stream(anyOf)
                                    .map(role -> "「" + role.japanese() + "」")
                                    .collect(Collectors.joining("または")))));
        return Optional.empty();
    }
}
