package noroshi.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import noroshi.channels.Reach;
import noroshi.people.Directory;
import noroshi.platform.Tenancy;
import noroshi.publishing.AllOrNothing;
import noroshi.publishing.Content;
import noroshi.publishing.Outcome;
import noroshi.publishing.PublishArticle;
import noroshi.publishing.PublishingLane;
import noroshi.publishing.Series;
import noroshi.publishing.SeriesShelf;
import noroshi.publishing.WriteArticle;
import org.springframework.stereotype.Component;

/** An article written and public in one act of one person; what they must see before they press. */
@Component
class EmergencyLane {

    private final Tenancy tenancy;
    private final Directory directory;
    private final SeriesShelf series;
    private final Reach reach;
    private final AllOrNothing allOrNothing;
    private final WriteArticle writeArticle;
    private final PublishArticle publishArticle;
    private final InstantSource clock;

    EmergencyLane(
            Tenancy tenancy,
            Directory directory,
            SeriesShelf series,
            Reach reach,
            AllOrNothing allOrNothing,
            WriteArticle writeArticle,
            PublishArticle publishArticle,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.directory = directory;
        this.series = series;
        this.reach = reach;
        this.allOrNothing = allOrNothing;
        this.writeArticle = writeArticle;
        this.publishArticle = publishArticle;
        this.clock = clock;
    }

    /** @param then tried after it, and with it: one that refuses undoes all */
    Outcome publish(Acting acting, String code, Content content, List<Function<Outcome.Done, Outcome>> then) {
        var government = acting.code();
        var steps = new ArrayList<Function<Outcome.Done, Outcome>>();
        steps.add(done -> publishArticle.handle(new PublishArticle.Command(
                government,
                done.article().id(),
                done.edition().number(),
                PublishingLane.EMERGENCY,
                null,
                null,
                false,
                acting.officer(),
                clock.instant())));
        steps.addAll(then);
        return allOrNothing.handle(
                government,
                () -> writeArticle.handle(
                        new WriteArticle.Command(government, code, content, acting.officer(), clock.instant())),
                steps);
    }

    /** What would stop it, without doing it; null: nothing. */
    @org.jspecify.annotations.Nullable
    Outcome tried(Acting acting, String code, Content content) {
        var tried = publish(acting, code, content, List.of(done -> new Outcome.Invalid(List.of())));
        return tried instanceof Outcome.Invalid(var none) && none.isEmpty() ? null : tried;
    }

    List<String> areas(String government, List<String> codes) {
        return tenancy.in(government, directory::listAreas).stream()
                .filter(area -> codes.contains(area.code()))
                .map(area -> area.kind().equals("prefecture") ? area.name() + "全域" : area.name())
                .toList();
    }

    String seriesName(String government, String code) {
        return tenancy.in(government, () -> series.find(government, code))
                .map(Series::name)
                .orElse(code);
    }

    int reach(String government, String code, List<String> areas) {
        return reach.count(government, code, areas);
    }
}
