package noroshi.api;

import java.util.Arrays;
import noroshi.people.Bearer;
import noroshi.people.Role;
import noroshi.people.Scope;
import noroshi.platform.ApiProblem;
import org.jspecify.annotations.Nullable;

/** What a caller may do at all, before a use case is asked. */
final class Callers {

    private Callers() {}

    static void require(Bearer bearer, Scope scope) {
        if (!bearer.may(scope))
            throw ApiProblem.of(
                            403,
                            "scope",
                            "トークンの適用範囲が足りません",
                            "この操作には適用範囲「%s」が必要です。管理者にトークンの発行を依頼してください。".formatted(scope.code()),
                            "The token lacks the scope %s.".formatted(scope.code()))
                    .with("scope", scope.code());
    }

    static void requireAny(Bearer bearer, Role... roles) {
        if (Arrays.stream(roles).noneMatch(bearer.officer()::has)) throw ApiSecurity.forbidden();
    }

    /** The government a call is for: as given, else the caller's own. */
    static String government(Bearer bearer, @Nullable String given) {
        var government = given == null ? bearer.officer().government() : given;
        if (!bearer.officer().mayActFor(government))
            throw ApiProblem.of(
                            403,
                            "government",
                            "ほかの団体のものは扱えません",
                            "このトークンは団体 %s のものです。その団体のトークンを使うか、県の管理者のトークンを使ってください。"
                                    .formatted(bearer.officer().government()),
                            "This token acts for government %s only."
                                    .formatted(bearer.officer().government()))
                    .at("#/government", "団体 %s は扱えません。".formatted(government));
        return government;
    }
}
