package noroshi.desk;

import java.util.List;
import java.util.Objects;
import noroshi.checks.Checks;
import noroshi.checks.Draft;
import noroshi.checks.Finding;
import noroshi.checks.Repair;

/**
 * What the checks found in the body, at its place: the line, the words around it, and the button that repairs it.
 *
 * @param before and @param after the rest of the line, shortened; @param act what the button sends; empty: a person has to think
 */
public record ArticleFinding(Finding finding, String before, String words, String after, String act, String repair) {

    static final String REPAIR = "repair:";
    private static final int AROUND_CHARACTERS_MAX = 20;

    static List<ArticleFinding> in(Draft draft) {
        return Checks.draft(draft).stream()
                .map(finding -> of(draft.body(), finding))
                .toList();
    }

    private static ArticleFinding of(String body, Finding finding) {
        int from = finding.place().from();
        int to = finding.place().to();
        int lineStart = body.lastIndexOf('\n', from - 1) + 1;
        int lineEnd = body.indexOf('\n', from);
        int end = lineEnd < 0 ? body.length() : lineEnd;
        int shownTo = Math.min(to, end);
        var repair = finding.repair();
        return new ArticleFinding(
                finding,
                body.substring(Math.max(lineStart, from - AROUND_CHARACTERS_MAX), from),
                body.substring(from, shownTo),
                body.substring(shownTo, Math.min(end, shownTo + AROUND_CHARACTERS_MAX)),
                repair == null ? "" : act(finding),
                repair == null ? "" : repair.label());
    }

    private static String act(Finding finding) {
        return REPAIR + finding.rule().id() + ":" + finding.place().from();
    }

    /** The body with one finding repaired, if it still stands where it stood; else as it is. */
    static String repaired(Draft draft, String act) {
        return Checks.draft(draft).stream()
                .filter(finding -> finding.repair() != null && act(finding).equals(act))
                .map(finding -> Objects.<Repair>requireNonNull(finding.repair()).applyTo(draft.body()))
                .findFirst()
                .orElse(draft.body());
    }

    public String criterion() {
        return finding.rule().criteria().getFirst().named();
    }
}
