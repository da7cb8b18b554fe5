package noroshi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import noroshi.publishing.AddMedia.Outcome.Added;
import noroshi.publishing.AddMedia.Outcome.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddMediaTest extends PublishingTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void anImageIsKnownByItsContentAndMeasured(String type) {
        var media = added(add("写真.bin", image(type, 40, 30), "港の写真"));

        assertThat(media.type()).isEqualTo("image/" + type);
        assertThat(List.of(media.width(), media.height())).containsExactly(40, 30);
        assertThat(media.path()).isEqualTo("/media/" + media.hash() + "." + (type.equals("jpeg") ? "jpg" : type));
    }

    @Test
    void aWebpIsMeasuredByItsStructure() {
        var media = added(add("a.webp", webp(), "港の写真"));

        assertThat(List.of(media.width(), media.height())).containsExactly(1, 1);
        assertThat(add("a.webp", Arrays.copyOf(webp(), 20), "港の写真")).isInstanceOf(Refused.class);
    }

    @Test
    void aPhotographLosesItsPlaceButNotWhichWayIsUp() {
        var plain = image("jpeg", 8, 6);
        var exif = new byte[] {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            44,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'I',
            'I',
            42,
            0,
            8,
            0,
            0,
            0,
            1,
            0,
            0x12,
            1,
            3,
            0,
            1,
            0,
            0,
            0,
            6,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            'S',
            'E',
            'N',
            'D',
            'A',
            'I',
            ' ',
            '3',
            '8',
            'N'
        };
        var photograph = new ByteArrayOutputStream();
        photograph.write(plain, 0, 2);
        photograph.writeBytes(exif);
        photograph.write(plain, 2, plain.length - 2);

        var media = added(add("a.jpg", photograph.toByteArray(), "港"));

        var kept = new String(
                tenancy.in(
                        MIYAGI,
                        () -> mediaShelf.findContent(MIYAGI, media.hash()).orElseThrow()),
                StandardCharsets.ISO_8859_1);
        assertThat(kept)
                .doesNotContain("SENDAI")
                .contains("Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006");
        assertThat(JpegPrivacy.cleaned(plain)).hasSameSizeAs(plain);
    }

    @Test
    void anImageWithoutWordsIsRefused() {
        assertThat(add("a.png", image("png", 4, 3), " "))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.field()).isEqualTo("alt"));
    }

    @Test
    void whatOnlyCallsItselfAnImageIsRefused() {
        assertThat(add("a.png", "<html>".getBytes(StandardCharsets.UTF_8), "x")).isInstanceOf(Refused.class);
        var broken = image("png", 400, 300);
        Arrays.fill(broken, 60, broken.length, (byte) 7);
        assertThat(add("a.png", broken, "x")).isInstanceOf(Refused.class);
        assertThat(add("a.svg", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), "x"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aSmallFileThatUnfoldsToAHugePictureIsRefusedUnopened() {
        var bomb = image("png", 4, 3);
        // The width stands in the bytes 16 to 19 of a PNG.
        bomb[16] = 0x7F;

        assertThat(add("a.png", bomb, "x")).isInstanceOf(Refused.class);
    }

    @Test
    void documentsAreKnownByTheirContent() {
        assertThat(added(add("計画.txt", "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), ""))
                        .extension())
                .isEqualTo("pdf");
        assertThat(added(add("表.csv", "区,時刻\n青葉,9時\n".getBytes(Charset.forName("windows-31j")), ""))
                        .type())
                .isEqualTo("text/csv; charset=Shift_JIS");
        assertThat(added(add("案内.docx", zip("[Content_Types].xml", "word/document.xml"), ""))
                        .extension())
                .isEqualTo("docx");
    }

    @Test
    void programsMacrosAndArchivesAreRefused() {
        assertThat(add("a.exe", new byte[] {'M', 'Z', 0, 1}, "")).isInstanceOf(Refused.class);
        assertThat(add("a.txt", new byte[] {'M', 'Z', 0, 1}, "")).isInstanceOf(Refused.class);
        assertThat(add("a.docx", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), ""))
                .isInstanceOf(Refused.class);
        assertThat(add("a.docx", zip("x.txt"), "")).isInstanceOf(Refused.class);
    }

    @Test
    void foldersInANameAreDropped() {
        assertThat(added(add("../../etc/passwd.txt", "a".getBytes(StandardCharsets.UTF_8), ""))
                        .name())
                .isEqualTo("passwd.txt");
    }

    @Test
    void anArticleShowsItsImageAndAttachments() {
        var image = added(add("a.png", image("png", 4, 3), "港"));
        var plan = added(add("b.pdf", "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), ""));
        var article = published("news", content("港").withImage(image.hash()).withAttachments(List.of(plan.hash())));

        var seen = tenancy.in(
                MIYAGI, () -> publicArticles.find(MIYAGI, article.id()).orElseThrow());

        assertThat(seen.media()).containsExactly(image, plan);
        assertThat(seen.edition().content().attachments()).containsExactly(plan.hash());
        assertThat(tenancy.in(MIYAGI, () -> lists.newest(MIYAGI, "site", 1))
                        .getFirst()
                        .image())
                .isEqualTo(image);
    }

    @Test
    void theWordsOfWhatIsApprovedOrPublicStay() {
        added(add("a.png", image("png", 4, 3), "港"));
        var image = added(add("b.png", image("png", 4, 3), "漁港"));
        assertThat(image.alt()).isEqualTo("漁港");

        inReview(written("news", content("港").withImage(image.hash())));
        assertThat(added(add("c.png", image("png", 4, 3), "偽りの説明"))).isEqualTo(image);
        var plan = added(add("b.pdf", "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), ""));
        published("news", content("港").withAttachments(List.of(plan.hash())));
        assertThat(added(add("別名.pdf", "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), "")))
                .isEqualTo(plan);
    }

    private AddMedia.Outcome add(String name, byte[] content, String alt) {
        return addMedia.handle(new AddMedia.Command(MIYAGI, name, content, alt, "", author, clock.instant()));
    }

    private static MediaFact added(AddMedia.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Added.class);
        return ((Added) outcome).media();
    }

    private static byte[] image(String type, int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), type, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The smallest lossless WebP: one pixel. */
    private static byte[] webp() {
        return java.util.Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    }

    private static byte[] zip(String... names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
