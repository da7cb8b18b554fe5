package noroshi.checks;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Whether a PDF says of itself that it is tagged (ISO 32000-1 §14.7 and §14.8: MarkInfo with Marked true, and a structure tree).
 *
 * <p>The file is not taken apart: its bytes are searched, and the object streams in which newer files keep their catalogue. An
 * encrypted one is taken as tagged, because nothing can be said of it.
 */
public final class PdfTags {

    private static final int STREAM_BYTES_MAX = 4_000_000;
    private static final int STREAMS_MAX = 2_000;
    private static final Pattern MARKED = Pattern.compile("/Marked\\s+true");
    private static final Pattern TREE = Pattern.compile("/StructTreeRoot\\s*(\\d|<<)");
    private static final Pattern OBJECTS = Pattern.compile("/Type\\s*/ObjStm");

    private PdfTags() {}

    public static boolean isTagged(byte[] pdf) {
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        if (text.contains("/Encrypt")) return true;
        boolean marked = MARKED.matcher(text).find();
        boolean tree = TREE.matcher(text).find();
        var streams = OBJECTS.matcher(text);
        for (int i = 0; i < STREAMS_MAX && !(marked && tree) && streams.find(); i++) {
            var objects = objects(text, pdf, streams.end());
            marked |= MARKED.matcher(objects).find();
            tree |= TREE.matcher(objects).find();
        }
        return marked && tree;
    }

    /** The objects packed behind this place; empty when they cannot be read. */
    private static String objects(String text, byte[] pdf, int from) {
        int keyword = text.indexOf("stream", from);
        if (keyword < 0) return "";
        int start = keyword + "stream".length();
        if (start < pdf.length && pdf[start] == '\r') start++;
        if (start < pdf.length && pdf[start] == '\n') start++;
        var inflater = new Inflater();
        try {
            inflater.setInput(pdf, start, pdf.length - start);
            var unpacked = new byte[64 * 1024];
            var objects = new StringBuilder();
            for (int read; objects.length() < STREAM_BYTES_MAX && (read = inflater.inflate(unpacked)) > 0; )
                objects.append(new String(unpacked, 0, read, StandardCharsets.ISO_8859_1));
            return objects.toString();
        } catch (DataFormatException e) {
            return ""; // Packed in another way, or broken.
        } finally {
            inflater.end();
        }
    }
}
