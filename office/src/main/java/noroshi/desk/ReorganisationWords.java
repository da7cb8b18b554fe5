package noroshi.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import noroshi.reorganisation.Act;
import noroshi.reorganisation.Rehearsal;

/** What a plan does, in sentences. */
public final class ReorganisationWords {

    private ReorganisationWords() {}

    /** One act, e.g. 「広報課」「人事課」を「総務課」に統合します。 */
    static String act(Act act, Rehearsal names) {
        return switch (act) {
            case Act.Found found ->
                "「%s」（%s）を%s新設します。"
                        .formatted(
                                found.name(),
                                found.code(),
                                found.parent().isEmpty() ? "" : "「%s」の下に".formatted(names.name(found.parent())));
            case Act.Move move ->
                "「%s」を「%s」とし、%s。"
                        .formatted(
                                before(names, move.code()),
                                move.name(),
                                move.parent().isEmpty()
                                        ? "どの組織の下にも置きません"
                                        : "「%s」の下に置きます".formatted(names.name(move.parent())));
            case Act.Merge merge ->
                "%sを「%s」に統合します。"
                        .formatted(
                                merge.from().stream()
                                        .map(code -> "「%s」".formatted(before(names, code)))
                                        .collect(Collectors.joining()),
                                names.name(merge.into()));
            case Act.Split split ->
                "「%s」を分割します。定めのないものは「%s」へ移ります（定め：媒体%d件、記事%d件、職員%d人）。"
                        .formatted(
                                before(names, split.from()),
                                names.name(split.heir()),
                                split.series().size(),
                                split.articles().size(),
                                split.officers().size());
            case Act.Close close ->
                close.successor().isEmpty()
                        ? "「%s」を廃止します。".formatted(before(names, close.code()))
                        : "「%s」を廃止し、「%s」が引き継ぎます。".formatted(before(names, close.code()), names.name(close.successor()));
            case Act.Readdress readdress -> "「%s」の連絡先を変えます。".formatted(before(names, readdress.code()));
        };
    }

    private static String before(Rehearsal names, String code) {
        var unit = names.before().get(code);
        return unit == null ? names.name(code) : unit.name();
    }

    /** One line of the table of what moves where. */
    public record Flow(String what, String from, String to, long count) {}

    static List<Flow> flows(Rehearsal rehearsal) {
        record Way(String kind, String from, String to) {}
        var counts = new LinkedHashMap<Way, Long>();
        for (var move : rehearsal.moves()) counts.merge(new Way(move.kind(), move.from(), move.to()), 1L, Long::sum);
        var flows = new ArrayList<Flow>();
        counts.forEach((way, count) ->
                flows.add(new Flow(kind(way.kind()), before(rehearsal, way.from()), rehearsal.name(way.to()), count)));
        return flows;
    }

    private static String kind(String kind) {
        return Map.of("article", "記事", "series", "媒体", "officer", "職員").getOrDefault(kind, kind);
    }

    static long openPages(Rehearsal rehearsal) {
        return rehearsal.moves().stream().filter(Rehearsal.Move::open).count();
    }
}
