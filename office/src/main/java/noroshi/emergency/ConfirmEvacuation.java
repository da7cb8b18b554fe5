package noroshi.emergency;

import java.time.InstantSource;
import java.util.List;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.publishing.Outcome.Problem;
import org.springframework.stereotype.Component;

/**
 * What one person decided alone is looked at by a second one, who confirms it or lifts it. Neither mails anyone by itself, and the decider cannot
 * be the second person; the database refuses that, too.
 */
@Component
public final class ConfirmEvacuation {

    static final int WAITING_LISTED_MAX = 100;

    private final Tenancy tenancy;
    private final EvacuationStore orders;
    private final OrderEvacuation orderEvacuation;
    private final Declared declared;
    private final Audit audit;
    private final InstantSource clock;

    ConfirmEvacuation(
            Tenancy tenancy,
            EvacuationStore orders,
            OrderEvacuation orderEvacuation,
            Declared declared,
            Audit audit,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.orders = orders;
        this.orderEvacuation = orderEvacuation;
        this.declared = declared;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return what is wrong; empty: done */
    public List<Problem> confirm(Officer by, long order, String words) {
        return look(by, order, false, words.strip());
    }

    /** Confirms that it was looked at, and lifts it. */
    public List<Problem> lift(Officer by, long order, String why) {
        return look(by, order, true, why.strip());
    }

    /** What waits, the oldest first. */
    public List<EvacuationOrder> waiting(String government) {
        return tenancy.in(government, () -> orders.unconfirmed(government, WAITING_LISTED_MAX));
    }

    /** Whether this officer can be the second person. */
    public static boolean may(Officer by, EvacuationOrder order) {
        return order.awaitsConfirmation() && order.decidedBy() != by.id() && hasRole(by);
    }

    private static boolean hasRole(Officer by) {
        return by.has(Role.EMERGENCY) || by.has(Role.APPROVER) || by.has(Role.HEAD);
    }

    private List<Problem> look(Officer by, long number, boolean lifts, String words) {
        var government = by.government();
        return tenancy.in(government, () -> {
            orders.hold(government);
            var found = orders.find(government, number);
            if (found.isEmpty() || !found.get().awaitsConfirmation())
                return problem("この決定は見つからないか、すでに確認されています。一覧を開き直してください。");
            var order = found.get();
            var wrong = mayNot(by, order, lifts, words);
            if (!wrong.isEmpty()) return problem(wrong);
            var now = clock.instant();
            if (lifts) {
                var lifted = orderEvacuation.lift(by, order, words);
                if (!lifted.problems().isEmpty())
                    return problem(lifted.problems().getFirst().message() + "解除せずに確認だけを記録できます。");
            }
            orders.confirm(government, number, new EvacuationOrder.Confirmation(lifts, by.id(), now, words));
            audit.record(
                    government,
                    by.id(),
                    lifts ? "evacuation.overruled" : "evacuation.confirmed",
                    "evacuation:" + number,
                    order.title() + " " + words);
            declared.retell(government, order.event(government, order.level()));
            return List.of();
        });
    }

    private static String mayNot(Officer by, EvacuationOrder order, boolean lifts, String words) {
        if (!hasRole(by)) return "確認できるのは、緊急発信担当、承認者、所属長です。";
        if (by.id() == order.decidedBy()) return "決めた本人は確認できません。別の職員に確認を頼んでください。";
        if (lifts && !order.issue()) return "解除の決定は、ここからは取り消せません。必要なら、あらためて発令を起案してください。";
        if (words.length() > OrderEvacuation.REASON_CHARACTERS_MAX)
            return "記録する言葉は%d文字以内で入力してください。".formatted(OrderEvacuation.REASON_CHARACTERS_MAX);
        if (lifts && words.length() < OrderEvacuation.REASON_CHARACTERS_MIN)
            return "解除する理由を、%d文字以上で入力してください。公開されます。".formatted(OrderEvacuation.REASON_CHARACTERS_MIN);
        return "";
    }

    private static List<Problem> problem(String why) {
        return List.of(new Problem("reason", why));
    }
}
