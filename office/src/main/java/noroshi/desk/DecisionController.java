package noroshi.desk;

import java.util.Map;
import java.util.stream.Collectors;
import noroshi.people.Department;
import noroshi.people.Directory;
import noroshi.people.Officers;
import noroshi.platform.Tenancy;
import noroshi.publishing.DecisionLog;
import noroshi.publishing.Series;
import noroshi.publishing.SeriesShelf;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 承認の記録: every decision, found by period, officer, department, series and kind; also as a table to take along. */
@Controller
class DecisionController {

    private static final int ROWS_MAX = 50;
    private static final int CSV_ROWS_MAX = 20_000;

    private final Tenancy tenancy;
    private final DecisionLog log;
    private final Officers officers;
    private final Directory directory;
    private final SeriesShelf series;

    DecisionController(Tenancy tenancy, DecisionLog log, Officers officers, Directory directory, SeriesShelf series) {
        this.tenancy = tenancy;
        this.log = log;
        this.officers = officers;
        this.directory = directory;
        this.series = series;
    }

    @GetMapping("/approvals/history")
    View list(
            Frame frame,
            Acting acting,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") String before) {
        var filter = filter(typed);
        var government = acting.code();
        var question = filter.question(before.matches("[0-9]{1,18}") ? Long.valueOf(before) : null);
        return tenancy.in(government, () -> {
            var rows = log.list(government, question, ROWS_MAX + 1);
            boolean more = rows.size() > ROWS_MAX;
            var shown = more ? rows.subList(0, ROWS_MAX) : rows;
            var query = filter.query();
            return Screen.of("decisions", frame)
                    .with("acting", acting)
                    .with("filter", filter)
                    .with("rows", shown)
                    .with(
                            "next",
                            more
                                    ? acting.at("/approvals/history?" + query + "&before="
                                            + shown.getLast().id())
                                    : "")
                    .with("csv", acting.at("/approvals/history.csv?" + query))
                    .with("officers", officers.list(government))
                    .with("departments", directory.listDepartments(government))
                    .with("series", series.list(government));
        });
    }

    private static DecisionFilter filter(Map<String, String> typed) {
        return new DecisionFilter(
                typed.getOrDefault("from", "").strip(),
                typed.getOrDefault("until", "").strip(),
                typed.getOrDefault("officer", ""),
                typed.getOrDefault("department", ""),
                typed.getOrDefault("series", ""),
                typed.getOrDefault("decision", ""));
    }

    @GetMapping("/approvals/history.csv")
    View csv(Acting acting, @RequestParam Map<String, String> typed) {
        var government = acting.code();
        return TableFile.of(
                "承認の記録",
                out -> tenancy.run(government, () -> {
                    var departments = directory.listDepartments(government).stream()
                            .collect(Collectors.toMap(Department::code, Department::name));
                    var names = series.list(government).stream().collect(Collectors.toMap(Series::code, Series::name));
                    out.row("日時", "決定", "段階", "職員", "代理した職員", "記事", "版", "題名", "媒体", "課室", "作成者", "コメント");
                    for (var row : log.list(government, filter(typed).question(null), CSV_ROWS_MAX))
                        out.row(
                                Moments.exact(row.at()),
                                ArticleShown.decision(row.decision()),
                                row.step(),
                                row.officerName(),
                                row.forName(),
                                row.article(),
                                row.edition(),
                                row.title(),
                                names.getOrDefault(row.series(), row.series()),
                                departments.getOrDefault(row.department(), row.department()),
                                row.authorName(),
                                row.comment());
                }));
    }
}
