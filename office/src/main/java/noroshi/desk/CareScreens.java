package noroshi.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.care.CareLists;
import noroshi.care.Checkup;
import noroshi.checks.Rule;
import noroshi.checks.Severity;
import noroshi.people.Department;
import noroshi.people.Directory;
import noroshi.people.Officer;
import noroshi.people.Officers;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import noroshi.platform.Time;
import noroshi.views.Views;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the screens of care show. */
@Component
class CareScreens {

    static final int POINTS_MAX = 12;
    /** A list's first page shows so many. */
    private static final int NEWEST = 20;
    /** Younger pages still stand where readers come by. */
    private static final int ORPHAN_MONTHS = 3;

    private final Checkup checkup;
    private final CareLists lists;
    private final Directory directory;
    private final Officers officers;
    private final Views views;
    private final Tenancy tenancy;
    private final InstantSource clock;

    CareScreens(
            Checkup checkup,
            CareLists lists,
            Directory directory,
            Officers officers,
            Views views,
            Tenancy tenancy,
            InstantSource clock) {
        this.checkup = checkup;
        this.lists = lists;
        this.directory = directory;
        this.officers = officers;
        this.views = views;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** @param code "" : all departments; "-" : pages without one */
    record Sieve(String code, List<Department> choices) {

        @Nullable
        String department() {
            return code.isEmpty() ? null : code.equals("-") ? "" : code;
        }
    }

    Sieve sieve(String government, String code) {
        var choices = tenancy.in(government, () -> directory.listDepartments(government));
        boolean known =
                code.equals("-") || choices.stream().anyMatch(d -> d.code().equals(code));
        return new Sieve(known ? code : "", choices);
    }

    static boolean mayStart(Acting acting) {
        return acting.has(Role.ADMINISTRATOR) || acting.has(Role.PUBLISHER) || acting.has(Role.APPROVER);
    }

    CareBoard board(Acting acting, Sieve sieve) {
        var government = acting.code();
        var names = names(sieve);
        return tenancy.in(government, () -> {
            var sums = checkup.byDepartment(government);
            long most = sums.stream()
                    .mapToLong(sum -> (long) sum.errors() + sum.warnings())
                    .max()
                    .orElse(0);
            var trend = checkup.trend(government, sieve.department(), POINTS_MAX);
            return new CareBoard(
                    checkup.state(government),
                    checkup.newestRun(government).orElse(null),
                    sums.stream().map(sum -> row(sum, names, most)).toList(),
                    checkup.byRule(government, sieve.department()).stream()
                            .map(CareScreens::rule)
                            .toList(),
                    trend,
                    CareChart.of(trend),
                    sieve.code(),
                    names.getOrDefault(sieve.code(), ""),
                    sieve.choices(),
                    mayStart(acting));
        });
    }

    private static CareBoard.Row row(Checkup.Sum sum, Map<String, String> names, long most) {
        var code = sum.department().isEmpty() ? "-" : sum.department();
        long scale = Math.max(1, most);
        return new CareBoard.Row(
                code,
                names.getOrDefault(code, code),
                sum,
                Math.round(100.0 * sum.errors() / scale),
                Math.round(100.0 * sum.warnings() / scale));
    }

    private static CareBoard.RuleRow rule(Checkup.OfRule of) {
        return new CareBoard.RuleRow(
                of, chip(of.rule().severity()), of.rule().criteria().getFirst().named());
    }

    static Chip chip(Severity severity) {
        return switch (severity) {
            case ERROR -> new Chip(severity.japanese(), "red");
            case WARNING -> new Chip(severity.japanese(), "yellow");
            case HINT -> new Chip(severity.japanese(), "grey");
        };
    }

    /** Department code (or - for none) → name. */
    Map<String, String> names(Sieve sieve) {
        var names = new HashMap<String, String>();
        sieve.choices().forEach(department -> names.put(department.code(), department.name()));
        names.put("-", "課室なし");
        return names;
    }

    List<Checkup.Page> pages(String government, Sieve sieve, Optional<Rule> rule, int page) {
        return tenancy.in(
                government,
                () -> checkup.pages(
                        government,
                        sieve.department(),
                        rule.orElse(null),
                        page * Checkup.PAGE_MAX,
                        Checkup.PAGE_MAX + 1));
    }

    List<Checkup.Finding> findings(String government, long article) {
        return tenancy.in(government, () -> checkup.findings(government, article));
    }

    List<CareLists.Link> links(String government, Sieve sieve, int max) {
        return tenancy.in(government, () -> lists.links(government, sieve.department(), max));
    }

    List<CareLists.Unread> unread(String government, Sieve sieve, int months, int max) {
        return tenancy.in(
                government, () -> lists.unread(government, sieve.department(), months, 0, monthsAgo(months), max));
    }

    /** Since when views are counted; what was not counted is not known to be unread. */
    Optional<Instant> countedSince(String government) {
        return tenancy.in(government, () -> views.since(government));
    }

    List<CareLists.Twin> twins(String government, Sieve sieve, int max) {
        return tenancy.in(government, () -> lists.twins(government, sieve.department(), max));
    }

    List<CareLists.Page> orphans(String government, Sieve sieve, int max) {
        return tenancy.in(
                government, () -> lists.orphans(government, sieve.department(), NEWEST, monthsAgo(ORPHAN_MONTHS), max));
    }

    List<CareLists.Request> requests(String government, Sieve sieve, int max) {
        return tenancy.in(government, () -> lists.requests(government, null, sieve.department(), max));
    }

    List<Officer> colleagues(String government) {
        return tenancy.in(government, () -> officers.list(government));
    }

    Instant monthsAgo(int months) {
        return clock.instant().atZone(Time.JAPAN).minusMonths(months).toInstant();
    }
}
