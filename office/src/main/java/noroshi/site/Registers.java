package noroshi.site;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import noroshi.platform.Announcement;
import noroshi.site.page.RegisterPages;
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
        for (var announcement : announcements)
            sources.orderedStream()
                    .filter(source ->
                            source.topics().contains(announcement.event().topic()))
                    .flatMap(source -> source.touched(announcement).stream())
                    .forEach(page -> put(page, draft, now));
    }

    void buildAll(String government, Draft draft, Instant now) {
        sources.orderedStream()
                .flatMap(source -> source.all(government).stream())
                .forEach(page -> put(page, draft, now));
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
