package noroshi.beacon;

import noroshi.beacon.http.Answer;
import noroshi.beacon.http.FieldName;
import noroshi.beacon.http.Handler;
import noroshi.beacon.http.Method;
import noroshi.beacon.http.Request;
import noroshi.letter.LetterExchange;
import noroshi.snapshot.Exchange;
import noroshi.snapshot.ViewReport;
import org.jspecify.annotations.Nullable;

/**
 * The admin port: health and metrics for whoever reaches it (they name nobody), snapshots in and Letters out for the office
 * alone, which shows its secret.
 */
final class AdminHandler implements Handler {

    private final Secret secret;
    private final @Nullable Secret copySecret;
    private final Exchange exchange;
    private final Health health;
    private final Watch watch;
    private final ViewsOut views;
    private final LettersOut letters;
    private final Workers workers;

    /** @param copySecret what other beacons show to leave copies of Letters, and nothing more; null: none may */
    AdminHandler(
            Secret secret,
            @Nullable Secret copySecret,
            Exchange exchange,
            Health health,
            Watch watch,
            LettersOut letters,
            ViewsOut views,
            Workers workers) {
        this.secret = secret;
        this.copySecret = copySecret;
        this.exchange = exchange;
        this.health = health;
        this.watch = watch;
        this.views = views;
        this.letters = letters;
        this.workers = workers;
    }

    @Override
    public @Nullable Answer handle(Request request) {
        String path = path(request);
        boolean reads = request.method() == Method.GET || request.method() == Method.HEAD;
        if (path.equals("/health")) return reads ? Replies.json(200, health.json()) : ErrorPages.notAllowed(false);
        if (path.equals("/metrics")) return reads ? metrics() : ErrorPages.notAllowed(false);
        boolean isCopy = path.equals(LetterExchange.REPLICA_PATH);
        var needed = isCopy ? copySecret : secret;
        if (needed == null || !needed.isShownBy(request.field(FieldName.AUTHORIZATION))) return unauthorized();
        if (path.equals(Exchange.PUSH_PATH)) {
            if (request.method() != Method.POST) return Replies.onlyPost();
            byte[] body = request.body();
            return workers.answer(request, () -> Replies.of(exchange.push(body)));
        }
        if (path.equals(ViewReport.PATH)) {
            if (request.method() != Method.GET) return ErrorPages.notAllowed(false);
            // Taken now: the request's bytes move when the loop reads for others.
            String target = request.target();
            return workers.answer(request, () -> views.answer(target));
        }
        // An office that was restored from a backup reads what is newer here before it publishes.
        if (path.equals(Exchange.ROOT_PATH)) return reads ? root(request) : ErrorPages.notAllowed(false);
        if (path.equals(Exchange.OBJECTS_PATH)) {
            if (request.method() != Method.POST) return Replies.onlyPost();
            byte[] names = request.body();
            return workers.answer(request, () -> Replies.of(exchange.objects(names)));
        }
        return letters.handle(request, path);
    }

    private Answer root(Request request) {
        try {
            return Replies.of(exchange.root(Query.number(Query.behind(request.target()), "after", 0)));
        } catch (IllegalArgumentException wrong) {
            return Replies.text(400, String.valueOf(wrong.getMessage()));
        }
    }

    private Answer metrics() {
        return Statuses.of(200)
                .field("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .text(health.metrics() + watch.metrics());
    }

    private static Answer unauthorized() {
        return Statuses.of(401)
                .field("WWW-Authenticate", "Bearer")
                .field("Content-Type", "text/plain; charset=utf-8")
                .text("The office's secret is missing or wrong. Compare the secret files of office and beacon.\n");
    }

    static String path(Request request) {
        String target = request.target();
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }
}
