package noroshi.site.page;

import gg.jte.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import noroshi.site.view.Raw;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Part;

/**
 * Rendered bytes with marks where slots, blanks and joints belong. A mark stands between two NUL characters, which neither the
 * database nor HTML knows, so nothing that people type can be taken for one.
 */
final class Sheet {

    private static final char NUL = '\0';

    private Sheet() {}

    static Content slot(String name) {
        return new Raw(NUL + "slot " + name + NUL);
    }

    static Content blank(String name) {
        return new Raw(NUL + "blank " + name + NUL);
    }

    /** Cuts at the marks. */
    static List<Part> parts(byte[] rendered, Press press) {
        var parts = new ArrayList<Part>();
        int start = 0;
        while (true) {
            int open = indexOfNul(rendered, start);
            if (open > start) parts.add(new Part.Piece(press.text(Arrays.copyOfRange(rendered, start, open))));
            if (open == rendered.length) return parts;
            int close = indexOfNul(rendered, open + 1);
            parts.add(mark(new String(rendered, open + 1, close - open - 1, StandardCharsets.US_ASCII)));
            start = close + 1;
        }
    }

    private static Part mark(String text) {
        int space = text.indexOf(' ');
        var name = text.substring(space + 1);
        return switch (text.substring(0, space)) {
            case "slot" -> new Part.Slot(name);
            case "blank" -> new Part.Blank(name);
            default -> throw new IllegalStateException("A page carries the unknown mark '%s'.".formatted(text));
        };
    }

    /** What a page's own pieces take, compressed. */
    static int ownBytes(List<Part> parts) {
        int bytes = 0;
        for (var part : parts) if (part instanceof Part.Piece(Fragment fragment)) bytes += fragment.storedBytes();
        return bytes;
    }

    /** Text that people typed, without the one character that marks use and other control characters no reader sees. */
    static String clean(String typed) {
        return typed.indexOf(NUL) < 0 ? typed : typed.replace("\0", "");
    }

    private static int indexOfNul(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) if (bytes[i] == 0) return i;
        return bytes.length;
    }
}
