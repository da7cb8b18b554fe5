package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SiteScreenTest extends DeskTest {

    private static String version(Browser.Page page) {
        return page.html().replaceAll("(?s).*?name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    @Test
    void theFirstPageIsArrangedSeenAndReleasedAndAnEarlierReleaseTakenUp() {
        var page = sendaiAdmin.get("/settings/site");
        page = sendaiAdmin.post("/settings/site/blocks", Map.of("version", version(page), "kind", "TEXT"));
        assertThat(page.text()).contains("部品「自由な文章」を最後に加えました", "まだ公開していない変更");
        int last = page.html().split("id=\"block-").length - 2;
        page = sendaiAdmin.post(
                "/settings/site/blocks/" + last,
                Map.of("version", version(page), "title", "市長から", "value", "**ようこそ**仙台市へ。"));
        assertThat(page.text()).contains("部品を変えました", "市長から");
        page = sendaiAdmin.post("/settings/site/blocks/%d/up".formatted(last), Map.of("version", version(page)));

        var preview = sendaiAdmin.get("/settings/site/page?view=full");
        assertThat(preview.html()).contains("市長から", "<strong>ようこそ</strong>");
        assertThat(sendaiAdmin.get("/settings/site/page?view=text").html()).contains("市長から");
        assertThat(sendaiAdmin.get("/settings/site/preview").status()).isEqualTo(200);

        page = sendaiAdmin.post("/settings/site/release", Map.of("version", version(page), "note", "市長の言葉"));
        assertThat(page.text()).contains("公開しました", "第1版", "市長の言葉");
        page = sendaiAdmin.post("/settings/site/blocks/0/turn", Map.of("version", version(page)));
        page = sendaiAdmin.post("/settings/site/releases/1", Map.of("version", version(page)));
        assertThat(page.text()).contains("第1版を下書きに取り出しました", "下書きと公開サイトは同じです");
        assertThat(audit(SENDAI, "site.released")).hasSize(1);
    }

    @Test
    void aColourNobodyCanReadAndALogoThatIsAZipAreRefused() {
        var version = version(sendaiAdmin.get("/settings/site"));
        var pale = sendaiAdmin.upload(
                "/settings/site/face", Map.of("version", version, "colour", "#ffee00", "menu", ""), "x", new byte[0]);
        assertThat(pale.status()).isEqualTo(422);
        assertThat(pale.text()).contains("白との対比が", "4.5 : 1 以上");

        var zip = Visitor.signedIn("sendai-kakari");
        zip.get("/settings/site");
        var refused = zip.upload(
                "/settings/site/face",
                Map.of("version", version, "colour", "", "menu", "", "logoAlt", "市章"),
                "logoFile",
                "logo.png",
                "PK\u0003\u0004 no picture".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("まだ保存していません");
    }

    @Test
    void onlyThePrefectureDecidesHosts() {
        assertThat(sendaiAdmin
                        .post("/settings/site/host", Map.of("host", "www.city.sendai.example"))
                        .status())
                .isEqualTo(403);
        assertThat(admin.post("/settings/site/host", Map.of("host", "not a host", "government", SENDAI))
                        .status())
                .isEqualTo(422);
    }
}
