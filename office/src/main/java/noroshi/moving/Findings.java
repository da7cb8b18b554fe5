package noroshi.moving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import noroshi.checks.Checks;
import noroshi.checks.Draft;
import noroshi.checks.Finding;
import noroshi.moving.page.Remark;

/** What an officer should know of a page, as lines of a column: weight, rule, line of the body, words. */
final class Findings {

    private static final int FINDINGS_MAX = 200;

    private Findings() {}

    /** What the checks find in a text, beside what was seen while it was moved. */
    static List<Remark> of(String body, List<Remark> seen) {
        var all = new ArrayList<>(seen);
        for (var finding : Checks.draft(Draft.of(body))) {
            if (all.size() >= FINDINGS_MAX) break;
            all.add(remark(finding));
        }
        return all;
    }

    private static Remark remark(Finding finding) {
        return new Remark(
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.rule().id(),
                finding.place().line(),
                finding.rule().japanese() + "：" + finding.reason());
    }

    static String written(Collection<Remark> remarks) {
        return remarks.stream()
                .distinct()
                .map(one -> "%s\t%s\t%d\t%s"
                        .formatted(
                                one.weight(),
                                one.rule(),
                                one.line(),
                                one.words().replaceAll("[\\t\\r\\n]+", " ")))
                .collect(Collectors.joining("\n"));
    }

    static List<Remark> read(String written) {
        return written.lines()
                .map(line -> line.split("\t", 4))
                .filter(parts -> parts.length == 4)
                .map(parts -> new Remark(parts[0], parts[1], Integer.parseInt(parts[2]), parts[3]))
                .toList();
    }

    static int errors(Collection<Remark> remarks) {
        return (int)
                remarks.stream().filter(one -> one.weight().equals("error")).count();
    }
}
