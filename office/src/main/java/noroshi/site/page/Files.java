package noroshi.site.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;

/** Files that pages need: the style sheet and the icon, named by their content. */
public final class Files {

    /** Room is left for pieces that are larger than a fragment. */
    private static final int PARTS_TOGETHER_MAX = Value.PARTS_MAX / 2;

    private Files() {}

    public static Map<Key, Timeline<Value>> build(SiteFacts site, Press press) {
        var records = new LinkedHashMap<Key, Timeline<Value>>();
        records.put(
                Key.of(site.code(), Style.path(site)),
                Timeline.always(text("text/css; charset=utf-8", Style.full(site), press)));
        records.put(
                Key.of(site.code(), Icon.path(site)), Timeline.always(text("image/svg+xml", Icon.svg(site), press)));
        return records;
    }

    /** Names this builder: raised by hand when pages change for the same facts; the style sheets count by themselves. */
    public static String builder() {
        return "6 " + Style.fingerprint();
    }

    public static Value text(String type, String text, Press press) {
        return new Value.Page(
                Heads.file(type), List.of(new Part.Piece(press.text(text.getBytes(StandardCharsets.UTF_8)))));
    }

    /**
     * A long file in pieces: a changed line changes its piece only. A register may grow beyond what a page holds in parts: then neighbours share
     * one, always as many, so that a piece more at the end moves none of those before it.
     */
    public static Value texts(String type, List<String> texts, Press press) {
        var pieces = texts.stream()
                .filter(text -> !text.isEmpty())
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        int together = 1;
        while (Math.ceilDiv(pieces.size(), together) > PARTS_TOGETHER_MAX) together *= 2;
        var parts = new ArrayList<Part>();
        for (int from = 0; from < pieces.size(); from += together)
            joined(pieces.subList(from, Math.min(pieces.size(), from + together)), press, parts);
        return new Value.Page(Heads.file(type), parts);
    }

    private static void joined(List<byte[]> pieces, Press press, List<Part> parts) {
        var all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        var bytes = all.toByteArray();
        for (int from = 0; from < bytes.length; from += Fragment.BYTES_MAX)
            parts.add(new Part.Piece(
                    press.text(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + Fragment.BYTES_MAX)))));
    }

    /** A file of bytes that a register made, e.g. a ZIP. */
    public static Value bytes(String type, byte[] content) {
        var parts = new ArrayList<Part>();
        for (int from = 0; from < content.length; from += Fragment.BYTES_MAX)
            parts.add(new Part.Piece(Fragment.raw(
                    Arrays.copyOfRange(content, from, Math.min(content.length, from + Fragment.BYTES_MAX)))));
        return new Value.Page(Heads.file(type), parts);
    }

    /** A file as it was sent in. Large ones are several fragments in a row. */
    public static Value media(MediaFacts file, byte[] content) {
        var parts = new ArrayList<Part>();
        for (int from = 0; from < content.length || from == 0; from += Fragment.BYTES_MAX)
            parts.add(new Part.Piece(Fragment.raw(
                    Arrays.copyOfRange(content, from, Math.min(content.length, from + Fragment.BYTES_MAX)))));
        return new Value.Page(Heads.media(file), parts);
    }
}
