package noroshi.publishing;

import static noroshi.publishing.ArticleRows.array;
import static noroshi.publishing.ArticleRows.column;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.publishing.Outcome.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who let an edition pass although the gate found errors in it, and why. */
@Repository
class Waivers {

    static final int REASON_CHARACTERS_MAX = 400;

    private final JdbcClient sql;
    private final PublishGate gate;
    private final Audit audit;

    Waivers(JdbcClient sql, PublishGate gate, Audit audit) {
        this.sql = sql;
        this.gate = gate;
        this.audit = audit;
    }

    /** Who wants it to pass, and with which reason; empty: none was given. */
    record Wish(Officer by, String reason, Instant at) {}

    /**
     * Why the edition may not pass; empty: it may. Errors that were let pass for this very edition need no second reason; a reason
     * given by an officer who may is kept.
     */
    Optional<Outcome> refusal(Edition edition, Wish wish) {
        var flaws = gate.flaws(edition.government(), edition.content());
        if (flaws.isEmpty()) return Optional.empty();
        boolean may = wish.by().has(Role.WAIVER);
        var reason = wish.reason().strip();
        if (may && !reason.isEmpty()) {
            if (reason.length() > REASON_CHARACTERS_MAX)
                return Optional.of(new Outcome.Invalid(
                        List.of(new Problem("reason", "理由は%d文字以内にしてください。".formatted(REASON_CHARACTERS_MAX)))));
            keep(edition, flaws, new Wish(wish.by(), reason, wish.at()));
            return Optional.empty();
        }
        if (waived(edition).containsAll(rules(flaws))) return Optional.empty();
        return Optional.of(new Outcome.Flawed(flaws, may));
    }

    /** In an emergency nothing is stopped: what is wrong is kept on the list for repair. */
    void passInEmergency(Edition edition, Wish wish) {
        var flaws = gate.flaws(edition.government(), edition.content());
        if (!flaws.isEmpty()) keep(edition, flaws, wish);
    }

    private void keep(Edition edition, List<Flaw> flaws, Wish wish) {
        var rules = rules(flaws);
        sql.sql("""
                        insert into waiver (government, article, edition, officer, reason, rules, findings, at)
                        values (:government, :article, :edition, :officer, :reason, :rules, :findings, :at)
                        """)
                .param("government", edition.government())
                .param("article", edition.article())
                .param("edition", edition.number())
                .param("officer", wish.by().id())
                .param("reason", wish.reason())
                .param("rules", array(List.copyOf(rules)))
                .param(
                        "findings",
                        flaws.stream()
                                .map(flaw -> "%s %s「%s」".formatted(flaw.place(), flaw.name(), flaw.words()))
                                .collect(Collectors.joining("\n")))
                .param("at", column(wish.at()))
                .update();
        audit.record(
                edition.government(),
                wish.by().id(),
                "article.errors-waived",
                "article:" + edition.article(),
                "第%d版 %s 理由: %s".formatted(edition.number(), String.join(", ", rules), wish.reason()));
    }

    private static TreeSet<String> rules(List<Flaw> flaws) {
        return flaws.stream().map(Flaw::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> waived(Edition edition) {
        return Set.copyOf(sql.sql("""
                        select distinct unnest(rules) from waiver
                         where government = :government and article = :article and edition = :edition
                        """)
                .param("government", edition.government())
                .param("article", edition.article())
                .param("edition", edition.number())
                .query(String.class)
                .list());
    }
}
