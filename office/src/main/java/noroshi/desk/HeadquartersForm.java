package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import noroshi.emergency.Headquarters;
import noroshi.emergency.HeadquartersKind;
import noroshi.emergency.HeadquartersTerms;
import noroshi.platform.Time;

/** A headquarters as it is typed. @param at as a datetime-local field holds it; "" is now */
public record HeadquartersForm(
        HeadquartersKind kind,
        String name,
        String event,
        String place,
        String head,
        String reason,
        boolean drill,
        String at) {

    static HeadquartersForm blank() {
        return new HeadquartersForm(HeadquartersKind.DISASTER, "", "", "", "", "", false, "");
    }

    /** What stands, to be changed. */
    static HeadquartersForm of(Headquarters headquarters) {
        var newest = headquarters.newest();
        return new HeadquartersForm(
                newest.kind(), newest.name(), newest.event(), newest.place(), newest.head(), "", false, "");
    }

    HeadquartersForm because(String why, String when) {
        return new HeadquartersForm(kind, name, event, place, head, why, drill, when);
    }

    static HeadquartersForm read(HttpServletRequest request) {
        return new HeadquartersForm(
                Stream.of(HeadquartersKind.values())
                        .filter(one -> one.name().equals(request.getParameter("kind")))
                        .findFirst()
                        .orElse(HeadquartersKind.DISASTER),
                text(request, "name"),
                text(request, "event"),
                text(request, "place"),
                text(request, "head"),
                text(request, "reason"),
                request.getParameter("drill") != null,
                text(request, "at"));
    }

    /** Empty where it cannot be read. */
    Optional<Instant> moment(Instant now) {
        if (at.isEmpty()) return Optional.of(now);
        try {
            return Optional.of(LocalDateTime.parse(at).atZone(Time.JAPAN).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    HeadquartersTerms terms(Instant moment) {
        return new HeadquartersTerms(kind, name, event, place, head, reason, drill, moment);
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "")
                .replaceAll("\\R", " ")
                .strip();
    }
}
