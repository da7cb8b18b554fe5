package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import noroshi.emergency.EvacuationLevel;
import noroshi.emergency.EvacuationOrder;
import noroshi.emergency.Hazard;

/** Evacuation information as it is typed. @param blocks 町字, one a line; empty: the whole municipality */
public record EvacuationForm(
        boolean issue, Hazard hazard, EvacuationLevel level, String blocks, String words, boolean drill) {

    static EvacuationForm blank() {
        return new EvacuationForm(true, Hazard.LANDSLIDE, EvacuationLevel.ELDERLY, "", "", false);
    }

    static EvacuationForm read(HttpServletRequest request) {
        return new EvacuationForm(
                !"lift".equals(request.getParameter("kind")),
                chosen(Hazard.values(), text(request, "hazard"), Hazard.OTHER),
                chosen(EvacuationLevel.values(), text(request, "level"), EvacuationLevel.ELDERLY),
                text(request, "blocks"),
                text(request, "words").strip(),
                request.getParameter("drill") != null);
    }

    EvacuationOrder order() {
        return new EvacuationOrder(
                0, issue, hazard, level, blocks.lines().toList(), words, drill, 0, Instant.EPOCH, "waiting", "");
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
