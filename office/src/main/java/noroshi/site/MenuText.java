package noroshi.site;

import java.util.ArrayList;
import java.util.List;
import noroshi.site.SiteLook.Item;

/** A menu as administrators type it: one line for each, {@code 文字 | 行き先}; a hyphen before it puts it under the line above. */
public final class MenuText {

    private MenuText() {}

    public static List<Item> read(String text) {
        var items = new ArrayList<Item>();
        for (var line :
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            boolean below = line.matches("[-‐－・].*");
            var words = (below ? line.substring(1) : line).split("[|｜]", 2);
            var item = new Item(words[0].strip(), words.length < 2 ? "" : words[1].strip(), List.of());
            if (!below || items.isEmpty()) items.add(item);
            else {
                var above = items.removeLast();
                var all = new ArrayList<>(above.below());
                all.add(item);
                items.add(new Item(above.text(), above.href(), all));
            }
        }
        return items;
    }

    public static String write(List<Item> items) {
        var text = new StringBuilder();
        for (var item : items) {
            text.append(item.text()).append(" | ").append(item.href()).append('\n');
            for (var below : item.below())
                text.append("- ")
                        .append(below.text())
                        .append(" | ")
                        .append(below.href())
                        .append('\n');
        }
        return text.toString();
    }
}
