package noroshi.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.checks.Checks;
import noroshi.checks.Draft;
import noroshi.checks.Finding;
import noroshi.checks.Severity;
import noroshi.people.Area;
import noroshi.people.Directory;
import noroshi.publishing.Content;
import noroshi.publishing.Flaw;
import noroshi.publishing.PublishGate;
import org.springframework.stereotype.Component;

/** The checks at the gate of publishing: the same that authors see in the preview, of title, summary and body. */
@Component
final class ChecksGate implements PublishGate {

    private final Directory directory;

    ChecksGate(Directory directory) {
        this.directory = directory;
    }

    @Override
    public List<Flaw> flaws(String government, Content content) {
        var places = directory.listAreas().stream()
                .filter(area -> area.kind().equals("municipality"))
                .map(Area::name)
                .collect(Collectors.toSet());
        return flaws(content, places);
    }

    /** @param places how the municipalities' names are written */
    static List<Flaw> flaws(Content content, Set<String> places) {
        var flaws = new ArrayList<Flaw>();
        add("title", content.title(), Checks.words(content.title(), places), flaws);
        add("summary", content.summary(), Checks.words(content.summary(), places), flaws);
        // What is known of linked files changes no error, only warnings.
        add("body", content.body(), Checks.draft(new Draft(content.body(), places, Map.of())), flaws);
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
