package noroshi.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.people.Officer;
import noroshi.people.Officers;
import noroshi.routes.EditionRoutes;
import noroshi.routes.Progress;
import noroshi.routes.Route;
import noroshi.routes.Routes;
import noroshi.routes.Rules;
import noroshi.routes.RulesShelf;
import noroshi.routes.Staff;
import noroshi.routes.Staffing;
import org.springframework.stereotype.Component;

/** By whom editions must be approved, and how far each has come. Reads inside a door of Tenancy. */
@Component
public final class Reviews {

    private final SeriesShelf series;
    private final Routes routes;
    private final EditionRoutes kept;
    private final RulesShelf rules;
    private final Staffing staffing;
    private final Officers officers;
    private final Approvals approvals;

    Reviews(
            SeriesShelf series,
            Routes routes,
            EditionRoutes kept,
            RulesShelf rules,
            Staffing staffing,
            Officers officers,
            Approvals approvals) {
        this.series = series;
        this.routes = routes;
        this.kept = kept;
        this.rules = rules;
        this.staffing = staffing;
        this.officers = officers;
        this.approvals = approvals;
    }

    /** The route that a request for this edition would begin. */
    public Route route(Article article, Edition edition) {
        return route(article.series(), edition);
    }

    Route route(String code, Edition edition) {
        int approvals = series.get(edition.government(), code).approvals();
        return routes.choose(edition.government(), code, department(edition), approvals);
    }

    /** The author's; of someone from elsewhere, the department that the text names. */
    private String department(Edition edition) {
        var author = officers.find(edition.government(), edition.writtenBy())
                .map(Officer::department)
                .orElse("");
        if (!author.isEmpty()) return author;
        var named = edition.content().department();
        return named == null ? "" : named;
    }

    /** Where the edition stands: on the route it began with; before a request, on the one that it would begin. */
    public Progress progress(Article article, Edition edition) {
        var steps = kept.steps(article.government(), article.id(), edition.number());
        boolean begun = article.state() != ArticleState.DRAFT && !steps.isEmpty();
        return new Progress(
                article.government(), begun ? steps : route(article, edition).steps(), approvals.given(edition));
    }

    /** Begins the review: from now on the route may change without touching this edition. */
    void begin(Route route, Edition edition, Instant at) {
        kept.keep(route, edition.article(), edition.number(), at);
    }

    void circulate(Edition edition, Instant at) {
        kept.circulate(edition.government(), edition.article(), edition.number(), at);
    }

    public Staff staff(String government, Instant at) {
        return staffing.at(government, at);
    }

    public Rules rules(String government) {
        return rules.of(government);
    }

    /** Whose decisions on the edition count for nothing: its author's, unless the rules allow. */
    public java.util.Set<Long> excluded(Edition edition) {
        return rules.of(edition.government()).ownText() ? java.util.Set.of() : java.util.Set.of(edition.writtenBy());
    }

    /** Whether those who approved the edition would do for this route, each counting once, in whose place they decided. */
    boolean satisfies(Route route, Edition edition, Instant at) {
        var staff = staff(edition.government(), at);
        var given = approvals.given(edition).stream()
                .map(one -> one.forOfficer() == null ? Long.valueOf(one.officer()) : one.forOfficer())
                .collect(java.util.stream.Collectors.toSet());
        var them = staff.active().stream()
                .filter(officer -> given.contains(officer.id()))
                .toList();
        return new Progress(edition.government(), route.steps(), List.of())
                .unfulfillable(new Staff(staff.government(), them, staff.absences(), staff.today()), excluded(edition))
                .isEmpty();
    }

    Optional<String> lack(Route route, Edition edition, Instant at) {
        return new Progress(edition.government(), route.steps(), List.of())
                .unfulfillable(staff(edition.government(), at), excluded(edition))
                .map(noroshi.routes.Lack::sentence);
    }
}
