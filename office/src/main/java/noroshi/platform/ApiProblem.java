package noroshi.platform;

import java.util.List;
import java.util.Map;

/**
 * A call of the REST API that cannot be done; thrown by controllers under {@code /api/}, answered as RFC 9457 problem+json.
 *
 * <p>Build one with {@link #of} and add to it: {@code throw ApiProblem.of(422, "unknown-area", "…", "…", "…").at("#/areas/0", "…")}.
 */
public final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param pointer RFC 6901 in a fragment, e.g. {@code #/areas/0}; @param detail what is wrong there (Japanese) */
    public record Place(String pointer, String detail) {}

    private final int status;
    private final String code;
    private final String title;
    private final String detail;
    private final String english;
    private final transient List<Place> places;
    private final transient Map<String, Object> more;

    private ApiProblem(
            int status,
            String code,
            String title,
            String detail,
            String english,
            List<Place> places,
            Map<String, Object> more) {
        super("%d %s: %s".formatted(status, code, detail), null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
        this.detail = detail;
        this.english = english;
        this.places = List.copyOf(places);
        this.more = Map.copyOf(more);
    }

    /**
     * @param code names the kind of problem for programs, e.g. {@code overtaken}
     * @param title the kind of problem in Japanese
     * @param detail what, where, what to do: Japanese; @param english the same
     */
    public static ApiProblem of(int status, String code, String title, String detail, String english) {
        return new ApiProblem(status, code, title, detail, english, List.of(), Map.of());
    }

    public ApiProblem at(List<Place> places) {
        return new ApiProblem(status, code, title, detail, english, places, more);
    }

    public ApiProblem at(String pointer, String detail) {
        return at(List.of(new Place(pointer, detail)));
    }

    /** A member of its own, e.g. the newest edition. */
    public ApiProblem with(String name, Object value) {
        return new ApiProblem(status, code, title, detail, english, places, Map.of(name, value));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public String english() {
        return english;
    }

    public List<Place> places() {
        return places;
    }

    public Map<String, Object> more() {
        return more;
    }
}
