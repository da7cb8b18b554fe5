package noroshi.checks.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import noroshi.checks.Finding;
import noroshi.checks.Outcome;
import noroshi.checks.Rule;
import org.jsoup.parser.Parser;

/** All rules over one page of HTML. */
public final class PageChecks {

    /** Longer pages are looked at up to here. */
    public static final int HTML_CHARACTERS_MAX = 2_000_000;

    private static final int DEPTH_MAX = 256;

    private static final List<BiConsumer<PageModel, Verdicts>> RULES = List.of(
            ImageRules::look,
            NameRules::look,
            HeadingRules::look,
            TableRules::look,
            LinkRules::look,
            PageRules::look,
            LanguageRules::look,
            AriaRules::look,
            StructureRules::look,
            FocusRules::look,
            FormRules::look,
            LabelInName::look,
            SpacingRules::look,
            ContrastRules::look,
            OrientationRule::look);

    private PageChecks() {}

    /** @param outcomes by rule; a rule that is missing found nothing to look at; @param findings in the order of the source */
    public record Looked(Map<Rule, Outcome> outcomes, List<Finding> findings) {

        public Outcome outcome(Rule rule) {
            return outcomes.getOrDefault(rule, Outcome.INAPPLICABLE);
        }
    }

    /** @param isPage false for a picture or formula that stands alone (.svg, .xml) */
    public static Looked look(String html, boolean isPage) {
        var source = html.length() <= HTML_CHARACTERS_MAX ? html : html.substring(0, HTML_CHARACTERS_MAX);
        var parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEPTH_MAX);
        var page = new PageModel(parser.parseInput(source, ""), isPage);
        var verdicts = new Verdicts(source);
        for (var rule : RULES) rule.accept(page, verdicts);
        return new Looked(
                Map.copyOf(verdicts.outcomes()),
                verdicts.findings().stream()
                        .sorted(Comparator.comparingInt(
                                finding -> finding.place().from()))
                        .toList());
    }
}
