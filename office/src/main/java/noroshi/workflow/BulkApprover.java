package noroshi.workflow;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import noroshi.people.Officer;
import noroshi.people.OfficerAccounts;
import noroshi.platform.Announcement;
import noroshi.platform.Lane;
import noroshi.platform.Listener;
import noroshi.platform.Tenancy;
import noroshi.publishing.ApproveArticle;
import noroshi.publishing.Article;
import noroshi.publishing.ArticleState;
import noroshi.publishing.Outcome;
import noroshi.workflow.BulkApprovals.State;
import org.springframework.stereotype.Component;

/**
 * Does what {@link ApproveMany} took: each article's approval and the note that it is done are one transaction. Killed at any moment,
 * it goes on with those that still wait.
 */
@Component
final class BulkApprover implements Listener {

    private final Tenancy tenancy;
    private final BulkApprovals bulks;
    private final OfficerAccounts accounts;
    private final ApproveArticle approveArticle;
    private final InstantSource clock;

    BulkApprover(
            Tenancy tenancy,
            BulkApprovals bulks,
            OfficerAccounts accounts,
            ApproveArticle approveArticle,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.bulks = bulks;
        this.accounts = accounts;
        this.approveArticle = approveArticle;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "bulk-approver";
    }

    @Override
    public Set<String> topics() {
        return Set.of(ApproveMany.REQUESTED);
    }

    @Override
    public Lane lane() {
        return Lane.BULK;
    }

    @Override
    public int batchMax() {
        return 1;
    }

    @Override
    public void handle(List<Announcement> batch) {
        for (var announcement : batch) {
            var facts = announcement.event().facts();
            run(
                    announcement.government(),
                    Long.parseLong(Objects.requireNonNull(facts.get("bulk"))),
                    Objects.requireNonNull(facts.get("home")));
        }
    }

    private void run(String government, long id, String home) {
        var found = tenancy.in(government, () -> bulks.find(government, id));
        if (found.isEmpty()) return;
        var bulk = found.get();
        var by = tenancy.in(home, () -> accounts.find(home, bulk.officer()))
                .filter(OfficerAccounts.Account::active)
                .map(OfficerAccounts.Account::officer);
        var troubles = new ArrayList<RuntimeException>();
        for (var item : bulk.items()) if (item.state() == State.WAITING) attempt(bulk, item, by, troubles);
        if (!troubles.isEmpty()) throw troubles.getFirst();
    }

    /** One article whose rows are in trouble must not keep the others waiting. */
    private void attempt(
            BulkApprovals.Bulk bulk, BulkApprovals.Item item, Optional<Officer> by, List<RuntimeException> troubles) {
        try {
            tenancy.run(bulk.government(), () -> approve(bulk, item, by));
        } catch (RuntimeException e) {
            troubles.add(e);
        }
    }

    private void approve(BulkApprovals.Bulk bulk, BulkApprovals.Item item, Optional<Officer> by) {
        if (!bulks.lockWaiting(bulk.government(), bulk.id(), item.position())) return;
        var now = clock.instant();
        var outcome = by.<Outcome>map(officer -> approveArticle.handle(new ApproveArticle.Command(
                        bulk.government(), item.article(), item.edition(), bulk.comment(), officer, now)))
                .orElseGet(() -> new Outcome.NotAllowed("承認した職員の利用が止められました。"));
        bulks.put(
                bulk.government(),
                bulk.id(),
                item.position(),
                outcome instanceof Outcome.Done ? State.DONE : State.REFUSED,
                said(outcome),
                now);
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> standing(done.article());
            case Outcome.Overtaken(int newest) -> "一覧を開いたあとで新しい版（第%d版）が書かれました。読み直してください。".formatted(newest);
            case Outcome.NotAllowed(var reason) -> reason;
            case Outcome.Missing(var what) -> what;
            case Outcome.Flawed flawed ->
                "点検のエラーが%d件あります。記事を開いて確かめてください。".formatted(flawed.flaws().size());
            case Outcome.Invalid invalid -> invalid.problems().getFirst().message();
        };
    }

    private static String standing(Article article) {
        return article.state() == ArticleState.APPROVED ? "必要な承認がそろいました。" : "次の承認を待っています。";
    }
}
