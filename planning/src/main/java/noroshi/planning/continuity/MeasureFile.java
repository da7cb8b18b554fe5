package noroshi.planning.continuity;

import java.util.Optional;
import noroshi.planning.input.Field;

/** One measure of a file. */
final class MeasureFile {

    private static final long YEN_MAX = 1_000_000_000_000L;

    private enum Change {
        MOVE,
        LASTS_LONGER,
        ANOTHER_BACKUP,
        ALTERNATIVE,
        MORE_OF
    }

    private final Ids ids;

    MeasureFile(Ids ids) {
        this.ids = ids;
    }

    Measure read(Field field) {
        var changes = field.items("changes").stream()
                .flatMap(item -> change(item).stream())
                .toList();
        if (!field.has("changes")) field.fault("changes", "is missing: what is different afterwards");
        var measure = new Measure(field.text("id", ""), field.text("name"), field.whole("yen", 1, YEN_MAX), changes);
        field.nothingElse();
        return measure;
    }

    private Optional<Measure.Change> change(Field field) {
        if (!field.has("change")) {
            field.fault("change", "is missing: move, lasts-longer, another-backup, alternative or more-of");
            return Optional.empty();
        }
        Optional<Measure.Change> change =
                switch (field.choice("change", Change.class, Change.MOVE)) {
                    case MOVE -> move(field);
                    case LASTS_LONGER -> lastsLonger(field);
                    case ANOTHER_BACKUP -> anotherBackup(field);
                    case ALTERNATIVE -> alternative(field);
                    case MORE_OF -> moreOf(field);
                };
        field.nothingElse();
        return change;
    }

    private Optional<Measure.Change> move(Field field) {
        var part = ids.part(field, "part");
        var place = place(field);
        return part.map(id -> new Measure.Move(id, place));
    }

    private Optional<Measure.Change> lastsLonger(Field field) {
        double hours = field.number("hours", 0, RepairFile.HOURS_MAX);
        return ids.part(field, "power", Kind.POWER).map(id -> new Measure.LastsLonger(id, hours));
    }

    private Optional<Measure.Change> anotherBackup(Field field) {
        var backup = new Backup(
                field.text("id", "new"), place(field), field.number("every_hours", 0, RepairFile.HOURS_MAX), null);
        return ids.part(field, "data", Kind.DATA).map(id -> new Measure.AnotherBackup(id, backup));
    }

    private Optional<Measure.Change> alternative(Field field) {
        var part = ids.part(field, "part");
        var instead = ids.part(field, "instead");
        var other = ids.part(field, "alternative");
        return part.flatMap(id ->
                instead.flatMap(old -> other.map(added -> (Measure.Change) new Measure.Alternative(id, old, added))));
    }

    private Optional<Measure.Change> moreOf(Field field) {
        int amount = (int) field.whole("amount", 1, RepairFile.AMOUNT_MAX, 1);
        return ids.resource(field, "resource").map(id -> new Measure.MoreOf(id, amount));
    }

    private Place place(Field field) {
        return new Place(ids.part(field, "building", Kind.BUILDING).orElse(""), field.number("height_m", -50, 300, 0));
    }
}
