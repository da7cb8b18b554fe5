package noroshi.site;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import noroshi.platform.Announcement;
import noroshi.platform.Lane;
import noroshi.platform.Listener;
import noroshi.platform.Tenancy;
import noroshi.publishing.DepartmentArticles;
import org.springframework.stereotype.Component;

/**
 * Hears of changed departments and of articles that another department answers for now. An ear of its own, and a publish for each portion: news and
 * alerts come in between, however many pages follow.
 */
@Component
final class DepartmentListener implements Listener {

    private static final int ARTICLES_IN_PUBLISH = 100;
    private static final int DEPARTMENTS_IN_PUBLISH = 20;

    private final Tenancy tenancy;
    private final Readers read;
    private final DepartmentArticles articles;
    private final Snapshots snapshots;
    private final InstantSource clock;

    DepartmentListener(
            Tenancy tenancy, Readers read, DepartmentArticles articles, Snapshots snapshots, InstantSource clock) {
        this.tenancy = tenancy;
        this.read = read;
        this.articles = articles;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "site-departments";
    }

    @Override
    public Set<String> topics() {
        return Set.of("department.changed", "department.readdressed", "articles.reassigned");
    }

    @Override
    public Lane lane() {
        return Lane.ORDINARY;
    }

    @Override
    public int batchMax() {
        return 50;
    }

    /** What a batch asks for on one government's site. */
    private static final class Work {
        final Set<String> present = new TreeSet<>();
        final Set<String> gone = new TreeSet<>();
        final Set<String> readdressed = new TreeSet<>();
        final Set<Long> articles = new TreeSet<>();

        void add(Announcement announcement) {
            switch (announcement.event().topic()) {
                case "department.changed" -> {
                    present.addAll(codes(announcement.fact("departments")));
                    gone.addAll(codes(announcement.fact("gone")));
                }
                case "department.readdressed" -> readdressed.add(announcement.fact("department"));
                default -> codes(announcement.fact("articles")).forEach(id -> articles.add(Long.valueOf(id)));
            }
        }

        private static List<String> codes(String fact) {
            return fact.isEmpty() ? List.of() : List.of(fact.split(","));
        }
    }

    @Override
    public void handle(List<Announcement> batch) {
        Map<String, Work> all = new LinkedHashMap<>();
        for (var announcement : batch)
            all.computeIfAbsent(announcement.government(), g -> new Work()).add(announcement);
        all.forEach(this::departments);
        all.forEach((government, work) -> {
            work.articles.addAll(ofDepartments(government, work.readdressed));
            for (var portion : portions(work.articles, ARTICLES_IN_PUBLISH))
                publish(government, builder -> builder.articles(portion));
        });
    }

    private void departments(String government, Work work) {
        if (work.present.isEmpty() && work.gone.isEmpty()) return;
        publish(government, SiteBuilder::frame);
        for (var portion : portions(work.present, DEPARTMENTS_IN_PUBLISH))
            publish(government, builder -> portion.forEach(builder::department));
        for (var portion : portions(work.gone, DEPARTMENTS_IN_PUBLISH))
            publish(government, builder -> portion.forEach(builder::goneDepartment));
    }

    private List<Long> ofDepartments(String government, Set<String> departments) {
        return tenancy.everywhere(() -> articles.list(government, departments)).stream()
                .map(DepartmentArticles.Held::article)
                .toList();
    }

    private void publish(String government, Consumer<SiteBuilder> work) {
        snapshots.publish(
                clock.instant(),
                draft -> tenancy.runEverywhere(() -> {
                    if (draft.isFirst())
                        draft.settings(snapshots.settings(read.survey().hosts()));
                    work.accept(new SiteBuilder(read, government, draft, clock.instant()));
                }));
    }

    private static <T> List<List<T>> portions(Collection<T> all, int size) {
        var list = new ArrayList<>(all);
        var portions = new ArrayList<List<T>>();
        for (int i = 0; i < list.size(); i += size)
            portions.add(List.copyOf(list.subList(i, Math.min(list.size(), i + size))));
        return portions;
    }
}
