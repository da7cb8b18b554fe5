package noroshi.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import noroshi.publishing.Passage;
import noroshi.publishing.Remark;

/** A text line by line with the open remarks at their places, also after the text around them changed. Pure. */
public record RemarkedText(List<Line> lines, List<Remark> lost) {

    /** @param number from 1; @param pieces of the line, the remarked words marked */
    public record Line(int number, List<Piece> pieces, List<Remark> remarks) {

        private static final int CHOICE_CHARACTERS_MAX = 40;

        String text() {
            return pieces.stream().map(Piece::text).collect(Collectors.joining());
        }

        /** As in a list of choices. */
        public String choice() {
            var text = text().strip();
            return "%d行目: %s"
                    .formatted(
                            number,
                            text.length() <= CHOICE_CHARACTERS_MAX
                                    ? text
                                    : text.substring(0, CHOICE_CHARACTERS_MAX) + "…");
        }
    }

    public record Piece(String text, boolean marked) {}

    private record At(Remark remark, Passage passage) {}

    static RemarkedText of(String body, List<Remark> remarks) {
        var places = new TreeMap<Integer, List<At>>();
        var lost = new ArrayList<Remark>();
        for (var remark : remarks) {
            if (!remark.isOpen()) continue;
            Passage.find(body, remark.line(), remark.quote())
                    .ifPresentOrElse(
                            passage -> places.computeIfAbsent(passage.line(), line -> new ArrayList<>())
                                    .add(new At(remark, passage)),
                            () -> lost.add(remark));
        }
        var lines = new ArrayList<Line>();
        var texts = body.split("\n", -1);
        for (int i = 0; i < texts.length; i++) {
            var here = places.getOrDefault(i + 1, List.of());
            lines.add(new Line(
                    i + 1, pieces(texts[i], here), here.stream().map(At::remark).toList()));
        }
        return new RemarkedText(List.copyOf(lines), List.copyOf(lost));
    }

    private static List<Piece> pieces(String line, List<At> marks) {
        var marked = new boolean[line.length()];
        for (var at : marks) for (int i = at.passage().from(); i < at.passage().to(); i++) marked[i] = true;
        var pieces = new ArrayList<Piece>();
        for (int from = 0; from < line.length(); ) {
            int to = from;
            while (to < line.length() && marked[to] == marked[from]) to++;
            pieces.add(new Piece(line.substring(from, to), marked[from]));
            from = to;
        }
        return List.copyOf(pieces);
    }

    /** The lines that a remark can be about, shortened for a list of choices. */
    public List<Line> choices() {
        return lines.stream().filter(line -> !line.text().isBlank()).toList();
    }

    public boolean isEmpty() {
        return lost.isEmpty() && lines.stream().allMatch(line -> line.remarks().isEmpty());
    }
}
