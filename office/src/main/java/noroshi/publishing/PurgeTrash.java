package noroshi.publishing;

import java.time.Instant;
import java.util.List;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.routes.Rules;
import org.springframework.stereotype.Component;

/** Empties the trash of what lies there longer than its government wants; each article in its own transaction. */
@Component
public final class PurgeTrash {

    private static final int ARTICLES_MAX = 100;

    private final Tenancy tenancy;
    private final Trash trash;
    private final Audit audit;

    PurgeTrash(Tenancy tenancy, Trash trash, Audit audit) {
        this.tenancy = tenancy;
        this.trash = trash;
        this.audit = audit;
    }

    /** Returns how many articles were purged. */
    public int handle(Instant now) {
        List<Trash.Item> due = tenancy.everywhere(() -> trash.due(now, Rules.DEFAULT.trashDays(), ARTICLES_MAX));
        int purged = 0;
        for (var item : due) if (tenancy.in(item.government(), () -> purge(item, now))) purged++;
        return purged;
    }

    private boolean purge(Trash.Item item, Instant now) {
        var wasPublic = trash.lockWasPublic(item);
        if (wasPublic.isEmpty()) return false;
        if (wasPublic.get()) trash.blank(item, now);
        else trash.erase(item);
        audit.record(item.government(), null, "article.purged", "article:" + item.article(), "");
        return true;
    }
}
