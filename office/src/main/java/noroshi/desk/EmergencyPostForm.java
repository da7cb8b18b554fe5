package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import noroshi.publishing.Content;
import noroshi.publishing.Outcome.Problem;

/** The shortest form of an article: what has happened, what to do, where. As typed. */
public record EmergencyPostForm(
        String title, String what, String todo, List<String> areas, String series, String once) {

    static final int TEXT_CHARACTERS_MAX = 4_000;

    static EmergencyPostForm blank(String series, List<String> areas, String once) {
        return new EmergencyPostForm("", "", "", areas, series, once);
    }

    static EmergencyPostForm read(HttpServletRequest request) {
        var areas = request.getParameterValues("areas");
        return new EmergencyPostForm(
                text(request, "title").strip(),
                text(request, "what").strip(),
                text(request, "todo").strip(),
                areas == null
                        ? List.of()
                        : Arrays.stream(areas).filter(a -> !a.isBlank()).toList(),
                text(request, "series"),
                text(request, "once"));
    }

    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        if (title.isBlank()) problems.add(new Problem("title", "題名がありません。「どこで・何が」を1行で入力してください。"));
        if (title.length() > Content.TITLE_CHARACTERS_MAX)
            problems.add(new Problem(
                    "title", "題名が%d文字あります。%d文字以内にしてください。".formatted(title.length(), Content.TITLE_CHARACTERS_MAX)));
        if (todo.isBlank()) problems.add(new Problem("todo", "とるべき行動がありません。読んだ人に、いま何をしてほしいかを入力してください。"));
        length("todo", "とるべき行動", todo, problems);
        if (what.isBlank()) problems.add(new Problem("what", "起きていることがありません。わかっている範囲で入力してください。"));
        length("what", "起きていること", what, problems);
        // Nobody must reach a whole prefecture, or nobody, by forgetting something.
        if (areas.isEmpty()) problems.add(new Problem("areas", "地域が選ばれていません。知らせる地域を選んでください。全域なら「全域」を選びます。"));
        return problems;
    }

    /** What to do comes first: many read no further. */
    Content content(String department) {
        var body = "## いま、とるべき行動\n\n%s\n\n## 起きていること\n\n%s\n".formatted(asWritten(todo), asWritten(what));
        return Content.of(title, firstLine(todo), body)
                .withAreas(areas)
                .withTopics(List.of("safety"))
                .withDepartment(department.isBlank() ? null : department);
    }

    /** The use case speaks of an article's fields; here they are called otherwise. */
    static Problems atItsFields(Problems problems) {
        return new Problems(problems.all().stream()
                .map(problem -> switch (Problems.place(problem)) {
                    case "body" -> new Problem("what", problem.message());
                    case "summary" -> new Problem("todo", problem.message());
                    default -> problem;
                })
                .toList());
    }

    /** People type lines and mean lines; 「・」 is how a list is typed here. */
    static String asWritten(String text) {
        return Arrays.stream(text.split("\n"))
                .map(String::strip)
                .map(line -> line.startsWith("・") ? "- " + line.substring(1).strip() : line)
                .map(line -> line.isEmpty() || line.startsWith("- ") ? line : line + "  ")
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static String firstLine(String text) {
        var line = text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("");
        var plain = line.startsWith("・") ? line.substring(1).strip() : line;
        return plain.length() <= Content.SUMMARY_CHARACTERS_MAX
                ? plain
                : plain.substring(0, Content.SUMMARY_CHARACTERS_MAX);
    }

    private static void length(String field, String name, String text, List<Problem> problems) {
        if (text.length() > TEXT_CHARACTERS_MAX)
            problems.add(new Problem(
                    field, "%sが%,d文字あります。%,d文字以内にしてください。".formatted(name, text.length(), TEXT_CHARACTERS_MAX)));
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "")
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }
}
