package noroshi.cleaning;

import java.util.ArrayList;
import java.util.List;

/** Blocks as lines of Markdown, and the notes at their lines. */
final class MarkdownWriter {

    private final List<String> lines = new ArrayList<>();
    private final List<Cleaned.Note> notes = new ArrayList<>();

    Cleaned write(List<Block> blocks) {
        blocks(blocks, "", "", true);
        var text = String.join("\n", lines).strip();
        int last = Math.max(1, (int) text.lines().count());
        var placed = notes.stream()
                .map(note -> new Cleaned.Note(Math.min(note.line(), last), note.message()))
                .distinct()
                .toList();
        return new Cleaned(text.isEmpty() ? "" : text + "\n", placed);
    }

    /** @param first stands before the first line (a list mark), @param rest before the others; @param loose blank lines between */
    private void blocks(List<Block> blocks, String first, String rest, boolean loose) {
        var prefix = first;
        Block before = null;
        boolean turned = false;
        for (var block : blocks) {
            if (block instanceof Block.Remark(var message)) {
                notes.add(new Cleaned.Note(lines.size() + (before == null || !loose ? 1 : 2), message));
                continue;
            }
            if (before != null && (loose || !(block instanceof Block.Items))) lines.add(rest.stripTrailing());
            turned = block instanceof Block.Items now
                    && before instanceof Block.Items then
                    && now.sameKind(then)
                    && !turned;
            block(block, prefix, rest, turned);
            prefix = rest;
            before = block;
        }
    }

    private void block(Block block, String first, String rest, boolean turned) {
        switch (block) {
            case Block.Words(var text) -> words(text, first, rest);
            case Block.Heading(int level, var text) ->
                lines.add(first + "#".repeat(level) + " " + Escaping.headingEnd(text));
            case Block.Items items -> items(items, first, rest, turned);
            case Block.Quote(var inner) -> blocks(inner, first + "> ", rest + "> ", true);
            case Block.Lines(var raw) -> {
                for (int i = 0; i < raw.size(); i++) lines.add(((i == 0 ? first : rest) + raw.get(i)).stripTrailing());
            }
            case Block.Remark ignored -> {}
        }
    }

    private void words(String text, String first, String rest) {
        var parts = text.split("\n");
        for (int i = 0; i < parts.length; i++)
            lines.add((i == 0 ? first : rest) + Escaping.lineStart(parts[i]) + (i < parts.length - 1 ? "  " : ""));
    }

    private void items(Block.Items list, String first, String rest, boolean turned) {
        boolean loose = list.items().stream().anyMatch(MarkdownWriter::isLong);
        for (int i = 0; i < list.items().size(); i++) {
            if (i > 0 && loose) lines.add(rest.stripTrailing());
            var mark = list.first() == 0 ? (turned ? "* " : "- ") : (list.first() + i) + (turned ? ") " : ". ");
            var inside = rest + " ".repeat(mark.length());
            blocks(list.items().get(i), (i == 0 ? first : rest) + mark, inside, loose);
        }
    }

    private static boolean isLong(List<Block> item) {
        return item.stream()
                        .filter(b -> !(b instanceof Block.Items) && !(b instanceof Block.Remark))
                        .count()
                > 1;
    }
}
