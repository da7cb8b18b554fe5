package noroshi.channels;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.platform.Lane;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;

/**
 * Claims, sends, records: one round at a time, for one connection.
 *
 * <p>The claim is committed before the first word to the server and each result right after its answer. If the process dies
 * between an answer and its record, the lease runs out and the mail goes again under the same Message-ID: SMTP knows no
 * better. Nothing that was not answered is ever counted as sent.
 */
final class Sender {

    static final int BATCH_MAX = 60;
    /** A mail is begun only while the lease covers the longest conversation. */
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(45);

    private final DeliveryQueue queue;
    private final Results results;
    private final MailDesk desk;
    private final Rates rates;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final Moments moments;
    private final Map<Lane, String> cursors = new LinkedHashMap<>();
    private @Nullable Unfinished unfinished;

    /** The server has answered and the ledger could not be told, because the database was away: told first in the next round. */
    private record Unfinished(Delivery tried, Outcome outcome, List<MailDesk.Written> untried) {}

    Sender(
            DeliveryQueue queue,
            Results results,
            MailDesk desk,
            Rates rates,
            Tenancy tenancy,
            InstantSource clock,
            Moments moments) {
        this.queue = queue;
        this.results = results;
        this.desk = desk;
        this.rates = rates;
        this.tenancy = tenancy;
        this.clock = clock;
        this.moments = moments;
    }

    /** What a round came to. */
    sealed interface Round {
        record Worked(int mails) implements Round {}

        record Nothing() implements Round {}

        record ServerAway(String answer) implements Round {}
    }

    /** @param lanes those this sender serves, most urgent first */
    Round step(Smtp smtp, List<Lane> lanes) {
        finish();
        var claimed = tenancy.everywhere(() -> claim(lanes));
        if (claimed.isEmpty()) return new Round.Nothing();
        moments.claimed();
        return send(claimed, smtp);
    }

    private void finish() {
        var left = unfinished;
        if (left == null) return;
        record(left.tried(), left.outcome());
        putBack(left.untried(), clock.instant());
        unfinished = null;
    }

    private List<MailDesk.Written> claim(List<Lane> lanes) {
        var now = clock.instant();
        var claimed = new ArrayList<Delivery>();
        for (var lane : lanes)
            if (claimed.size() < BATCH_MAX) claimed.addAll(claim(lane, BATCH_MAX - claimed.size(), now));
        if (claimed.isEmpty()) return List.of();
        var dropped = queue.dropUnwanted(claimed, now);
        claimed.removeIf(delivery -> dropped.containsKey(delivery.id()));
        return desk.write(claimed);
    }

    private List<Delivery> claim(Lane lane, int max, Instant now) {
        var budgets = budgets(lane, max, now);
        if (budgets.isEmpty()) return List.of();
        var claimed = queue.claim(lane, budgets, max, now);
        var unused = new LinkedHashMap<>(budgets);
        for (var delivery : claimed) unused.merge(delivery.to().domain(), -1, Integer::sum);
        unused.forEach((domain, count) -> {
            if (count > 0) rates.putBack(lane, domain, count, now);
        });
        return claimed;
    }

    /** The domains take turns: each round starts after the last domain of the one before. */
    private Map<String, Integer> budgets(Lane lane, int max, Instant now) {
        var cursor = cursors.getOrDefault(lane, "");
        var domains = new ArrayList<>(queue.domains(lane, cursor));
        if (domains.isEmpty() && !cursor.isEmpty()) domains.addAll(queue.domains(lane, ""));
        if (domains.isEmpty()) return Map.of();
        int share = Math.max(1, (max + domains.size() - 1) / domains.size());
        var budgets = new LinkedHashMap<String, Integer>();
        int left = max;
        for (var domain : domains) {
            if (left == 0) break;
            cursors.put(lane, domain);
            int granted = rates.take(lane, domain, Math.min(share, left), now);
            if (granted > 0) budgets.put(domain, granted);
            left -= granted;
        }
        return budgets;
    }

    private Round send(List<MailDesk.Written> mails, Smtp smtp) {
        for (int i = 0; i < mails.size(); i++) {
            var delivery = mails.get(i).delivery();
            if (clock.instant().isAfter(delivery.leasedUntil().minus(LEASE_MARGIN))) {
                putBack(mails.subList(i, mails.size()), clock.instant());
                return new Round.Worked(i);
            }
            var outcome = smtp.send(mails.get(i).mail(), delivery.to());
            unfinished = new Unfinished(delivery, outcome, mails.subList(i + 1, mails.size()));
            moments.answered(delivery);
            if (outcome instanceof Outcome.RetryLater later && later.scope() == Outcome.Scope.SERVER) {
                // One mail may carry the trouble in itself, so this one counts as tried; the others do not.
                finish();
                return new Round.ServerAway(later.answer());
            }
            record(delivery, outcome);
            unfinished = null;
        }
        return new Round.Worked(mails.size());
    }

    private void record(Delivery delivery, Outcome outcome) {
        var now = clock.instant();
        tenancy.runEverywhere(() -> results.record(delivery, outcome, now));
        switch (outcome) {
            case Outcome.Sent sent ->
                rates.accepted(delivery.lane(), delivery.to().domain(), now);
            case Outcome.Refused refused -> {}
            case Outcome.RetryLater later -> {
                if (later.scope() == Outcome.Scope.DOMAIN)
                    rates.complained(delivery.lane(), delivery.to().domain(), now);
            }
        }
    }

    private void putBack(List<MailDesk.Written> untried, Instant due) {
        tenancy.runEverywhere(() ->
                queue.putBack(untried.stream().map(MailDesk.Written::delivery).toList(), due));
    }
}
