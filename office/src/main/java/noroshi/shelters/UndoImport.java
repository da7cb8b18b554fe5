package noroshi.shelters;

import java.time.Instant;
import java.util.ArrayList;
import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.shelters.ImportRow.Verdict;
import noroshi.shelters.ImportStore.Done;
import org.springframework.stereotype.Component;

/** Takes an import back: what it added goes, what it changed is as before; what people changed or reported since stays, and is told. */
@Component
public final class UndoImport {

    private final Tenancy tenancy;
    private final PlaceStore places;
    private final ImportStore imports;
    private final News news;
    private final Audit audit;

    UndoImport(Tenancy tenancy, PlaceStore places, ImportStore imports, News news, Audit audit) {
        this.tenancy = tenancy;
        this.places = places;
        this.imports = imports;
        this.news = news;
        this.audit = audit;
    }

    public record Command(String government, long id, Officer by, Instant at) {}

    /** @param undone false: nothing was changed; @param words for the officer (Japanese) */
    public record Ended(boolean undone, String words) {}

    public Ended handle(Command command) {
        var lacking = Rights.lackingToChange(command.by(), command.government());
        if (lacking.isPresent()) return new Ended(false, lacking.get());
        return tenancy.in(command.government(), () -> undo(command));
    }

    private Ended undo(Command command) {
        var found = imports.lock(command.government(), command.id());
        if (found.isEmpty()) return new Ended(false, "この取り込みはありません。");
        var one = found.get();
        if (one.undone()) return new Ended(false, "この取り込みは取り消し済みです。");
        var younger = imports.younger(command.government(), one);
        if (younger.isPresent()) return new Ended(false, "後から取り込んだ「%s」を先に取り消してください。".formatted(younger.get()));
        var touched = new ArrayList<Long>();
        int kept = 0;
        for (var done : imports.rows(command.government(), one.id()))
            if (done.row().verdict().changes()) {
                touched.add(java.util.Objects.requireNonNull(done.row().place()));
                if (!takeBack(command, one.kind(), done)) kept++;
            }
        imports.undone(command.government(), one.id(), command.at());
        audit.record(command.government(), command.by().id(), "places.import-undone", "import:" + one.id(), one.file());
        news.changed(command.government(), one.kind(), touched);
        var words = "「%s」の取り込みを取り消しました。".formatted(one.file());
        return new Ended(true, kept == 0 ? words : words + "その後に直したり報告があったりした%d件は残しました。".formatted(kept));
    }

    private boolean takeBack(Command command, String kind, Done done) {
        var government = command.government();
        var row = done.row();
        var key = java.util.Objects.requireNonNull(row.key());
        long id = java.util.Objects.requireNonNull(row.place());
        if (row.verdict() == Verdict.ADDED) {
            var now = places.lock(government, id);
            if (now.isEmpty()) return true;
            if (now.get().report() != null
                    || !Integer.valueOf(now.get().version()).equals(done.version())) return false;
            places.remove(government, id, command.at());
            return true;
        }
        if (row.verdict() == Verdict.JOINED) imports.removeKey(government, kind, key.scheme(), key.id());
        return imports.restore(government, command.id(), row.line(), command.at());
    }
}
