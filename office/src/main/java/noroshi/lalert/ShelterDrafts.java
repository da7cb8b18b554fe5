package noroshi.lalert;

import static noroshi.lalert.MakeDocument.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import noroshi.lalert.LalertEntry.Kind;
import noroshi.shelters.Crowding;
import noroshi.shelters.Shelter;
import noroshi.shelters.State;
import noroshi.standards.lalert.Body.Shelters;
import org.jspecify.annotations.Nullable;

/** Shelters that are open, and those that the document told of and are closed now. Pure. */
final class ShelterDrafts {

    private ShelterDrafts() {}

    /** @param all of the government; @param before what the last revision of a document that still runs told, "" for none */
    static Draft of(List<Shelter> all, String before) {
        var known = before.lines()
                .filter(line -> !line.isEmpty())
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList();
        var told = new ArrayList<Shelter>();
        for (var one : all)
            if (one.state() == State.OPEN || one.report() != null && known.contains(String.valueOf(one.id())))
                told.add(one);
        boolean ended = told.stream().noneMatch(one -> one.state() == State.OPEN);
        var open = told.stream().filter(one -> one.state() == State.OPEN).count();
        return new Draft(
                Kind.SHELTERS,
                "",
                "",
                "避難所情報",
                ended ? "避難所をすべて閉鎖しました。" : "%d か所の避難所を開設しています。".formatted(open),
                told.stream().map(ShelterDrafts::line).collect(Collectors.joining("\n")),
                ended,
                newest(told),
                new Shelters("", "", told.stream().map(ShelterDrafts::shelter).toList()));
    }

    private static String line(Shelter shelter) {
        return shelter.id() + "\t" + shelter.state();
    }

    private static Instant newest(List<Shelter> told) {
        return told.stream()
                .map(Shelter::report)
                .filter(Objects::nonNull)
                .map(report -> report.told().at())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static Shelters.Shelter shelter(Shelter shelter) {
        var master = shelter.master();
        var report = shelter.report();
        var told = report == null ? null : report.told();
        var position = master.position();
        return new Shelters.Shelter(
                master.name(),
                master.kana(),
                (master.address() + " " + master.building()).strip(),
                position == null
                        ? ""
                        : "%s,%s,0"
                                .formatted(
                                        position.latitude().toPlainString(),
                                        position.longitude().toPlainString()),
                master.phone(),
                "避難所",
                shelter.state().japanese(),
                (told == null ? Crowding.UNKNOWN : told.crowding()).japanese(),
                told == null ? null : time(told.at()),
                told == null ? null : time(told.at()),
                known(master.capacity()),
                told == null ? null : told.people(),
                told == null ? null : told.voluntaryPeople(),
                told == null ? null : told.households(),
                told == null ? null : told.voluntaryHouseholds());
    }

    private static @Nullable Integer known(int capacity) {
        return capacity < 0 ? null : capacity;
    }
}
