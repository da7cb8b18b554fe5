package noroshi.shelters;

import java.time.Instant;
import java.util.List;
import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds or corrects a place. A correction renews its pages and is news to nobody. */
@Component
public final class ChangeShelter {

    private final Tenancy tenancy;
    private final PlaceStore places;
    private final News news;
    private final Audit audit;

    ChangeShelter(Tenancy tenancy, PlaceStore places, News news, Audit audit) {
        this.tenancy = tenancy;
        this.places = places;
        this.news = news;
        this.audit = audit;
    }

    /** @param shelter null: a new one; @param version that the officer saw */
    public record Command(
            String government, @Nullable Long shelter, int version, Master master, Officer by, Instant at) {}

    public ShelterOutcome handle(Command command) {
        var lacking = Rights.lackingToChange(command.by(), command.government());
        if (lacking.isPresent()) return new ShelterOutcome.NotAllowed(lacking.get());
        return tenancy.in(
                command.government(),
                () -> command.shelter() == null ? add(command) : change(command, command.shelter()));
    }

    private ShelterOutcome add(Command command) {
        long id = places.add(command.government(), command.master(), command.at());
        return done(command, id, "shelter.added", "追加しました。");
    }

    private ShelterOutcome change(Command command, long id) {
        var found = places.lock(command.government(), id);
        if (found.isEmpty()) return new ShelterOutcome.Missing();
        if (found.get().version() != command.version()) return new ShelterOutcome.Overtaken(found.get());
        if (found.get().master().equals(command.master()))
            return new ShelterOutcome.Done(found.get(), "変わったところはありません。");
        places.put(command.government(), id, command.master(), command.at());
        return done(command, id, "shelter.corrected", "基本情報を直しました。お知らせは送られません。");
    }

    private ShelterOutcome done(Command command, long id, String act, String words) {
        audit.record(
                command.government(),
                command.by().id(),
                act,
                "shelter:" + id,
                command.master().name());
        news.changed(command.government(), command.master().kind(), List.of(id));
        return new ShelterOutcome.Done(places.find(command.government(), id).orElseThrow(), words);
    }
}
