package noroshi.standards.jma;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** VPWW50 to 61, VXWW50, VPOA50, VPHW50 and 51. */
final class WarningsReader {
    private WarningsReader() {}

    static Warnings warnings(Node body, String telegramKind) {
        List<AreaWarnings> areas = new ArrayList<>();
        for (Node warning : body.list("Warning")) {
            String type = warning.attribute("type");
            warning.list("Item").forEach(item -> areas.add(item(item, type, telegramKind)));
        }
        List<String> texts = body.list("Comment", "Text").stream()
                .map(Node::text)
                .filter(text -> !text.isEmpty())
                .toList();
        return new Warnings(target(body, areas), areas, texts);
    }

    private static @Nullable Area target(Node body, List<AreaWarnings> areas) {
        Node target = body.find("TargetArea");
        if (target != null) {
            return Areas.area(AreaType.FORECAST_PREFECTURE, target);
        }
        return areas.stream()
                .map(AreaWarnings::area)
                .filter(a -> a.type() == AreaType.FORECAST_PREFECTURE)
                .findFirst()
                .orElse(null);
    }

    private static AreaWarnings item(Node item, String type, String telegramKind) {
        Node area = item.get("Area");
        return new AreaWarnings(
                Areas.area(AreaTypes.of(area.attribute("codeType"), type), area),
                item.list("Kind").stream()
                        .map(kind -> warning(kind, telegramKind))
                        .toList(),
                item.text("FullStatus"));
    }

    private static Warning warning(Node node, String telegramKind) {
        Kind kind = Areas.kind(node);
        Node last = node.find("LastKind");
        SeverityTable.Row row = SeverityTable.find(telegramKind, kind);
        return new Warning(
                kind,
                change(node, node.text("Status")),
                node.text("Status"),
                last == null ? null : Areas.kind(last),
                row.severity(),
                row.level(),
                notes(node));
    }

    private static WarningChange change(Node node, String status) {
        return switch (status) {
            case "発表" -> WarningChange.ISSUED;
            case "継続" -> WarningChange.CONTINUED;
            case "解除" -> WarningChange.LIFTED;
            case "なし", "発表警報・注意報はなし" -> WarningChange.ABSENT;
            default -> {
                // 特別警報から警報, 警報から注意報, 危険警報から警報 …
                if (status.contains("から")) {
                    yield WarningChange.LOWERED;
                }
                throw node.get("Status").unreadable("警報等の状況（発表・継続・解除・○○から○○）", null);
            }
        };
    }

    private static List<String> notes(Node kind) {
        List<String> notes = new ArrayList<>();
        kind.list("Attention", "Note").forEach(note -> notes.add(note.text()));
        kind.list("Addition", "Note").forEach(note -> notes.add(note.text()));
        return notes;
    }
}
