package noroshi.shelters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.shelters.ImportPlan.Step;
import noroshi.shelters.ImportRow.Verdict;
import noroshi.shelters.ImportStore.Import;
import noroshi.standards.opendata.Opened;
import noroshi.standards.opendata.PlaceReader;
import noroshi.standards.opendata.Reading;
import noroshi.standards.opendata.TableFile;
import org.springframework.stereotype.Component;

/**
 * Takes a list of shelters or facilities: all of its good rows in one transaction. The same list again changes nothing; a place that is not in the
 * list stays. Nobody is told: pages follow, messages do not.
 */
@Component
public final class ImportPlaces {

    public static final int FILE_BYTES_MAX = TableFile.FILE_BYTES_MAX;

    private final Tenancy tenancy;
    private final PlaceStore places;
    private final ImportStore imports;
    private final ImportedCounts counts;
    private final News news;
    private final Audit audit;

    ImportPlaces(
            Tenancy tenancy, PlaceStore places, ImportStore imports, ImportedCounts counts, News news, Audit audit) {
        this.tenancy = tenancy;
        this.places = places;
        this.imports = imports;
        this.counts = counts;
        this.news = news;
        this.audit = audit;
    }

    /** @param kind what the list of facilities is called (AED …); a list of shelters is known by its columns; @param dry true: 予行 */
    public record Command(
            String government, String file, byte[] content, String kind, boolean dry, Officer by, Instant at) {}

    public sealed interface Ended {

        /** @param reason with what to do (Japanese) */
        record Refused(String reason) implements Ended {}

        /** @param done false: a rehearsal. @param rows each row of the file, in its order */
        record Taken(String kind, String form, List<ImportRow> rows, boolean done) implements Ended {

            public Taken {
                rows = List.copyOf(rows);
            }

            public Map<Verdict, Long> counts() {
                var counts = new EnumMap<Verdict, Long>(Verdict.class);
                for (var row : rows) counts.merge(row.verdict(), 1L, Long::sum);
                return counts;
            }

            public boolean changesSomething() {
                return rows.stream().anyMatch(row -> row.verdict().changes());
            }
        }
    }

    public Ended handle(Command command) {
        var lacking = Rights.lackingToChange(command.by(), command.government());
        if (lacking.isPresent()) return new Ended.Refused(lacking.get());
        return switch (TableFile.open(command.content())) {
            case Opened.Refused(var reason) -> new Ended.Refused(reason);
            case Opened.Read(var table) -> read(command, table.form(), PlaceReader.read(table));
        };
    }

    private Ended read(Command command, String form, Reading reading) {
        if (reading.rows() == 0) return new Ended.Refused("見出しの下に行がありません。一覧のファイルを選んでください。");
        boolean shelters = reading.kind() == Reading.Kind.SHELTERS;
        var kind = shelters ? Master.SHELTER : command.kind().strip();
        if (kind.isEmpty() || kind.length() > Master.KIND_CHARACTERS_MAX || !shelters && kind.equals(Master.SHELTER))
            return new Ended.Refused("施設の一覧です。一覧の名前（AED、給水拠点など）を%d字以内で入れてください。".formatted(Master.KIND_CHARACTERS_MAX));
        return tenancy.in(command.government(), () -> {
            var steps = plan(command, kind, reading);
            if (!command.dry()) write(command, kind, form, steps);
            return new Ended.Taken(kind, form, steps.stream().map(Step::row).toList(), !command.dry());
        });
    }

    private List<Step> plan(Command command, String kind, Reading reading) {
        var government = command.government();
        return new ImportPlan(kind, imports.keys(government, kind), places.list(government, kind), command.at())
                .of(reading);
    }

    private void write(Command command, String kind, String form, List<Step> steps) {
        var government = command.government();
        long id = imports.begin(
                government,
                new Import(
                        0,
                        kind,
                        file(command.file()),
                        form,
                        steps.size(),
                        false,
                        command.by().id(),
                        command.at()));
        var changed = new LinkedHashSet<Long>();
        for (var step : steps) {
            imports.row(government, id, step.row());
            if (step.row().verdict().changes()) changed.add(apply(command, kind, id, step));
        }
        if (kind.equals(Master.SHELTER)) counts.take(government, steps, imports.keys(government, kind), command);
        audit.record(
                government,
                command.by().id(),
                "places.imported",
                "import:" + id,
                "%s %s %d行".formatted(kind, file(command.file()), steps.size()));
        news.changed(government, kind, new ArrayList<>(changed));
    }

    private long apply(Command command, String kind, long id, Step step) {
        var government = command.government();
        var master = java.util.Objects.requireNonNull(step.master());
        var key = java.util.Objects.requireNonNull(step.row().key());
        var known = step.row().place();
        long place = known == null ? places.add(government, master, command.at()) : known;
        int version = known == null ? 1 : places.put(government, place, master, command.at());
        if (step.row().verdict() != Verdict.CHANGED) imports.addKey(government, kind, key, place, known == null);
        imports.became(government, id, step.row().line(), place, version);
        return place;
    }

    private static String file(String name) {
        return name.length() > 200 ? name.substring(0, 200) : name;
    }
}
