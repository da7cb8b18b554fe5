package noroshi.care;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of an outside page, and how an answer changes that. A page counts as broken only after it failed several times over days:
 * servers are away for a night, and a link that was called dead wrongly costs an officer's trust.
 *
 * @param state new, ok, moved, gone or unreachable; @param since in this state; @param failing since when in a row; null: the last look was good
 */
record OutsideState(
        String state,
        Instant since,
        @Nullable Instant failing,
        int failures,
        int status,
        String movedTo,
        String problem,
        Instant dueAt) {

    static final int FAILURES_MIN = 3;
    static final Duration FAILING_MIN = Duration.ofDays(3);
    private static final Duration AGAIN_GOOD = Duration.ofDays(14);
    private static final Duration AGAIN_FAILED = Duration.ofDays(1);
    private static final Duration AGAIN_NOT_ASKED = Duration.ofDays(60);

    static OutsideState fresh(Instant at) {
        return new OutsideState("new", at, null, 0, 0, "", "", at);
    }

    OutsideState after(HostAnswer answer, Instant now) {
        return switch (answer) {
            case HostAnswer.NotAsked(var reason) ->
                new OutsideState(state, since, failing, failures, 0, "", reason, now.plus(AGAIN_NOT_ASKED));
            case HostAnswer.Silent(var reason) -> failed("unreachable", 0, reason, now);
            case HostAnswer.Answered(var status, var movedTo) -> answered(status, movedTo, now);
        };
    }

    private OutsideState answered(int status, String movedTo, Instant now) {
        if (status == 404 || status == 410)
            return failed("gone", status, "ページが見つからないと答えました（%d）。".formatted(status), now);
        if (status >= 500) return failed("unreachable", status, "サーバーが異常を答えました（%d）。".formatted(status), now);
        // 401, 403, 429 …: somebody is there, and would rather not tell a machine.
        var next = movedTo.isEmpty() ? "ok" : "moved";
        var problem = movedTo.isEmpty() ? "" : "新しいアドレスへ恒久的に移っています。";
        return new OutsideState(
                next, next.equals(state) ? since : now, null, 0, status, movedTo, problem, now.plus(AGAIN_GOOD));
    }

    private OutsideState failed(String kind, int status, String reason, Instant now) {
        var from = failing == null ? now : failing;
        int times = failures + 1;
        boolean broken = times >= FAILURES_MIN && !from.plus(FAILING_MIN).isAfter(now);
        var next = broken ? kind : state;
        return new OutsideState(
                next,
                next.equals(state) ? since : from,
                from,
                times,
                status,
                broken ? "" : movedTo,
                reason,
                now.plus(AGAIN_FAILED));
    }
}
