package noroshi.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paragraphs and lines that begin with ・ or with a growing number are lists that someone drew by hand. */
final class FakeLists {

    private static final Pattern MARK = Pattern.compile("^[　 ]*[・·•‣◦▪‧∙][　 ]*(?=\\S)");
    private static final Pattern NUMBER = Pattern.compile("^[　 ]*([0-9]{1,2})(?:[.．][　 ]*|[　 ]+)(?=[^0-9.．,，\\s])");

    /** @param block which of the blocks it stands in; @param number of an item; 0: marked; −1: no item */
    private record Line(int block, String text, int number) {

        static Line of(int block, String text) {
            var mark = MARK.matcher(text);
            if (mark.find()) return new Line(block, text.substring(mark.end()), 0);
            Matcher number = NUMBER.matcher(text);
            return new Line(block, text, number.find() ? Integer.parseInt(number.group(1)) : -1);
        }

        String withoutNumber() {
            var found = NUMBER.matcher(text);
            return found.find() ? text.substring(found.end()) : text;
        }
    }

    private FakeLists() {}

    static List<Block> read(List<Block> blocks) {
        var read = new ArrayList<Block>();
        var run = new ArrayList<Line>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Words(var text)) {
                for (var line : text.split("\n")) run.add(Line.of(i, line));
                continue;
            }
            flush(run, read);
            read.add(blocks.get(i));
        }
        flush(run, read);
        return read;
    }

    private static void flush(List<Line> lines, List<Block> into) {
        for (int i = 0; i < lines.size(); ) {
            int end = ends(lines, i);
            if (end > i) into.add(list(lines.subList(i, end)));
            else into.add(words(lines, i, end = endOfWords(lines, i)));
            i = end;
        }
        lines.clear();
    }

    /** Behind the last item of the list that begins here; the same place: no list. */
    private static int ends(List<Line> lines, int from) {
        int end = from;
        int number = lines.get(from).number();
        if (number == 0) {
            while (end < lines.size() && lines.get(end).number() == 0) end++;
            return end;
        }
        if (number != 1) return from;
        while (end < lines.size() && lines.get(end).number() == number) {
            end++;
            number++;
        }
        return end - from >= 2 ? end : from;
    }

    private static int endOfWords(List<Line> lines, int from) {
        int end = from + 1;
        while (end < lines.size() && lines.get(end).block() == lines.get(from).block() && ends(lines, end) == end)
            end++;
        return end;
    }

    private static Block list(List<Line> lines) {
        boolean numbered = lines.getFirst().number() == 1;
        var items = new ArrayList<List<Block>>();
        for (var line : lines) items.add(List.of(new Block.Words(numbered ? line.withoutNumber() : line.text())));
        return new Block.Items(numbered ? 1 : 0, items);
    }

    private static Block words(List<Line> lines, int from, int to) {
        return new Block.Words(String.join(
                "\n", lines.subList(from, to).stream().map(Line::text).toList()));
    }
}
