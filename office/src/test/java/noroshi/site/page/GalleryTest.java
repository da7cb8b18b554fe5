package noroshi.site.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes the demonstration's pages as files under target/gallery, to be looked at in a browser. */
class GalleryTest {

    @Test
    void thePagesCanBeLookedAt() throws IOException {
        var folder = Path.of("target/gallery");
        var demo = new DemoFacts();
        for (var code : List.of("040002", "042021")) write(folder, new DemoSite(demo, code, List.of(), DemoFacts.NOW));
        write(folder.resolve("emergency"), new DemoSite(demo, "040002", alerts(DemoFacts.NOW), DemoFacts.NOW));
    }

    static List<Alert> alerts(Instant now) {
        var window = new Window(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(9)));
        return List.of(
                new Alert(
                        5,
                        "大津波警報",
                        "宮城県に大津波警報",
                        "ただちに高台や避難ビルなど安全な場所へ避難してください。",
                        "040002",
                        "/emergency/1",
                        "",
                        now.minusSeconds(600),
                        window),
                new Alert(
                        4,
                        "警戒レベル4",
                        "土砂災害警戒情報（仙台市青葉区、大崎市ほか）",
                        "危険な場所から全員避難してください。",
                        "040002",
                        "/emergency/2",
                        "",
                        now.minusSeconds(1200),
                        window),
                new Alert(
                        3, "震度6強", "県内で震度6強を観測", "", "040002", "/emergency/3", "replay", now.minusSeconds(900), window),
                new Alert(
                        2,
                        "洪水注意報",
                        "北上川下流に洪水注意報",
                        "",
                        "040002",
                        "/emergency/4",
                        "drill",
                        now.minusSeconds(3000),
                        window));
    }

    private static void write(Path folder, DemoSite site) throws IOException {
        for (var key : site.records.keySet()) {
            var bytes = site.bytes(key, DemoFacts.NOW);
            var path = key.path().endsWith("/") ? key.path() + "index.html" : key.path();
            if (!path.contains(".")) path = path + "/index.html";
            var file = folder.resolve(key.site() + (path.startsWith("/") ? path : "/" + path));
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        }
        var images = DemoFacts.images();
        for (var article : site.articles) {
            if (article.image() == null) continue;
            var file = folder.resolve(
                    site.site.code() + "/media/" + article.image().file());
            Files.createDirectories(file.getParent());
            Files.write(file, Files.readAllBytes(images.get(article.image().hash())));
        }
    }
}
