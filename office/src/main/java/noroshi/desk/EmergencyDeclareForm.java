package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import noroshi.emergency.Declaration;
import noroshi.emergency.Hazard;
import noroshi.emergency.Level;
import noroshi.emergency.Phase;

/** An emergency as it is typed; what is chosen from lists falls back to the mildest. */
public record EmergencyDeclareForm(
        Hazard hazard,
        Level level,
        Phase phase,
        String grade,
        List<String> areas,
        String words,
        boolean drill,
        String hours) {

    static final String HOURS_USUAL = "6";

    static EmergencyDeclareForm blank(List<String> areas) {
        return new EmergencyDeclareForm(Hazard.HEAVY_RAIN, Level.WATCH, Phase.WATCH, "", areas, "", false, HOURS_USUAL);
    }

    static EmergencyDeclareForm read(HttpServletRequest request) {
        var areas = request.getParameterValues("areas");
        return new EmergencyDeclareForm(
                chosen(Hazard.values(), text(request, "hazard"), Hazard.OTHER),
                chosen(Level.values(), text(request, "level"), Level.WATCH),
                chosen(Phase.values(), text(request, "phase"), Phase.WATCH),
                text(request, "grade").strip(),
                areas == null
                        ? List.of()
                        : Arrays.stream(areas).filter(a -> !a.isBlank()).toList(),
                text(request, "words").strip(),
                request.getParameter("drill") != null,
                text(request, "hours").strip());
    }

    Declaration declaration(Instant now) {
        return new Declaration(hazard, level, phase, grade, areas, words, drill, until(now));
    }

    /** Now where the hours cannot be read: the check then says what is expected. */
    Instant until(Instant now) {
        return hours.matches("[0-9]{1,4}") ? now.plus(Duration.ofHours(Long.parseLong(hours))) : now;
    }

    private static <E extends Enum<E>> E chosen(E[] values, String name, E otherwise) {
        return Stream.of(values)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "")
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }
}
