package noroshi.desk;

import noroshi.publishing.Outcome;

/** What an outcome that changed nothing says to the officer. */
final class ArticleAnswers {

    private ArticleAnswers() {}

    static Problems problems(Outcome outcome, String field) {
        return switch (outcome) {
            case Outcome.Done done -> Problems.NONE;
            case Outcome.Invalid(var problems) -> new Problems(problems);
            case Outcome.NotAllowed(var reason) -> Problems.of(field, reason);
            case Outcome.Flawed(var flaws, boolean mayWaive) ->
                Problems.of(
                        "reason",
                        "点検でエラーが%d件見つかりました。直すか、%s。"
                                .formatted(flaws.size(), mayWaive ? "残す理由を入力してください" : "「点検の例外を認める人」の役割がある職員に依頼してください"));
            case Outcome.Missing(var what) -> Problems.of(field, what);
            case Outcome.Overtaken(int newest) ->
                Problems.of(field, "ほかの職員が新しい版（第%d版）を保存しました。いま表示しているのがその版です。読み直してから、もう一度選んでください。".formatted(newest));
        };
    }

    /** The status of the page that says so. */
    static int status(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> 200;
            case Outcome.Invalid invalid -> 422;
            case Outcome.Flawed flawed -> 422;
            case Outcome.NotAllowed notAllowed -> 403;
            case Outcome.Missing missing -> 404;
            case Outcome.Overtaken overtaken -> 409;
        };
    }
}
