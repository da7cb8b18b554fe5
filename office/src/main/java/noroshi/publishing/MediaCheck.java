package noroshi.publishing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a file is, by its content. Its name only decides between the kinds of plain text. */
final class MediaCheck {

    /** Of what is kept; a photograph may come with up to {@link PhotoFitting#SOURCE_BYTES_MAX}. */
    static final int IMAGE_BYTES_MAX = 10_000_000;

    static final int ATTACHMENT_BYTES_MAX = 20_000_000;

    private MediaCheck() {}

    sealed interface Found {
        record Image(String type, String extension, int width, int height) implements Found {}

        record Attachment(String type, String extension) implements Found {}

        /** @param reason what it is and what to do (Japanese) */
        record Refused(String reason) implements Found {}
    }

    static Found look(String name, byte[] content) {
        if (content.length == 0) return new Found.Refused("ファイルが空です。選び直してください。");
        var image = imageType(content);
        if (image != null) {
            if (content.length > IMAGE_BYTES_MAX) return tooLarge("画像", content.length, IMAGE_BYTES_MAX);
            return ImageCheck.look(image, content);
        }
        if (content.length > ATTACHMENT_BYTES_MAX) return tooLarge("添付ファイル", content.length, ATTACHMENT_BYTES_MAX);
        if (startsWith(content, 0, "%PDF-")) return new Found.Attachment("application/pdf", "pdf");
        if (startsWith(content, 0, "PK\u0003\u0004")) return OfficeDocumentCheck.look(content);
        return text(name.toLowerCase(Locale.ROOT), content);
    }

    static boolean isJpeg(byte[] content) {
        return "jpeg".equals(imageType(content));
    }

    private static @Nullable String imageType(byte[] content) {
        if (startsWith(content, 0, "\u0089PNG\r\n\u001a\n")) return "png";
        if (startsWith(content, 0, "\u00ff\u00d8\u00ff")) return "jpeg";
        if (startsWith(content, 0, "GIF87a") || startsWith(content, 0, "GIF89a")) return "gif";
        if (startsWith(content, 0, "RIFF") && startsWith(content, 8, "WEBP")) return "webp";
        return null;
    }

    private static Found text(String name, byte[] content) {
        if (name.endsWith(".svg")) return new Found.Refused("SVGは中にプログラムを含められるため登録できません。PNGに変換してください。");
        if (name.matches(".*\\.(png|jpe?g|gif|webp|avif|heic|bmp|tiff?)"))
            return new Found.Refused("画像として読めません。PNG、JPEG、GIF、WebPの画像を選んでください。");
        boolean csv = name.endsWith(".csv");
        if (!csv && !name.endsWith(".txt"))
            return new Found.Refused("この種類のファイルは登録できません。PDF、Word（docx）、Excel（xlsx）、CSV、テキスト、または画像を選んでください。");
        var charset = charset(content);
        if (charset == null) return new Found.Refused("文字のファイルとして読めません。UTF-8かShift_JISで保存し直してください。");
        return new Found.Attachment((csv ? "text/csv" : "text/plain") + "; charset=" + charset, csv ? "csv" : "txt");
    }

    private static @Nullable String charset(byte[] content) {
        for (byte b : content) if (b == 0) return null;
        for (var charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("windows-31j")})
            if (reads(content, charset)) return charset.equals(StandardCharsets.UTF_8) ? "UTF-8" : "Shift_JIS";
        return null;
    }

    private static boolean reads(byte[] content, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    static boolean startsWith(byte[] content, int offset, String latin) {
        if (content.length < offset + latin.length()) return false;
        for (int i = 0; i < latin.length(); i++) if ((content[offset + i] & 0xFF) != latin.charAt(i)) return false;
        return true;
    }

    private static Found tooLarge(String what, int bytes, int max) {
        return new Found.Refused("%sが大きすぎます（%,d バイト）。%,d バイト以下にしてください。".formatted(what, bytes, max));
    }
}
