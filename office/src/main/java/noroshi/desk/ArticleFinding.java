package noroshi.desk;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import noroshi.checks.Checks;
import noroshi.checks.Draft;
import noroshi.checks.Finding;
import noroshi.checks.Repair;

/**
 * What the checks found, at its place: the field and line, the words around it, and the button that repairs it.
 *
 * @param field title, summary or body
 * @param before and @param after the rest of the line, shortened; @param act what the button sends; empty: a person has to think
 */
public record ArticleFinding(
        String field, Finding finding, String before, String words, String after, String act, String repair) {

    static final String REPAIR = "repair:";
    static final String TITLE = "title";
    static final String SUMMARY = "summary";
    static final String BODY = "body";
    private static final int AROUND_CHARACTERS_MAX = 20;

    /** Of title, summary and body, in this order. */
    static List<ArticleFinding> in(String title, String summary, Draft draft) {
        return Stream.of(
                        words(TITLE, title, draft.places()).stream(),
                        words(SUMMARY, summary, draft.places()).stream(),
                        Checks.draft(draft).stream().map(finding -> of(BODY, draft.body(), finding)))
                .flatMap(each -> each)
                .toList();
    }

    private static List<ArticleFinding> words(String field, String words, Set<String> places) {
        return Checks.words(words, places).stream()
                .map(finding -> of(field, words, finding))
                .toList();
    }

    private static ArticleFinding of(String field, String text, Finding finding) {
        int from = finding.place().from();
        int to = finding.place().to();
        int lineStart = text.lastIndexOf('\n', from - 1) + 1;
        int lineEnd = text.indexOf('\n', from);
        int end = lineEnd < 0 ? text.length() : lineEnd;
        int shownTo = Math.min(to, end);
        var repair = finding.repair();
        return new ArticleFinding(
                field,
                finding,
                text.substring(Math.max(lineStart, from - AROUND_CHARACTERS_MAX), from),
                text.substring(from, shownTo),
                text.substring(shownTo, Math.min(end, shownTo + AROUND_CHARACTERS_MAX)),
                repair == null ? "" : act(field, finding),
                repair == null ? "" : repair.label());
    }

    private static String act(String field, Finding finding) {
        return REPAIR + field + ":" + finding.rule().id() + ":"
                + finding.place().from();
    }

    /** The text of a field with one finding repaired, if it still stands where it stood; else as it is. */
    static String repaired(String field, String text, Draft draft, String act) {
        if (!act.startsWith(REPAIR + field + ":")) return text;
        var findings = field.equals(BODY) ? Checks.draft(draft) : Checks.words(text, draft.places());
        return findings.stream()
                .filter(finding ->
                        finding.repair() != null && act(field, finding).equals(act))
                .map(finding -> Objects.<Repair>requireNonNull(finding.repair()).applyTo(text))
                .findFirst()
                .orElse(text);
    }

    public String criterion() {
        return finding.rule().criteria().getFirst().named();
    }

    /** 本文の3行目、題名、要約 */
    public String place() {
        return switch (field) {
            case TITLE -> "題名";
            case SUMMARY -> "要約";
            default -> "本文の%d行目".formatted(finding.place().line());
        };
    }
}
