package noroshi.forms;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import noroshi.platform.Announcement;
import noroshi.platform.Settings;
import noroshi.platform.Time;
import noroshi.site.PageSource;
import noroshi.site.SourceFile;
import noroshi.site.SourcePage;
import org.springframework.stereotype.Component;

/**
 * The tables of a form's public entries, sorted by field, by choice, and as open data: made when one of its articles changes.
 *
 * <p>Both futures are made at once: an entry whose last day passes moves below by the beacon's clock.
 */
@Component
class FormPages implements PageSource {

    static final String CHANGED = "form.changed";
    private static final int FUTURES_MAX = 30;

    private final FormShelf shelf;
    private final Settings settings;
    private final InstantSource clock;

    FormPages(FormShelf shelf, Settings settings, InstantSource clock) {
        this.shelf = shelf;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of(CHANGED, "article.changed");
    }

    @Override
    public List<SourcePage> touched(Announcement announcement) {
        return touched(List.of(announcement));
    }

    @Override
    public List<SourcePage> touched(List<Announcement> announcements) {
        return each(announcements, this::pages);
    }

    @Override
    public List<SourceFile> files(List<Announcement> announcements) {
        return each(announcements, this::data);
    }

    @Override
    public List<SourcePage> all(String government) {
        return shelf.list(government).stream()
                .flatMap(form -> pages(new Gathered(government, form, entries(government, form))).stream())
                .toList();
    }

    @Override
    public List<SourceFile> files(String government) {
        return shelf.list(government).stream()
                .flatMap(form -> data(new Gathered(government, form, entries(government, form))).stream())
                .toList();
    }

    private record Gathered(String government, Form form, List<Entry> entries) {}

    private record Touched(String government, String form) {}

    private List<Entry> entries(String government, Form form) {
        return shelf.listPublic(government, form.code());
    }

    private <T> List<T> each(List<Announcement> announcements, Function<Gathered, List<T>> make) {
        var forms = new LinkedHashSet<Touched>();
        for (var one : announcements) {
            if (one.event().topic().equals(CHANGED)) forms.add(new Touched(one.government(), one.fact("form")));
            else
                for (var form : shelf.formsOf(one.government(), Long.parseLong(one.fact("article"))))
                    forms.add(new Touched(one.government(), form));
        }
        var made = new ArrayList<T>();
        for (var touched : forms)
            shelf.find(touched.government(), touched.form())
                    .ifPresent(form -> made.addAll(
                            make.apply(new Gathered(touched.government(), form, entries(touched.government(), form)))));
        return made;
    }

    private List<SourcePage> pages(Gathered all) {
        var form = all.form();
        var names = shelf.names(
                all.government(),
                form,
                all.entries().stream().map(Entry::values).toList());
        var table = new EntryTable(form, all.entries(), names);
        var pages = new ArrayList<SourcePage>();
        var first = form.order();
        first.ifPresent(field -> pages.add(page(
                all,
                "/%s/table".formatted(form.series()),
                form.name() + "の一覧",
                days(field, all),
                day -> table.sorted(field, day))));
        for (var field : form.listed()) {
            if (field.type().isSortable() && field.type() != FieldType.CHOICE)
                pages.add(page(
                        all,
                        "/%s/table/by-%s".formatted(form.series(), field.id()),
                        "%sの一覧（%sの順）".formatted(form.name(), field.label()),
                        days(field, all),
                        day -> table.sorted(field, day)));
            if (field.type().isFilter())
                for (int i = 0; i < field.options().size(); i++) {
                    var choice = field.options().get(i);
                    pages.add(page(
                            all,
                            table.choicePath(field, i),
                            "%sの一覧（%s）".formatted(form.name(), choice),
                            Set.of(today()),
                            day -> table.of(field, choice)));
                }
        }
        return pages;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Time.JAPAN);
    }

    /** Today, and the mornings after the last days of entries. */
    private Set<LocalDate> days(Field field, Gathered all) {
        var days = new TreeSet<LocalDate>();
        days.add(today());
        if (field.type() != FieldType.DATE && field.type() != FieldType.SPAN) return days;
        all.entries().stream()
                .map(entry -> EntryTable.lastDay(field, entry))
                .filter(java.util.Objects::nonNull)
                .map(day -> day.plusDays(1))
                .filter(day -> day.isAfter(today()))
                .sorted()
                .distinct()
                .limit(FUTURES_MAX)
                .forEach(days::add);
        return days;
    }

    private SourcePage page(
            Gathered all, String path, String title, Set<LocalDate> days, Function<LocalDate, String> body) {
        var bodies = days.stream()
                .sorted()
                .map(day -> new SourcePage.Body(
                        day.equals(today())
                                ? Instant.EPOCH
                                : day.atStartOfDay(Time.JAPAN).toInstant(),
                        body.apply(day)))
                .toList();
        return new SourcePage(all.government(), path, title, bodies, false);
    }

    private List<SourceFile> data(Gathered all) {
        var form = all.form();
        var names = shelf.names(
                all.government(),
                form,
                all.entries().stream().map(Entry::values).toList());
        var base = settings.publicUrl().toString().replaceAll("/+$", "") + "/" + all.government();
        return List.of(
                new SourceFile(
                        all.government(),
                        "/%s/data.csv".formatted(form.series()),
                        "text/csv; charset=utf-8",
                        OpenData.csv(form, all.entries(), names, base),
                        false),
                new SourceFile(
                        all.government(),
                        "/%s/data.json".formatted(form.series()),
                        "application/json",
                        OpenData.json(form, all.entries(), names, base),
                        false));
    }
}
