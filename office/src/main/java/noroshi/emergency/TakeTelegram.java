package noroshi.emergency;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import noroshi.standards.jma.Telegram;
import noroshi.standards.jma.TelegramReader;
import noroshi.standards.jma.TelegramRejected;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes one telegram: keeps it, works out its event again, changes article and emergencies accordingly. */
@Component
public final class TakeTelegram {

    /** How far a telegram's time may lie ahead of our clock and still be believed. */
    static final Duration AHEAD_MAX = Duration.ofHours(1);

    private final Tenancy tenancy;
    private final TelegramStore telegrams;
    private final ReplayStore replays;
    private final WorkOutEvent workOutEvent;
    private final InstantSource clock;
    private final Settings settings;
    private final Rules rules = Rules.load();

    TakeTelegram(
            Tenancy tenancy,
            TelegramStore telegrams,
            ReplayStore replays,
            WorkOutEvent workOutEvent,
            InstantSource clock,
            Settings settings) {
        this.tenancy = tenancy;
        this.telegrams = telegrams;
        this.replays = replays;
        this.workOutEvent = workOutEvent;
        this.clock = clock;
        this.settings = settings;
    }

    /** @param kindHint the kind as far as known, e.g. from a file's name; else "" */
    public record Command(byte[] content, String kindHint, boolean replay) {}

    public sealed interface Outcome {
        /**
         * @param status taken, repeated, stale, not-interpreted, not-concerned, drill or test
         * @param article the event's article, or null
         * @param emergencies of the event, those just ended included
         */
        record Taken(
                Telegram telegram, String status, @Nullable Long article, List<Emergency> emergencies)
                implements Outcome {}

        record Rejected(TelegramRejected why) implements Outcome {}

        record ReplayForbidden(String reason) implements Outcome {}
    }

    /** After this returns {@link Outcome.Taken} the telegram is kept, and pages, feeds and mail will follow. */
    public Outcome handle(Command command) {
        if (command.replay() && !settings.demo())
            return new Outcome.ReplayForbidden("再現（replay=true）は、デモまたは訓練用の環境でのみ使えます。実際の電文は replay を付けずに送ってください。");
        try {
            // Read once outside the transaction, so that a bad document costs the database nothing.
            var plain = TelegramReader.read(command.content(), command.kindHint());
            return tenancy.everywhere(() -> take(command, plain));
        } catch (TelegramRejected e) {
            return new Outcome.Rejected(e);
        }
    }

    private Outcome take(Command command, Telegram plain) {
        var government = settings.defaultSite();
        var replay = command.replay() ? replay(government, plain) : null;
        var telegram =
                replay == null ? plain : TelegramReader.read(command.content(), command.kindHint(), replay.shift());
        var now = replay == null ? clock.instant() : replay.now();
        int number = replay == null ? 0 : replay.number();
        var events = telegram.eventKeys().stream()
                .map(k -> Replay.eventName(number, k.toString()))
                .sorted()
                .distinct()
                .toList();
        events.forEach(telegrams::lock);
        boolean stale = isStale(telegram, now, replay != null);
        boolean added = telegrams.add(government, number, telegram, command.content(), stale, events, clock.instant());
        var event = new WorkOutEvent.Event(government, number, replay == null ? Duration.ZERO : replay.shift(), now);
        var results = events.stream()
                .map(name -> added ? workOutEvent.handle(event, name) : workOutEvent.standing(event, name))
                .toList();
        return new Outcome.Taken(
                telegram,
                status(telegram, added, stale, results),
                results.stream()
                        .map(WorkOutEvent.Result::article)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                results.stream().flatMap(r -> r.emergencies().stream()).toList());
    }

    private Replay replay(String government, Telegram plain) {
        var at = plain.head().reportDateTime();
        var running = replays.findRunning(government).orElse(null);
        if (running == null) {
            running = Replay.starting(replays.nextNumber(government), at, clock.instant());
            replays.start(government, running, clock.instant());
        }
        var seen = running.seen(at.plus(running.shift()));
        replays.advance(government, seen);
        return seen;
    }

    private boolean isStale(Telegram telegram, Instant now, boolean replayed) {
        var at = telegram.head().reportDateTime();
        if (at.plus(rules.freshness(telegram.kind())).isBefore(now)) return true;
        return !replayed && at.isAfter(now.plus(AHEAD_MAX));
    }

    private static String status(Telegram telegram, boolean added, boolean stale, List<WorkOutEvent.Result> results) {
        if (!added) return "repeated";
        if (!telegram.isReal())
            return telegram.control().status() == noroshi.standards.jma.Status.DRILL ? "drill" : "test";
        if (telegram.body() instanceof noroshi.standards.jma.Body.NotInterpreted) return "not-interpreted";
        if (results.stream().allMatch(r -> r.article() == null)) return "not-concerned";
        return stale ? "stale" : "taken";
    }
}
