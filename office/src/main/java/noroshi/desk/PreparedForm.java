package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.platform.Time;
import noroshi.publishing.Content;
import noroshi.publishing.Outcome.Problem;
import noroshi.writing.Blank;
import noroshi.writing.Blanks;
import noroshi.writing.PreparedPage;

/**
 * A prepared page with its blanks filled, as typed.
 *
 * @param values by the blank's name
 */
public record PreparedForm(PreparedPage page, Map<String, String> values, List<String> areas, String once) {

    static final String FIELD = "blank-";

    public PreparedForm {
        values = Map.copyOf(values);
        areas = List.copyOf(areas);
    }

    /** Times begin with now: in a disaster nobody should type what the clock knows. */
    static PreparedForm blank(PreparedPage page, List<String> areas, Instant now, String once) {
        var values = new LinkedHashMap<String, String>();
        var local = ZonedDateTime.ofInstant(now, Time.JAPAN);
        for (var blank : page.blanks()) {
            var initial =
                    switch (blank.type()) {
                        case DATE -> DateTimeFormatter.ISO_LOCAL_DATE.format(local);
                        case DATETIME ->
                            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").format(local);
                        case WORDS, LONG, NUMBER, PHONE, CHOICE -> blank.initial();
                    };
            values.put(blank.name(), initial);
        }
        return new PreparedForm(page, values, areas, once);
    }

    static PreparedForm read(PreparedPage page, HttpServletRequest request) {
        var fields = new Fields(request.getParameterMap());
        var values = new LinkedHashMap<String, String>();
        var blanks = page.blanks();
        for (int i = 0; i < blanks.size(); i++)
            values.put(blanks.get(i).name(), fields.text(FIELD + i).strip());
        return new PreparedForm(page, values, fields.list("areas"), fields.text("once"));
    }

    public String value(Blank blank) {
        return values.getOrDefault(blank.name(), "");
    }

    public String title() {
        return Blanks.filled(page.title(), values).replace('\n', ' ');
    }

    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        var wrong = Blanks.problems(page.blanks(), values);
        var blanks = page.blanks();
        for (int i = 0; i < blanks.size(); i++) {
            var message = wrong.get(blanks.get(i).name());
            if (message != null) problems.add(new Problem(FIELD + i, message));
        }
        if (areas.isEmpty()) problems.add(new Problem("areas", "地域が選ばれていません。知らせる地域を選んでください。全域なら「全域」を選びます。"));
        return problems;
    }

    Content content(String department) {
        return Content.of(
                        title(),
                        Blanks.filled(page.summary(), values),
                        Blanks.filled(page.body(), values, EmergencyPostForm::asWritten))
                .withAreas(areas)
                .withTopics(List.of("safety"))
                .withDepartment(department.isBlank() ? null : department);
    }
}
