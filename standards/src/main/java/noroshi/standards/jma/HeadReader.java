package noroshi.standards.jma;

import java.util.Arrays;
import java.util.List;

/** Head of a telegram. */
final class HeadReader {
    private HeadReader() {}

    static Head head(Node head) {
        return new Head(
                head.get("Title").text(),
                head.getInstant("ReportDateTime"),
                head.findInstant("TargetDateTime"),
                head.findInstant("ValidDateTime"),
                words(head.text("EventID")),
                infoType(head.get("InfoType")),
                head.text("Serial"),
                head.text("InfoKind"),
                head.text("InfoKindVersion"),
                headline(head));
    }

    private static InfoType infoType(Node node) {
        return Arrays.stream(InfoType.values())
                .filter(t -> t.label().equals(node.text()))
                .findFirst()
                .orElseThrow(() -> node.unreadable("情報形態（発表・遅延・訂正・取消）", null));
    }

    private static Headline headline(Node head) {
        List<HeadlineItem> items = head.list("Headline", "Information").stream()
                .flatMap(information -> information.list("Item").stream().map(item -> item(information, item)))
                .toList();
        return new Headline(head.text("Headline", "Text"), items);
    }

    private static HeadlineItem item(Node information, Node item) {
        String type = information.attribute("type");
        List<Area> areas = item.list("Areas").stream()
                .flatMap(list -> list.list("Area").stream()
                        .map(area -> Areas.area(AreaTypes.of(list.attribute("codeType"), type), area)))
                .toList();
        return new HeadlineItem(
                type, item.list("Kind").stream().map(Areas::kind).toList(), areas);
    }

    /** Words separated by any white space; none for the empty text. */
    static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }
}
