package noroshi.desk;

import java.util.List;
import java.util.stream.Collectors;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import noroshi.publishing.Article;
import noroshi.publishing.Edition;
import noroshi.publishing.Flaw;
import noroshi.publishing.PassedErrors;
import noroshi.publishing.PublishGate;
import org.springframework.stereotype.Component;

/** The errors that stand between an edition and its readers, before anyone presses a button. */
@Component
public class ArticleFlaws {

    private final Tenancy tenancy;
    private final PublishGate gate;
    private final PassedErrors passed;
    private final ArticleDesk desk;

    ArticleFlaws(Tenancy tenancy, PublishGate gate, PassedErrors passed, ArticleDesk desk) {
        this.tenancy = tenancy;
        this.gate = gate;
        this.passed = passed;
        this.desk = desk;
    }

    /**
     * @param may this officer may let them pass with a reason
     * @param passed the reason that was given for this edition already; ""
     * @param others who may, where this officer may not
     */
    public record Shown(List<Flaw> flaws, boolean may, String passed, String others) {

        public boolean isEmpty() {
            return flaws.isEmpty();
        }
    }

    Shown of(Officer me, Article article, Edition edition) {
        var government = article.government();
        var found = tenancy.in(government, () -> gate.flaws(government, edition.content()));
        if (found.isEmpty()) return new Shown(found, false, "", "");
        var reason = tenancy.in(government, () -> passed.findReason(government, article.id(), edition.number()))
                .orElse("");
        boolean may = me.has(Role.WAIVER);
        var others = may
                ? ""
                : desk.havingRole(government, Role.WAIVER).stream()
                        .map(Officer::name)
                        .limit(5)
                        .collect(Collectors.joining("、"));
        return new Shown(found, may, reason, others);
    }
}
