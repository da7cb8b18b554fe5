package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers see of the ladder. */
class DegradationTest {

    @TempDir
    Path folder;

    private Town town;
    private Beacon beacon;

    @BeforeEach
    void light() {
        town = new Town(folder);
        beacon = town.beacon("beacon");
        town.publish(Town.withForms(Town.pages()));
        town.push(beacon);
    }

    @AfterEach
    void quench() {
        town.close();
    }

    private Asked get(String path) {
        return Asked.get(town.http, Town.open(beacon), path);
    }

    private void command(String mode) {
        town.command(mode);
        town.push(beacon);
    }

    /** As long as it takes to go so many rungs up. */
    private void overload(int rungs) {
        for (int i = 0; i <= rungs * 10; i++) beacon.measured(2, 1_000_000 + i * 1_000L);
    }

    @Test
    void aCommandShowsTheLightPageInPlaceOfTheFullOneAndTellsSo() {
        var full = get("/040002/news/1");
        assertThat(full.text()).isEqualTo("<h1>重い頁</h1>");
        command("lite");
        var lite = get("/040002/news/1");
        assertThat(lite.status()).isEqualTo(200);
        assertThat(lite.text()).contains("<h1>軽い頁</h1>", "軽量版を表示しています", "<a href=\"/040002/news/1?full\">通常版を見る</a>");
        assertThat(lite.field("etag")).isNotEqualTo(full.field("etag"));
        assertThat(get("/040002/news/1?full").text()).as("the link back").isEqualTo("<h1>重い頁</h1>");
        assertThat(get("/040002/l/news/1").text()).as("asked for").isEqualTo("<h1>軽い頁</h1>");
        command("text");
        assertThat(get("/040002/news/1").text()).contains("文字の頁", "テキスト版を表示しています");
        assertThat(get("/040002/l/news/1").text()).contains("文字の頁", "<a href=\"/040002/l/news/1?full\">軽量版を見る</a>");
        assertThat(get("/040002/l/news/1?full").text()).isEqualTo("<h1>軽い頁</h1>");
        assertThat(get("/040002/t/news/1").text()).isEqualTo("文字の頁");
        assertThat(get("/040002/news/2").text())
                .as("no text page: the lite one")
                .contains("軽い頁2");
        command("normal");
        assertThat(get("/040002/news/1").text()).isEqualTo("<h1>重い頁</h1>");
    }

    @Test
    void whatHasNoLighterVariantStaysAsItIs() {
        command("text");
        assertThat(get("/press/12").text()).contains("断水のお知らせ");
        assertThat(get("/picture.png").body()).isEqualTo(Town.PICTURE);
        assertThat(get("/old").status()).isEqualTo(301);
        assertThat(get("/gone").status()).isEqualTo(410);
        assertThat(get("/list?page=2").text()).isEqualTo("list, page 2");
    }

    @Test
    void theBeaconsOwnLoadDoesTheSameAndNeverLess() {
        overload(1);
        assertThat(get("/news/1").text()).contains("軽い頁", "アクセスが集中しているため");
        overload(2);
        assertThat(get("/news/1").text()).contains("文字の頁", "アクセスが集中しているため");
        command("lite");
        assertThat(get("/news/1").text()).as("a command makes nothing heavier").contains("文字の頁");
    }

    @Test
    void aQueryKeepsItsWordsOnTheWayBackAndIsHarmless() {
        command("lite");
        assertThat(get("/news/1?t=a%22%3E%3Cscript%3E&x='y").text())
                .contains("href=\"/news/1?t=a%22%3E%3Cscript%3E&amp;x=&#39;y&amp;full\"");
    }

    @Test
    void formsAndErrorsAreAnsweredLightToo() {
        overload(1);
        assertThat(get("/nothing").text()).isEqualTo("お探しの軽い頁はありません");
        var answer = Asked.post(town.http, Town.open(beacon), "/inquiry", "name=a&body=b");
        assertThat(answer.text()).isEqualTo("軽い受付");
    }

    @Test
    void metricsTellTheRungAndWhatWasShown() {
        overload(1);
        get("/news/1");
        get("/news/1");
        get("/nothing");
        var metrics = Asked.get(town.http, Town.admin(beacon), "/metrics").text();
        assertThat(metrics)
                .contains("noroshi_beacon_page_answers_total{class=\"2xx\",variant=\"lite\"} 2\n")
                .contains("noroshi_beacon_page_answers_total{class=\"4xx\",variant=\"lite\"} 1\n")
                .contains("noroshi_beacon_stand_ins_total 2\n")
                .contains("noroshi_beacon_views_total 2\n")
                .contains("noroshi_beacon_ladder_rung 1\n");
    }
}
