package noroshi.beacon;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import noroshi.beacon.http.Answer;
import noroshi.beacon.http.Method;
import noroshi.beacon.http.Request;
import noroshi.letter.LetterExchange;
import org.jspecify.annotations.Nullable;

/** Letters on their way to the office, fetched in order and confirmed by id, and copies from other beacons. */
final class LettersOut {

    private final LetterExchange exchange;
    private final LongPolls polls;
    private final Workers workers;
    private final InstantSource clock;

    LettersOut(LetterExchange exchange, LongPolls polls, Workers workers, InstantSource clock) {
        this.exchange = exchange;
        this.polls = polls;
        this.workers = workers;
        this.clock = clock;
    }

    @Nullable
    Answer handle(Request request, String path) {
        return switch (path) {
            case LetterExchange.LETTERS_PATH ->
                request.method() == Method.GET ? letters(request) : ErrorPages.notAllowed(false);
            case LetterExchange.CONFIRM_PATH -> {
                if (request.method() != Method.POST) yield Replies.onlyPost();
                byte[] ids = request.body();
                yield workers.answer(request, () -> Replies.of(exchange.confirm(ids, clock.instant())));
            }
            case LetterExchange.REPLICA_PATH -> {
                if (request.method() != Method.POST) yield Replies.onlyPost();
                byte[] letters = request.body();
                var later = request.later();
                workers.run(later, () -> {
                    var unused = exchange.replica(letters).thenAccept(answer -> later.answer(Replies.of(answer)));
                });
                yield null;
            }
            default -> Replies.text(404, "Nothing is here.");
        };
    }

    private @Nullable Answer letters(Request request) {
        try {
            var query = Query.behind(request.target());
            String spool = query.getOrDefault("spool", List.of("")).getFirst();
            long after = Query.number(query, "after", 0);
            long seconds = Math.min(Query.number(query, "wait", 0), LetterExchange.WAIT_SECONDS_MAX);
            var later = request.later();
            workers.run(later, () -> {
                // The batch is read from disk, so never in the loop.
                polls.wait(later, () -> Replies.of(exchange.letters(spool, after)), Duration.ofSeconds(seconds));
            });
            return null;
        } catch (IllegalArgumentException wrong) {
            return Replies.text(400, String.valueOf(wrong.getMessage()));
        }
    }
}
