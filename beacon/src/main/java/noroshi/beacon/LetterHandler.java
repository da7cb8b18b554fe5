package noroshi.beacon;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import noroshi.beacon.http.Answer;
import noroshi.beacon.http.Later;
import noroshi.beacon.http.Request;
import noroshi.letter.Receipt;
import noroshi.snapshot.Answer.Found;
import noroshi.snapshot.Answer.Moved;
import noroshi.snapshot.Form;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Snapshot;
import noroshi.snapshot.SnapshotBroken;
import org.jspecify.annotations.Nullable;

/** Answers POST: a form's fields become a Letter, and the sender gets a receipt once it is safe. A GET never comes here. */
final class LetterHandler {

    private final Supplier<@Nullable Snapshot> snapshots;
    private final PageHandler pages;
    private final LetterDesk desk;
    private final Rates rates;
    private final Flood flood;
    private final SafetyDesk safety;
    private final InstantSource clock;

    LetterHandler(
            Supplier<@Nullable Snapshot> snapshots,
            PageHandler pages,
            LetterDesk desk,
            Rates rates,
            Flood flood,
            SafetyDesk safety,
            InstantSource clock) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.desk = desk;
        this.rates = rates;
        this.flood = flood;
        this.safety = safety;
        this.clock = clock;
    }

    /** Where a POST came to: all that answering it needs after the request's bytes are gone. */
    private record Counter(Snapshot snapshot, Place place, Form form, boolean gzip) {}

    @Nullable
    Answer handle(Request request) {
        var snapshot = snapshots.get();
        if (snapshot == null) return ErrorPages.preparing();
        var place = pages.place(snapshot, request);
        if (place == null) return ErrorPages.badAddress();
        if (place.path().isEmpty()) place = place.withPath("/");
        boolean gzip = request.acceptsGzip();
        return switch (PageHandler.resolve(snapshot, place, clock.instant())) {
            case Found found -> {
                var form = found.form() == null ? null : snapshot.form(found.form());
                yield form == null
                        ? ErrorPages.notAllowed(false)
                        : submitted(request, new Counter(snapshot, pages.lightened(snapshot, place), form, gzip));
            }
            case Moved moved
            when moved.status() >= 307 ->
                Statuses.of(moved.status()).field("Location", moved.target()).text("");
            case Moved moved -> ErrorPages.notAllowed(false);
            case noroshi.snapshot.Answer.Gone gone -> ErrorPages.notFound(snapshot, place, gzip, clock.instant());
            case noroshi.snapshot.Answer.Absent absent -> ErrorPages.notFound(snapshot, place, gzip, clock.instant());
        };
    }

    private @Nullable Answer submitted(Request request, Counter counter) {
        boolean isFlood = flood.isOn();
        int seconds = rates.take(rates.sender(request), isFlood);
        if (seconds > 0) return LetterPages.tooMany(seconds);
        Submission submission;
        try {
            submission = Submission.of(request, counter.place.query());
        } catch (IllegalArgumentException broken) {
            return ErrorPages.plain(400, "送信できませんでした", "送信された内容を読み取れませんでした。前の画面に戻り、もう一度お送りください。");
        }
        if (submission == null) return LetterPages.otherType();
        if (submission.isForged(request, counter.form)) return LetterPages.forged();
        return switch (counter.form.check(submission.fields())) {
            case Form.Checked.Refused(List<Form.Problem> problems) -> refused(counter, problems);
            case Form.Checked.Accepted(Map<String, String> fields)
            when SafetyDesk.isFor(counter.form) -> searched(request, counter, fields);
            case Form.Checked.Accepted(Map<String, String> fields) ->
                ReplyDesk.isFor(counter.form)
                        ? reply(counter, fields)
                        : isFlood ? waited(request, counter, submission, fields) : kept(request, counter, fields);
        };
    }

    /** Only who waited is taken now. Mail services press nothing: their one click carries a token of ours. */
    private @Nullable Answer waited(
            Request request, Counter counter, Submission submission, Map<String, String> fields) {
        if (submission.isOneClick()) return kept(request, counter, fields);
        var sender = rates.sender(request);
        var from = sender == null ? request.from() : sender;
        var page = counter.place.site() + counter.place.path();
        long nowMs = clock.millis();
        var shown = submission.fields().getOrDefault(WaitPage.PASS, List.of("")).getFirst();
        return switch (flood.check(shown, from, page, nowMs)) {
            case GOOD -> kept(request, counter, fields);
            case TOO_EARLY -> WaitPage.of(submission.fields(), shown);
            case NONE -> WaitPage.of(submission.fields(), flood.issue(from, page, nowMs));
        };
    }

    private @Nullable Answer kept(Request request, Counter counter, Map<String, String> fields) {
        var keys = counter.snapshot.root().settings().letterKeys();
        if (keys.isEmpty()) return LetterPages.full(counter.snapshot, counter.place, counter.gzip, clock.instant());
        Later later = request.later();
        desk.take(
                keys.getFirst(),
                counter.place.site(),
                counter.form.name(),
                fields,
                outcome -> later.answer(told(counter, outcome)));
        return null;
    }

    private Answer told(Counter counter, LetterDesk.Outcome outcome) {
        return switch (outcome) {
            case LetterDesk.Outcome.Kept(Receipt receipt, int copies) -> {
                var texts = Map.of(
                        "receipt.number", receipt.number(),
                        "receipt.code", receipt.code(),
                        "receipt.copies", Integer.toString(copies));
                var page = filled(counter, 200, counter.form.acceptedPath(), Blanks.of(texts));
                yield page != null ? page : LetterPages.accepted(receipt);
            }
            case LetterDesk.Outcome.Full() ->
                LetterPages.full(counter.snapshot, counter.place, counter.gzip, clock.instant());
        };
    }

    private Answer refused(Counter counter, List<Form.Problem> problems) {
        var page = filled(counter, 422, counter.form.refusedPath(), Blanks.problems(problems));
        return page != null ? page : LetterPages.refused(problems);
    }

    /** Answered here and now; nothing that was typed is kept. */
    private Answer searched(Request request, Counter counter, Map<String, String> fields) {
        int seconds = rates.takeSearch(rates.sender(request));
        if (seconds > 0) return LetterPages.tooMany(seconds);
        var outcome = safety.find(fields);
        if (outcome instanceof SafetyDesk.Outcome.Unclear(Form.Problem problem))
            return refused(counter, List.of(problem));
        var page = filled(counter, 200, counter.form.acceptedPath(), SafetyPages.blanks(outcome));
        return page != null ? page : LetterPages.found(SafetyPages.html(outcome));
    }

    private Answer reply(Counter counter, Map<String, String> fields) {
        return switch (ReplyDesk.find(counter.snapshot, counter.place.site(), fields, clock.instant())) {
            case ReplyDesk.Outcome.WrongCode(Form.Problem problem) -> refused(counter, List.of(problem));
            case ReplyDesk.Outcome.Read(byte[] page) -> LetterPages.reply(page);
            case ReplyDesk.Outcome.Damaged() ->
                ErrorPages.unavailable(counter.snapshot, counter.place, counter.gzip, clock.instant());
            case ReplyDesk.Outcome.NoneYet() -> {
                var texts = Map.of("receipt.number", fields.getOrDefault("number", ""));
                var page = filled(counter, 200, counter.form.acceptedPath(), Blanks.of(texts));
                yield page != null ? page : LetterPages.noneYet();
            }
        };
    }

    /**
     * The page in the variant that the form was filled in. Null when the snapshot lacks it or its bytes are damaged: then a few
     * words of ours must do.
     */
    private @Nullable Answer filled(Counter counter, int status, String path, Function<Part.Blank, byte[]> blanks) {
        try {
            return whole(counter, status, path, blanks);
        } catch (SnapshotBroken damaged) {
            return null;
        }
    }

    private @Nullable Answer whole(Counter counter, int status, String path, Function<Part.Blank, byte[]> blanks) {
        var place = counter.place;
        var answer = counter.snapshot.resolve(Key.of(place.site(), place.variant().prefix + path), clock.instant());
        if (!(answer instanceof Found)) answer = counter.snapshot.resolve(Key.of(place.site(), path), clock.instant());
        if (!(answer instanceof Found found)) return null;
        if (!PageMaker.areIntact(found.body())) return null;
        return PageMaker.once(status, found.head(), found.body(), counter.gzip, blanks);
    }
}
