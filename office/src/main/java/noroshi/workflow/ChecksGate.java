package noroshi.workflow;

import java.util.ArrayList;
import java.util.List;
import noroshi.checks.Checks;
import noroshi.checks.Draft;
import noroshi.checks.Finding;
import noroshi.checks.Severity;
import noroshi.publishing.Content;
import noroshi.publishing.Flaw;
import noroshi.publishing.PublishGate;
import org.springframework.stereotype.Component;

/** The checks at the gate of publishing: the same that authors see in the preview, of title, summary and body. */
@Component
final class ChecksGate implements PublishGate {

    private final DraftFacts drafts;

    ChecksGate(DraftFacts drafts) {
        this.drafts = drafts;
    }

    @Override
    public List<Flaw> flaws(String government, Content content) {
        return flaws(content, drafts.draft(government, content.body()));
    }

    /** @param body what is known of the content's body */
    static List<Flaw> flaws(Content content, Draft body) {
        var flaws = new ArrayList<Flaw>();
        add("title", content.title(), Checks.words(content.title(), body.places()), flaws);
        add("summary", content.summary(), Checks.words(content.summary(), body.places()), flaws);
        add("body", content.body(), Checks.draft(body), flaws);
        return List.copyOf(flaws);
    }

    private static void add(String field, String text, List<Finding> findings, List<Flaw> flaws) {
        for (var finding : findings)
            if (finding.severity() == Severity.ERROR)
                flaws.add(new Flaw(
                        finding.rule().id(),
                        finding.rule().japanese(),
                        field,
                        field.equals("body") ? finding.place().line() : 0,
                        words(text, finding),
                        finding.reason()));
    }

    private static String words(String text, Finding finding) {
        int from = Math.clamp(finding.place().from(), 0, text.length());
        int to = Math.clamp(finding.place().to(), from, text.length());
        return text.substring(from, to).lines().findFirst().orElse("");
    }
}
