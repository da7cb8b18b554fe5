package noroshi.api;

import java.util.List;
import noroshi.platform.ApiProblem;
import noroshi.platform.ApiProblem.Place;
import noroshi.publishing.Outcome;

/** How an outcome of publishing is answered: the article, or the problem. */
final class Outcomes {

    private Outcomes() {}

    static Outcome.Done done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done;
            case Outcome.Overtaken(int newest) -> throw overtaken(newest);
            case Outcome.NotAllowed(var reason) -> throw notAllowed(reason);
            case Outcome.Invalid invalid -> throw invalid(invalid);
            case Outcome.Flawed flawed -> throw flawed(flawed);
            case Outcome.Missing(var what) -> throw missing(what);
        };
    }

    static ApiProblem overtaken(int newest) {
        return ApiProblem.of(
                        412,
                        "overtaken",
                        "ほかの人が先に改訂しています",
                        "最新は第%d版です。GET で最新の版を読み、変更をやり直して If-Match: \"%d\" を付けて送ってください。".formatted(newest, newest),
                        "The newest edition is %d. Read it, redo your change, and send it with If-Match: \"%d\"."
                                .formatted(newest, newest))
                .with("newestEdition", newest);
    }

    static ApiProblem notAllowed(String reason) {
        return ApiProblem.of(
                409,
                "not-allowed",
                "いまはできません",
                reason,
                "The officer lacks the right, or the article the approval or state that this needs; nothing was changed.");
    }

    private static ApiProblem invalid(Outcome.Invalid invalid) {
        return invalid(invalid.problems().stream()
                .map(problem -> new Place("#/" + problem.field(), problem.message()))
                .toList());
    }

    /** @param places at least one */
    static ApiProblem invalid(List<Place> places) {
        return ApiProblem.of(
                        422,
                        "invalid",
                        "内容に誤りがあります",
                        places.getFirst().detail()
                                + (places.size() > 1 ? "（ほか%d件。errors を見てください）".formatted(places.size() - 1) : ""),
                        "The content has %d errors; see the pointers in errors. Nothing was changed."
                                .formatted(places.size()))
                .at(places);
    }

    private static ApiProblem flawed(Outcome.Flawed flawed) {
        return ApiProblem.of(
                        422,
                        "errors-in-text",
                        "点検のエラーがあります",
                        "%sエラーを直すか、%s。"
                                .formatted(
                                        "点検で%d件のエラーが見つかりました（errors を見てください）。"
                                                .formatted(flawed.flaws().size()),
                                        flawed.mayWaive()
                                                ? "残す理由を reason に書いて送ってください"
                                                : "「点検の例外を認める人」の役割がある職員に、理由を付けた公開を依頼してください"),
                        "The checks found %d errors that shut readers out. Repair them, or let an officer who may waive them send a reason. Nothing was changed."
                                .formatted(flawed.flaws().size()))
                .at(flawed.flaws().stream()
                        .map(flaw -> new Place(
                                "#/" + flaw.field(),
                                "%s %s「%s」: %s".formatted(flaw.place(), flaw.name(), flaw.words(), flaw.reason())))
                        .toList());
    }

    static ApiProblem missing(String what) {
        return ApiProblem.of(404, "not-found", "見つかりません", what, "There is no such thing here.");
    }
}
