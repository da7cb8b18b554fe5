package noroshi.cleaning;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a .docx that hold its text: a ZIP, unpacked within limits, so that a small file cannot unfold to a huge one.
 *
 * <p>Its XML is read by a parser that knows no DTD and no entities but the five of XML: nothing is fetched, nothing is multiplied.
 */
final class WordFile {

    static final int FILE_BYTES_MAX = 20_000_000;
    static final int ENTRIES_MAX = 2_000;
    static final int PART_BYTES_MAX = 12_000_000;
    static final long TOTAL_BYTES_MAX = 80_000_000;
    /** Text packs 10 to 20 times; only what was made to unfold packs more. */
    static final int RATIO_MAX = 150;

    private final Map<String, byte[]> parts;

    private WordFile(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /** Why a file cannot be read; the message is for the officer (Japanese). */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    static WordFile read(byte[] file) throws Refused {
        if (file.length > FILE_BYTES_MAX)
            throw new Refused(
                    "ファイルが大きすぎます（%,d バイト）。%,d バイト以下のWord文書（.docx）にしてください。".formatted(file.length, FILE_BYTES_MAX));
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K')
            throw new Refused("Word文書（.docx）として開けません。Wordで「名前を付けて保存」から .docx 形式で保存し直してください（.doc は読めません）。");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            var parts = unpack(zip, file.length);
            if (!parts.containsKey("word/document.xml"))
                throw new Refused("このZIPファイルはWord文書ではありません。Wordで保存した .docx ファイルを選んでください。");
            return new WordFile(parts);
        } catch (ZipException | IllegalArgumentException e) {
            throw new Refused("ファイルが壊れていて開けません。Wordで開き、保存し直してから選んでください。");
        } catch (IOException e) {
            throw new Refused("ファイルを最後まで読めません。Wordで開き、保存し直してから選んでください。");
        }
    }

    private static Map<String, byte[]> unpack(ZipInputStream zip, int packed) throws IOException, Refused {
        var parts = new HashMap<String, byte[]>();
        long total = 0;
        int entries = 0;
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++entries > ENTRIES_MAX) throw new Refused("文書の中のファイルが%d個を超えています。文書を分けてください。".formatted(ENTRIES_MAX));
            boolean wanted = entry.getName().startsWith("word/") && !entry.isDirectory();
            var bytes = part(zip, wanted, Math.min(TOTAL_BYTES_MAX, (long) packed * RATIO_MAX) - total);
            total += bytes.size;
            if (wanted) parts.put(entry.getName(), bytes.kept);
        }
        return parts;
    }

    private record Unpacked(byte[] kept, long size) {}

    private static Unpacked part(InputStream in, boolean wanted, long left) throws IOException, Refused {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[16 * 1024];
        long size = 0;
        for (int read; (read = in.read(buffer)) > 0; ) {
            size += read;
            if (size > left || wanted && size > PART_BYTES_MAX)
                throw new Refused("文書を開くと大きくなりすぎるため、取り込みを中止しました（圧縮爆弾と呼ばれる壊れたファイルの可能性があります）。画像を小さくするか、文書を分けてください。");
            if (wanted) out.write(buffer, 0, read);
        }
        return new Unpacked(out.toByteArray(), size);
    }

    byte @Nullable [] find(String name) {
        return parts.get(name);
    }

    /** An XML part; an empty document when it is missing. */
    Document xml(String name) throws Refused {
        var bytes = parts.get(name);
        if (bytes == null) return Jsoup.parse("", "", Parser.xmlParser());
        try {
            return Jsoup.parse(new ByteArrayInputStream(bytes), "UTF-8", "", Parser.xmlParser());
        } catch (IOException e) {
            throw new Refused("文書の中身（%s）を読めません。Wordで保存し直してください。".formatted(name));
        }
    }
}
