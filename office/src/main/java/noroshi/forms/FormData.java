package noroshi.forms;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import noroshi.platform.Announcement;
import noroshi.site.DataSet;
import noroshi.site.DataSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the catalogue says of the forms' public entries (tenders, facilities …). */
@Component
@Order(30)
class FormData implements DataSource {

    private final FormShelf shelf;

    FormData(FormShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Set<String> topics() {
        return Set.of(FormPages.CHANGED, "article.changed");
    }

    /** An article without a form changes no catalogue. */
    @Override
    public Set<String> governments(Announcement announcement) {
        var touched = new LinkedHashSet<String>();
        if (announcement.event().topic().equals(FormPages.CHANGED)
                || !shelf.formsOf(announcement.government(), Long.parseLong(announcement.fact("article")))
                        .isEmpty()) touched.add(announcement.government());
        return touched;
    }

    @Override
    public List<DataSet> dataSets(String government) {
        return shelf.list(government).stream()
                .map(form -> dataSet(form, shelf.listPublic(government, form.code())))
                .toList();
    }

    private static DataSet dataSet(Form form, List<Entry> entries) {
        return new DataSet(
                "form-" + form.series(),
                form.name(),
                "公開している「%s」の項目です。".formatted(form.name()),
                List.of(form.name()),
                "/%s/".formatted(form.series()),
                entries.size(),
                entries.stream().map(Entry::changedAt).max(Instant::compareTo).orElse(null),
                List.of(
                        DataSet.File.csv("/%s/data.csv".formatted(form.series()), "一覧", ""),
                        DataSet.File.json("/%s/data.json".formatted(form.series()), "一覧")));
    }
}
