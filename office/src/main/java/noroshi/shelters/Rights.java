package noroshi.shelters;

import java.util.Optional;
import noroshi.people.Officer;
import noroshi.people.Role;

/** In a disaster whoever works for the town may tell how a shelter stands; what a shelter is, few may change. */
final class Rights {

    private Rights() {}

    static Optional<ShelterOutcome> lackingToReport(Officer by, String government) {
        return by.mayActFor(government)
                ? Optional.empty()
                : Optional.of(
                        new ShelterOutcome.NotAllowed("%sさんはこの団体の避難所を扱えません。所属する団体を選んでください。".formatted(by.name())));
    }

    static Optional<String> lackingToChange(Officer by, String government) {
        if (!by.mayActFor(government)) return Optional.of("%sさんはこの団体の避難所を扱えません。所属する団体を選んでください。".formatted(by.name()));
        if (by.has(Role.ADMINISTRATOR) || by.has(Role.EMERGENCY) || by.has(Role.PUBLISHER)) return Optional.empty();
        return Optional.of("避難所の基本情報を変えられるのは、管理者・公開担当・緊急発信担当です。所属団体の管理者に依頼してください。");
    }
}
