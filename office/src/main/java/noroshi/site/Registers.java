package noroshi.site;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import noroshi.platform.Announcement;
import noroshi.site.page.Files;
import noroshi.site.page.RegisterPages;
import noroshi.snapshot.Key;
import noroshi.snapshot.Timeline;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Pages of registers, which the site renders but does not understand. */
@Component
class Registers {

    private final ObjectProvider<PageSource> sources;
    private final Survey survey;

    Registers(ObjectProvider<PageSource> sources, Survey survey) {
        this.sources = sources;
        this.survey = survey;
    }

    Set<String> topics() {
        var topics = new TreeSet<String>();
        sources.orderedStream().forEach(source -> topics.addAll(source.topics()));
        return topics;
    }

    void build(List<Announcement> announcements, Draft draft, Instant now) {
        sources.orderedStream().forEach(source -> {
            var its = announcements.stream()
                    .filter(one -> source.topics().contains(one.event().topic()))
                    .toList();
            if (its.isEmpty()) return;
            source.touched(its).forEach(page -> put(page, draft, now));
            source.files(its).forEach(file -> put(file, draft));
        });
    }

    void buildAll(String government, Draft draft, Instant now) {
        sources.orderedStream().forEach(source -> {
            source.all(government).forEach(page -> put(page, draft, now));
            source.files(government).forEach(file -> put(file, draft));
        });
    }

    private static void put(SourceFile file, Draft draft) {
        var key = Key.of(file.government(), file.path());
        if (file.removed()) draft.remove(key);
        else draft.put(key, Timeline.always(Files.text(file.type(), file.text(), draft)));
    }

    private void put(SourcePage page, Draft draft, Instant now) {
        var pages = new RegisterPages(survey.site(page.government()), draft, now);
        if (page.removed()) draft.put(pages.gone(page.path()));
        else
            draft.put(pages.build(
                    page.path(),
                    page.title(),
                    page.bodies().stream()
                            .map(b -> new RegisterPages.Body(b.from(), b.markdown()))
                            .toList()));
    }
}
