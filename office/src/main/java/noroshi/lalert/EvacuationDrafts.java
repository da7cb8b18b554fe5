package noroshi.lalert;

import static noroshi.lalert.MakeDocument.time;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import noroshi.emergency.EvacuationLevel;
import noroshi.emergency.EvacuationStatus.Block;
import noroshi.emergency.EvacuationStatus.Status;
import noroshi.emergency.EvacuationStatus.Subject;
import noroshi.lalert.LalertEntry.Kind;
import noroshi.standards.lalert.Body.EvacuationOrders;
import noroshi.standards.lalert.Body.EvacuationOrders.Area;
import noroshi.standards.lalert.Body.EvacuationOrders.Detail;

/** Evacuation information of one hazard: what is issued now, and what the revision before told and is lifted. Pure. */
final class EvacuationDrafts {

    private EvacuationDrafts() {}

    static String thread(Subject subject) {
        return subject.hazard().name() + (subject.drill() ? "-drill" : "");
    }

    /** @param name of the government; @param before what the last revision of a document that still runs told, "" for none */
    static Draft of(String name, Subject subject, Status status, String before) {
        var issued = new LinkedHashMap<String, EvacuationLevel>();
        status.blocks().forEach(block -> issued.put(block.block(), block.level()));
        var lifted = lifted(before, issued);
        var details = new ArrayList<Detail>();
        for (var level : List.of(EvacuationLevel.values()).reversed()) {
            add(details, level, true, areas(name, status.blocks(), level));
        }
        for (var level : List.of(EvacuationLevel.values()).reversed()) {
            add(details, level, false, areas(name, lifted, level, time(status.at())));
        }
        var words = details.stream()
                .map(detail -> "%sを%sしました（%s）"
                        .formatted(
                                detail.sort(),
                                detail.issued() ? "発令" : "解除",
                                detail.areas().stream().map(Area::name).collect(Collectors.joining("、"))))
                .collect(Collectors.joining("。"));
        return new Draft(
                Kind.EVACUATION,
                thread(subject),
                subject.drill() ? "drill" : "",
                "避難情報 " + (issued.isEmpty() ? "解除" : "発令"),
                words + "。" + status.words(),
                told(status.blocks()),
                issued.isEmpty(),
                status.at(),
                new EvacuationOrders(subject.hazard().japanese(), status.words(), details));
    }

    private static void add(List<Detail> details, EvacuationLevel level, boolean issued, List<Area> areas) {
        if (!areas.isEmpty()) details.add(new Detail(level.japanese(), issued, areas));
    }

    private static List<Area> areas(String name, List<Block> blocks, EvacuationLevel level) {
        return blocks.stream()
                .filter(block -> block.level() == level)
                .map(block -> new Area(area(name, block.block()), time(block.since())))
                .toList();
    }

    private static List<Area> areas(
            String name, Map<String, EvacuationLevel> lifted, EvacuationLevel level, OffsetDateTime at) {
        return lifted.entrySet().stream()
                .filter(one -> one.getValue() == level)
                .map(one -> new Area(area(name, one.getKey()), at))
                .toList();
    }

    private static String area(String name, String block) {
        return block.isEmpty() ? name + "全域" : name + " " + block;
    }

    private static String told(List<Block> blocks) {
        return blocks.stream()
                .map(block -> block.level().name() + "\t" + block.block())
                .collect(Collectors.joining("\n"));
    }

    /** What was told and does not stand any more; what rose or fell to another level is issued there, not lifted here. */
    private static Map<String, EvacuationLevel> lifted(String before, Map<String, EvacuationLevel> issued) {
        var lifted = new LinkedHashMap<String, EvacuationLevel>();
        before.lines().filter(line -> line.contains("\t")).forEach(line -> {
            int tab = line.indexOf('\t');
            var block = line.substring(tab + 1);
            if (!issued.containsKey(block)) lifted.put(block, EvacuationLevel.valueOf(line.substring(0, tab)));
        });
        return lifted;
    }
}
