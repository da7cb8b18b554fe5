package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Files come with the form: an image needs its words, and no mistake costs a second upload. */
class ArticleMediaScreensTest {

    private final Visitor sato = Visitor.signedIn("sato");

    @Test
    void anImageWithoutWordsWaitsUntilItHasThem() throws IOException {
        sato.get("/articles/new");
        var fields = ArticleScreensTest.form("画像のある記事", "本文", "0");
        sato.upload("/articles/new", fields, "imageFile", "bay.png", png(1000))
                .is(422)
                .says("代替テキストが必要です", "「bay.png」を預かっています");

        fields.put("held", "1");
        fields.put("imageAlt", "湾に浮かぶ島々");
        var article = sato.post("/articles/new", fields).is(200);
        assertThat(article.html()).contains("alt=\"湾に浮かぶ島々\"");
        var image = article.first("src=\"(/media/040002/[^\"]+)\"");
        assertThat(sato.get(image).is(200).type()).isEqualTo("image/png");
        Visitor.signedIn("sendai-koho").get(image).is(404);
    }

    @Test
    void wordsThatReadersSawStayAndTheOfficerIsTold() throws IOException {
        sato.get("/articles/new");
        var fields = ArticleScreensTest.form("公開中の画像を使う記事", "本文", "0");
        fields.put("imageAlt", "ちがう説明");
        var told = sato.upload("/articles/new", fields, "imageFile", "bay.png", demonstrationPng())
                .is(422)
                .says("代替テキストは「");
        fields.put("image", told.hidden("image"));
        fields.put("imageAlt", told.hidden("imageAlt"));
        sato.post("/articles/new", fields).is(200).says("下書きを保存しました");
    }

    @Test
    void whatIsNoImageIsRefusedAndTheTextStays() {
        sato.get("/articles/new");
        var fields = ArticleScreensTest.form("画像でない記事", "残る本文", "0");
        fields.put("imageAlt", "写真");
        sato.upload("/articles/new", fields, "imageFile", "photo.png", "画像ではありません".getBytes(StandardCharsets.UTF_8))
                .is(422)
                .says("画像として読めません", "残る本文");
    }

    @Test
    void anAttachmentStaysWhileAnotherFieldIsWrong() {
        sato.get("/articles/new");
        var fields = ArticleScreensTest.form("", "本文", "0");
        var refused = sato.upload(
                        "/articles/new",
                        fields,
                        "attachmentFiles",
                        "一覧.csv",
                        "番号,名前\n1,石巻\n".getBytes(StandardCharsets.UTF_8))
                .is(422)
                .says("題名がありません", "一覧.csv");
        fields.put("title", "表のある記事");
        fields.put("attachments", refused.first("name=\"attachments\" value=\"([0-9a-f]{64})\""));
        sato.post("/articles/new", fields).is(200).says("添付ファイル", "一覧.csv");
    }

    @Test
    void theShelfShowsTheLineForABody() throws IOException {
        sato.get("/media").is(200).says("画像とファイル");
        sato.upload("/media", Map.of(), "file", "湾.png", png(1001)).is(422).says("代替テキストが必要です");
        assertThat(sato.upload("/media", Map.of("alt", "\"><script>"), "file", "湾.png", png(1001))
                        .is(200)
                        .html())
                .contains("](/media/")
                .doesNotContain("<script");
    }

    /** An image that nothing else uses. */
    private static byte[] png(int color) throws IOException {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.setRGB(7, 7, color);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] demonstrationPng() throws IOException {
        try (var image = Objects.requireNonNull(
                ArticleMediaScreensTest.class.getResourceAsStream("/noroshi/demo/images/bay.png"))) {
            return image.readAllBytes();
        }
    }
}
