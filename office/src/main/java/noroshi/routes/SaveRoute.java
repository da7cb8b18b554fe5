package noroshi.routes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.people.Department;
import noroshi.people.Directory;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.routes.RouteOutcome.Invalid;
import org.springframework.stereotype.Component;

/** Adds a route or changes it. Editions that wait already keep the route they began with. */
@Component
public final class SaveRoute {

    private final Tenancy tenancy;
    private final Routes routes;
    private final Staffing staffing;
    private final Directory directory;
    private final Audit audit;

    public SaveRoute(Tenancy tenancy, Routes routes, Staffing staffing, Directory directory, Audit audit) {
        this.tenancy = tenancy;
        this.routes = routes;
        this.staffing = staffing;
        this.directory = directory;
        this.audit = audit;
    }

    /** @param route its id is 0 for a new one */
    public record Command(Route route, Officer by, Instant at) {}

    public RouteOutcome handle(Command command) {
        var refusal = Administrators.lacking(command.by(), command.route().government());
        if (refusal.isPresent()) return refusal.get();
        return tenancy.in(command.route().government(), () -> save(command));
    }

    private RouteOutcome save(Command command) {
        var route = command.route();
        if (route.id() != 0 && routes.find(route.government(), route.id()).isEmpty()) return new RouteOutcome.Missing();
        var departments = directory.listDepartments(route.government());
        var staff = staffing.at(route.government(), command.at());
        var problem = words(route)
                .or(() -> places(route, departments))
                .or(() -> people(route, staff))
                .or(() -> unfulfillable(route, staff, departments));
        if (problem.isPresent()) return problem.get();
        long id = routes.put(route);
        audit.record(
                route.government(),
                command.by().id(),
                "route.saved",
                "route:" + id,
                route.name() + "：" + route.steps().stream().map(Step::name).collect(Collectors.joining(" → ")));
        return new RouteOutcome.Done(id);
    }

    private static Optional<RouteOutcome> words(Route route) {
        if (route.name().isBlank() || route.name().length() > Route.NAME_CHARACTERS_MAX)
            return invalid("name", "経路の名前は1〜%d字で入力してください。".formatted(Route.NAME_CHARACTERS_MAX));
        if (route.steps().isEmpty()) return invalid("step1", "段階がありません。段階を1つ以上入力してください。");
        if (route.steps().size() > Route.STEPS_MAX) return invalid("step1", "段階は%dつまでです。".formatted(Route.STEPS_MAX));
        if (route.readers().size() > Route.READERS_MAX)
            return invalid("readers", "回覧する人は%d人までにしてください。".formatted(Route.READERS_MAX));
        for (var step : route.steps()) {
            var field = "step" + step.position();
            if (step.name().isBlank() || step.name().length() > Step.NAME_CHARACTERS_MAX)
                return invalid(field, "第%d段階の名前は1〜%d字で入力してください。".formatted(step.position(), Step.NAME_CHARACTERS_MAX));
            if (step.required() > Step.REQUIRED_MAX)
                return invalid(field, "第%d段階の人数は1〜%d人にしてください。".formatted(step.position(), Step.REQUIRED_MAX));
            if (step.role() == null && step.officers().isEmpty())
                return invalid(field, "第%d段階で承認できる人が決まっていません。役割か職員を選んでください。".formatted(step.position()));
            if (step.officers().size() > Step.OFFICERS_MAX)
                return invalid(field, "第%d段階の職員は%d人までにしてください。".formatted(step.position(), Step.OFFICERS_MAX));
        }
        return Optional.empty();
    }

    private Optional<RouteOutcome> places(Route route, List<Department> departments) {
        var codes = departments.stream().map(Department::code).collect(Collectors.toSet());
        if (!routes.isSeries(route.government(), route.series()))
            return invalid("series", "媒体「%s」はこの団体にありません。一覧から選んでください。".formatted(route.series()));
        if (route.department() != null && !codes.contains(route.department()))
            return invalid("department", "課室「%s」はこの団体にありません。一覧から選んでください。".formatted(route.department()));
        for (var step : route.steps())
            if (step.department() != null && !codes.contains(step.department()))
                return invalid("step" + step.position(), "課室「%s」はこの団体にありません。".formatted(step.department()));
        if (!codes.containsAll(route.readerDepartments()))
            return invalid("readers", "回覧する課室がこの団体にありません。一覧から選び直してください。");
        if (routes.findTwin(route).isPresent()) return invalid("series", "同じ媒体と課室の経路がすでにあります。一覧からその経路を変更してください。");
        return Optional.empty();
    }

    private static Optional<RouteOutcome> people(Route route, Staff staff) {
        var known = staff.active().stream().map(Officer::id).collect(Collectors.toSet());
        for (var step : route.steps())
            if (!known.containsAll(step.officers()))
                return invalid(
                        "step" + step.position(), "第%d段階の職員に、利用を止めた職員がいます。選び直してください。".formatted(step.position()));
        if (!known.containsAll(route.readers())) return invalid("readers", "回覧する人に、利用を止めた職員がいます。選び直してください。");
        return Optional.empty();
    }

    /** A step of the author's department must have somebody in at least one department that writes; where it has none, the request says so. */
    private static Optional<RouteOutcome> unfulfillable(Route route, Staff staff, List<Department> departments) {
        var authors = route.department() != null
                ? List.of(route.department())
                : departments.stream().map(Department::code).toList();
        Step lacking = null;
        for (var department : authors) {
            var steps = route.in(department).steps();
            var found = new Progress(route.government(), steps, List.of()).unfulfillable(staff, Set.of());
            if (found.isEmpty()) return Optional.empty();
            lacking = found.get();
        }
        if (lacking == null) return Optional.empty();
        return invalid("step" + lacking.position(), Lack.sentence(lacking) + "人数を減らすか、承認できる人を増やしてください。");
    }

    private static Optional<RouteOutcome> invalid(String field, String message) {
        return Optional.of(new Invalid(field, message));
    }

    /** Roles that a step may ask for. */
    public static List<Role> roles() {
        return List.of(Role.APPROVER, Role.HEAD, Role.PUBLISHER, Role.ADMINISTRATOR);
    }
}
