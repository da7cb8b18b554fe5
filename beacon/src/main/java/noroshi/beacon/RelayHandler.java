package noroshi.beacon;

import java.time.Duration;
import noroshi.beacon.http.Answer;
import noroshi.beacon.http.FieldName;
import noroshi.beacon.http.Method;
import noroshi.beacon.http.Request;
import noroshi.snapshot.Exchange;
import noroshi.snapshot.Mirror;
import org.jspecify.annotations.Nullable;

/** What another beacon asks to follow this one, and the little health that everyone may see. */
final class RelayHandler {

    static final String HEALTH_PATH = "/.noroshi/health";

    private final Exchange exchange;
    private final Mirror mirror;
    private final LongPolls polls;
    private final Workers workers;
    private final @Nullable Secret secret;

    /** @param secret what other beacons must show; null: nothing, then everyone can read what opens tomorrow */
    RelayHandler(Exchange exchange, Mirror mirror, LongPolls polls, Workers workers, @Nullable Secret secret) {
        this.exchange = exchange;
        this.mirror = mirror;
        this.polls = polls;
        this.workers = workers;
        this.secret = secret;
    }

    @Nullable
    Answer handle(Request request) {
        String target = request.target();
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        if (!path.equals(HEALTH_PATH) && secret != null && !secret.isShownBy(request.field(FieldName.AUTHORIZATION)))
            return Replies.text(401, "のろし台どうしの合言葉が違います。");
        return switch (path) {
            case HEALTH_PATH -> isRead(request) ? health() : ErrorPages.notAllowed(false);
            case Exchange.ROOT_PATH -> isRead(request) ? root(request, target) : ErrorPages.notAllowed(false);
            case Exchange.OBJECTS_PATH -> request.method() == Method.POST ? objects(request) : Replies.onlyPost();
            default -> Replies.text(404, "ここには何もありません。");
        };
    }

    private static boolean isRead(Request request) {
        return request.method() == Method.GET || request.method() == Method.HEAD;
    }

    private Answer health() {
        var snapshot = mirror.current();
        if (snapshot == null) return Replies.json(503, "{\"status\":\"preparing\",\"version\":0}");
        return Replies.json(
                200,
                "{\"status\":\"up\",\"version\":%d}".formatted(snapshot.root().version()));
    }

    private @Nullable Answer root(Request request, String target) {
        final long after;
        long seconds;
        try {
            var query = Query.behind(target);
            after = Query.number(query, "after", 0);
            seconds = Math.min(Query.number(query, "wait", 0), Exchange.ROOT_WAIT_SECONDS_MAX);
        } catch (IllegalArgumentException wrong) {
            return Replies.text(400, String.valueOf(wrong.getMessage()));
        }
        var now = exchange.root(after);
        if (now.status() != 204 || seconds == 0) return Replies.of(now);
        polls.wait(request.later(), () -> Replies.of(exchange.root(after)), Duration.ofSeconds(seconds));
        return null;
    }

    private @Nullable Answer objects(Request request) {
        byte[] names = request.body();
        return workers.answer(request, () -> Replies.of(exchange.objects(names)));
    }
}
