package noroshi.moving.page;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of an old page as text. What a page says of itself is often wrong, so it is believed only when its bytes can be read that way: byte
 * order mark, then the server's word, then the page's own, then whatever reads as Japanese.
 */
public final class Letters {

    static final Charset CP932 = Charset.forName("windows-31j");
    private static final Charset EUC = Charset.forName("EUC-JP");
    private static final Charset JIS = Charset.forName("x-windows-iso2022jp");
    private static final int HEAD_BYTES = 4_096;
    /** A page may hold a few broken letters and still be what it says it is. */
    private static final double BROKEN_SHARE_MAX = 0.002;

    private static final Pattern CHARSET =
            Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]{2,40})", Pattern.CASE_INSENSITIVE);

    private Letters() {}

    /** @param charset its name in capitals as people know it: UTF-8, SHIFT_JIS, EUC-JP, ISO-2022-JP */
    public record Read(String text, String charset) {}

    /** @param told the charset of the server's Content-Type, or null */
    public static Read read(byte[] bytes, @Nullable String told) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) return decoded(bytes, 3, StandardCharsets.UTF_8);
        if (starts(bytes, 0xFF, 0xFE)) return decoded(bytes, 2, StandardCharsets.UTF_16LE);
        if (starts(bytes, 0xFE, 0xFF)) return decoded(bytes, 2, StandardCharsets.UTF_16BE);
        if (hasEscapes(bytes)) return decoded(bytes, 0, JIS);
        for (var said : said(bytes, told)) {
            var read = decoded(bytes, 0, said);
            if (broken(read.text()) <= BROKEN_SHARE_MAX && looksRight(read.text(), said)) return read;
        }
        return guessed(bytes);
    }

    private static List<Charset> said(byte[] bytes, @Nullable String told) {
        var said = new ArrayList<Charset>();
        add(said, told);
        var head = new String(bytes, 0, Math.min(HEAD_BYTES, bytes.length), StandardCharsets.ISO_8859_1);
        var found = CHARSET.matcher(head);
        if (found.find()) add(said, found.group(1));
        return said;
    }

    private static void add(List<Charset> said, @Nullable String name) {
        if (name == null || name.isBlank()) return;
        try {
            said.add(
                    switch (name.strip().toLowerCase(Locale.ROOT).replace('-', '_')) {
                        case "shift_jis", "x_sjis", "sjis", "ms932", "ms_kanji", "windows_31j", "cp932", "csshiftjis" ->
                            CP932;
                        case "euc_jp", "x_euc_jp", "x_euc", "eucjp" -> EUC;
                        case "iso_2022_jp" -> JIS;
                        default -> Charset.forName(name.strip());
                    });
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // A name that nobody knows says nothing.
        }
    }

    /** One byte for each letter reads anything: not believed where Japanese can be read. */
    private static boolean looksRight(String text, Charset charset) {
        if (!charset.name().startsWith("ISO-8859") && !charset.name().startsWith("windows-125")) return true;
        return text.chars().noneMatch(c -> c >= 0x80 && c < 0x100)
                || text.chars().filter(c -> c >= 0x80).count() < 4;
    }

    private static Read guessed(byte[] bytes) {
        var utf = decoded(bytes, 0, StandardCharsets.UTF_8);
        if (broken(utf.text()) == 0) return utf;
        var best = utf;
        double most = score(utf.text());
        for (var charset : List.of(CP932, EUC)) {
            var read = decoded(bytes, 0, charset);
            double score = score(read.text());
            if (score > most) {
                best = read;
                most = score;
            }
        }
        return best;
    }

    /** Japanese is full of hiragana; what is read the wrong way is full of half-width katakana, rare kanji and broken letters. */
    private static double score(String text) {
        double score = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\uFFFD') score -= 20;
            else if (c >= 0x3041 && c <= 0x3093) score += 3;
            else if (c >= 0x30A1 && c <= 0x30FC) score += 2;
            else if (c >= 0xFF61 && c <= 0xFF9F) score -= 1.5;
            else if (c >= 0x4E00 && c <= 0x9FFF) score += 0.5;
            else if (c == '、' || c == '。') score += 4;
        }
        return score;
    }

    private static double broken(String text) {
        if (text.isEmpty()) return 0;
        return text.chars().filter(c -> c == '\uFFFD').count() / (double) text.length();
    }

    private static Read decoded(byte[] bytes, int from, Charset charset) {
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
            return new Read(text, name(charset));
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new IllegalStateException(e); // it replaces, so it never reports
        }
    }

    private static String name(Charset charset) {
        if (charset.equals(CP932)) return "SHIFT_JIS";
        return charset.equals(JIS) ? "ISO-2022-JP" : charset.name();
    }

    private static boolean hasEscapes(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] < 0) return false;
            if (bytes[i] == 0x1B && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) return true;
        }
        return false;
    }

    private static boolean starts(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) return false;
        for (int i = 0; i < wanted.length; i++) if ((bytes[i] & 0xFF) != wanted[i]) return false;
        return true;
    }
}
