package noroshi.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class PdfTagsTest {

    private static final String TAGGED = "<< /Type /Catalog /MarkInfo << /Marked true >> /StructTreeRoot 7 0 R >>";

    @Test
    void aTaggedFileSaysSo() {
        assertThat(PdfTags.isTagged(bytes("%PDF-1.4\n1 0 obj\n" + TAGGED + "\nendobj\n")))
                .isTrue();
    }

    @Test
    void aPrintedFileHasNoTags() {
        assertThat(PdfTags.isTagged(bytes("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n")))
                .isFalse();
    }

    @Test
    void tagsAreFoundInPackedObjects() throws IOException {
        var file = new ByteArrayOutputStream();
        file.write(bytes("%PDF-1.7\n5 0 obj\n<< /Type /ObjStm /N 1 /First 4 >>\nstream\r\n"));
        var packed = new DeflaterOutputStream(file);
        packed.write(bytes("1 0 " + TAGGED));
        packed.finish();
        file.write(bytes("\nendstream\nendobj\n"));

        assertThat(PdfTags.isTagged(file.toByteArray())).isTrue();
    }

    @Test
    void brokenBytesDoNoHarm() {
        assertThat(PdfTags.isTagged(bytes("%PDF-1.7 /Type /ObjStm stream\n\u0001\u0002")))
                .isFalse();
        assertThat(PdfTags.isTagged(new byte[0])).isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
