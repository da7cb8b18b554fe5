package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import noroshi.people.Role;
import noroshi.routes.Route;
import noroshi.routes.Step;
import org.jspecify.annotations.Nullable;

/** A route as typed. Steps without a name are no steps. */
public record RouteForm(
        long id,
        String name,
        String series,
        String department,
        List<StepForm> steps,
        List<String> readers,
        List<String> readerDepartments) {

    private static final int STEPS_SHOWN_MIN = 3;
    private static final String OWN = "*own";

    /** @param where "": any department; *own: the author's; else a code */
    public record StepForm(String name, String role, String where, List<String> officers, String required) {

        static final StepForm EMPTY = new StepForm("", "approver", "", List.of(), "1");

        boolean isEmpty() {
            return name.isBlank() && officers.isEmpty();
        }
    }

    static RouteForm blank() {
        return new RouteForm(0, "", "", "", List.of(), List.of(), List.of()).padded();
    }

    static RouteForm of(Route route) {
        return new RouteForm(
                        route.id(),
                        route.name(),
                        text(route.series()),
                        text(route.department()),
                        route.steps().stream().map(RouteForm::step).toList(),
                        route.readers().stream().map(String::valueOf).toList(),
                        route.readerDepartments())
                .padded();
    }

    private static StepForm step(Step step) {
        var role = step.role();
        return new StepForm(
                step.name(),
                role == null ? "" : role.name().toLowerCase(Locale.ROOT),
                step.ownDepartment() ? OWN : text(step.department()),
                step.officers().stream().map(String::valueOf).toList(),
                String.valueOf(step.required()));
    }

    static RouteForm read(long id, HttpServletRequest request) {
        var steps = new ArrayList<StepForm>();
        for (int i = 1; i <= Route.STEPS_MAX; i++) {
            var step = new StepForm(
                    text(request.getParameter("step%dName".formatted(i))).strip(),
                    text(request.getParameter("step%dRole".formatted(i))),
                    text(request.getParameter("step%dWhere".formatted(i))),
                    list(request, "step%dOfficers".formatted(i)),
                    text(request.getParameter("step%dRequired".formatted(i))).strip());
            if (!step.isEmpty()) steps.add(step);
        }
        return new RouteForm(
                        id,
                        text(request.getParameter("name")).strip(),
                        text(request.getParameter("series")),
                        text(request.getParameter("department")),
                        steps,
                        list(request, "readers"),
                        list(request, "readerDepartments"))
                .padded();
    }

    /** With room for one more step. */
    private RouteForm padded() {
        var more = new ArrayList<>(steps);
        int shown = Math.min(Route.STEPS_MAX, Math.max(STEPS_SHOWN_MIN, steps.size() + 1));
        while (more.size() < shown) more.add(StepForm.EMPTY);
        return new RouteForm(id, name, series, department, List.copyOf(more), readers, readerDepartments);
    }

    Route route(String government) {
        var made = new ArrayList<Step>();
        for (var step : steps) if (!step.isEmpty()) made.add(step(made.size() + 1, step));
        return new Route(
                government, id, name, nothing(series), nothing(department), made, longs(readers), readerDepartments);
    }

    private static Step step(int position, StepForm form) {
        return new Step(
                position,
                form.name(),
                role(form.role()),
                form.where().equals(OWN) ? null : nothing(form.where()),
                form.where().equals(OWN),
                longs(form.officers()),
                form.required().matches("[1-9][0-9]?") ? Integer.parseInt(form.required()) : 1);
    }

    private static @Nullable Role role(String code) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(code))
                .findFirst()
                .orElse(null);
    }

    private static List<Long> longs(List<String> texts) {
        return texts.stream()
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
    }

    private static @Nullable String nothing(String text) {
        return text.isBlank() ? null : text;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static List<String> list(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }
}
