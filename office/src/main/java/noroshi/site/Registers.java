package noroshi.site;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import noroshi.platform.Announcement;
import noroshi.site.page.Files;
import noroshi.site.page.RegisterPages;
import noroshi.site.page.SheetPages;
import noroshi.snapshot.Form;
import noroshi.snapshot.Key;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;
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
            source.sheets(its).forEach(sheet -> put(sheet, draft, now));
            source.files(its).forEach(file -> put(file, draft));
        });
    }

    /** Everything of a government, a register at a time, so that what is urgent comes in between. */
    List<Consumer<Draft>> all(String government, Instant now) {
        return sources.orderedStream()
                .map(source -> (Consumer<Draft>) draft -> {
                    source.all(government).forEach(page -> put(page, draft, now));
                    source.sheets(government).forEach(sheet -> put(sheet, draft, now));
                    source.files(government).forEach(file -> put(file, draft));
                })
                .toList();
    }

    private static void put(SourceFile file, Draft draft) {
        var key = Key.of(file.government(), file.path());
        if (file.removed()) draft.remove(key);
        else draft.put(key, Timeline.always(content(file, draft)));
    }

    private static Value content(SourceFile file, Draft draft) {
        var bytes = file.bytes();
        return bytes.length == 0 ? Files.texts(file.type(), file.texts(), draft) : Files.bytes(file.type(), bytes);
    }

    private void put(SourceSheet sheet, Draft draft, Instant now) {
        var site = survey.site(sheet.government());
        if (sheet.removed()) draft.put(new RegisterPages(site, draft, now).gone(sheet.path()));
        else
            draft.put(new SheetPages(site, draft, now)
                    .build(new SheetPages.Source(
                            sheet.path(),
                            sheet.title(),
                            sheet.sections().stream().map(Registers::piece).toList(),
                            sheet.form(),
                            sheet.script())));
    }

    private static SheetPages.Piece piece(SourceSheet.Section section) {
        return switch (section) {
            case SourceSheet.Section.Words(var bodies) -> {
                var instants = bodies.stream().map(SourcePage.Body::from).toList();
                yield new SheetPages.Piece(instants, at -> at(bodies, at), at -> at(bodies, at), false);
            }
            case SourceSheet.Section.Markup(var html, var instead) ->
                new SheetPages.Piece(List.of(), at -> html, at -> instead, true);
        };
    }

    private static String at(List<SourcePage.Body> bodies, Instant instant) {
        return bodies.stream()
                .filter(body -> !body.from().isAfter(instant))
                .reduce((earlier, later) -> later)
                .map(SourcePage.Body::markdown)
                .orElse("");
    }

    /** What beacons take in at pages of registers. */
    List<Form> forms() {
        return sources.orderedStream()
                .flatMap(source -> source.forms().stream())
                .toList();
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
