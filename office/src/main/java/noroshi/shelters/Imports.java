package noroshi.shelters;

import java.time.Instant;
import java.util.List;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** The lists that were taken in, newest first, and what became of their rows. */
@Component
public class Imports {

    private static final int SHOWN_MAX = 50;

    private final Tenancy tenancy;
    private final ImportStore store;

    Imports(Tenancy tenancy, ImportStore store) {
        this.tenancy = tenancy;
        this.store = store;
    }

    public record Line(long id, String kind, String file, String form, int rows, boolean undone, Instant at) {}

    public List<Line> list(String government) {
        return tenancy.in(government, () -> store.list(government, SHOWN_MAX)).stream()
                .map(one -> new Line(one.id(), one.kind(), one.file(), one.form(), one.rows(), one.undone(), one.at()))
                .toList();
    }

    public List<ImportRow> rows(String government, long id) {
        return tenancy.in(government, () -> store.rows(government, id)).stream()
                .map(ImportStore.Done::row)
                .toList();
    }
}
