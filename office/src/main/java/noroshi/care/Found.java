package noroshi.care;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import noroshi.checks.Checks;
import noroshi.checks.Draft;
import noroshi.checks.Finding;
import noroshi.checks.Rule;
import noroshi.checks.Severity;

/**
 * What the rules say of one public page, at its place in what the officer wrote where there is one, else in the HTML that readers get.
 *
 * @param before and @param after what stands beside the words on their line; @param repair what the editor's button says, or empty
 */
record Found(Rule rule, Part part, int line, String before, String words, String after, String reason, String repair) {

    static final int FINDINGS_MAX = 200;
    private static final int AROUND_CHARACTERS_MAX = 40;
    private static final int WORDS_CHARACTERS_MAX = 200;

    enum Part {
        TITLE("題名"),
        SUMMARY("概要"),
        BODY("本文"),
        PAGE("ページ");

        private final String japanese;

        Part(String japanese) {
            this.japanese = japanese;
        }

        String japanese() {
            return japanese;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Part of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /**
     * @param html the page's pieces as readers get them. A rule that found something in the text is not told again from the page: it is the same
     *     thing, seen from the other end
     */
    static List<Found> in(String title, String summary, Draft draft, List<String> html) {
        var found = new ArrayList<Found>();
        add(found, Part.TITLE, title, Checks.words(title, draft.places()), Set.of());
        add(found, Part.SUMMARY, summary, Checks.words(summary, draft.places()), Set.of());
        add(found, Part.BODY, draft.body(), Checks.draft(draft), Set.of());
        var told = EnumSet.noneOf(Rule.class);
        found.forEach(each -> told.add(each.rule()));
        for (var page : html) add(found, Part.PAGE, page, Checks.page(page), told);
        return found.size() <= FINDINGS_MAX ? List.copyOf(found) : List.copyOf(found.subList(0, FINDINGS_MAX));
    }

    private static void add(List<Found> found, Part part, String source, List<Finding> findings, Set<Rule> told) {
        for (var finding : findings) if (!told.contains(finding.rule())) found.add(of(part, source, finding));
    }

    private static Found of(Part part, String source, Finding finding) {
        int from = Math.min(finding.place().from(), source.length());
        int to = Math.clamp(finding.place().to(), from, source.length());
        int lineStart = source.lastIndexOf('\n', from - 1) + 1;
        int newLine = source.indexOf('\n', from);
        int end = newLine < 0 ? source.length() : newLine;
        int shownTo = Math.min(Math.min(to, end), from + WORDS_CHARACTERS_MAX);
        var repair = finding.repair();
        return new Found(
                finding.rule(),
                part,
                finding.place().line(),
                source.substring(Math.max(lineStart, from - AROUND_CHARACTERS_MAX), from),
                source.substring(from, Math.max(from, shownTo)),
                source.substring(
                        Math.max(from, shownTo), Math.max(shownTo, Math.min(end, shownTo + AROUND_CHARACTERS_MAX))),
                finding.reason(),
                repair == null ? "" : repair.label());
    }

    Severity severity() {
        return rule.severity();
    }
}
