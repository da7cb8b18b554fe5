package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewScreenTest extends DeskTest {

    @Test
    void aGovernmentSeesWhatWasReadAsChartAndTable() {
        var hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        long article = tenancy.in(
                SENDAI, () -> sql.sql("select min(id) from article where government = '041009' and state = 'public'")
                        .query(Long.class)
                        .single());
        var path = tenancy.in(SENDAI, () -> sql.sql("select '/' || series || '/' || id from article where id = :id")
                .param("id", article)
                .query(String.class)
                .single());
        put(hour, "/", "full", 1_234);
        put(hour.minus(1, ChronoUnit.HOURS), path, "lite", 300);
        put(hour.minus(3, ChronoUnit.DAYS), "*", "text", 66);

        var day = sendaiAdmin.get("/views");
        assertThat(day.status()).isEqualTo(200);
        assertThat(day.text())
                .contains("閲覧数", "1,534回", "トップページ", "1,234", "時間ごと")
                .doesNotContain("そのほかのページ");
        assertThat(day.html())
                .contains("<svg class=\"chart\"", "role=\"img\"", "<rect class=\"full\"", "<rect class=\"lite\"")
                .contains("href=\"http://")
                .contains("/041009" + path + "\"")
                .doesNotContain("style=");
        assertThat(sendaiAdmin.get("/views?period=week").text()).contains("日ごと", "そのほかのページ", "66");
        assertThat(author.get("/views").text()).doesNotContain("1,234");
        assertThat(admin.get("/views?government=041009&period=nonsense").text()).contains("扱う団体", "1,234");
    }

    private void put(Instant hour, String path, String variant, long views) {
        tenancy.run(SENDAI, () -> sql.sql("""
                        insert into view_count (government, hour, path, variant, beacon, views)
                        values ('041009', :hour, :path, :variant, 'test', :views)
                        """)
                .param("hour", Timestamp.from(hour))
                .param("path", path)
                .param("variant", variant)
                .param("views", views)
                .update());
    }

    @Test
    void aChartScalesToARoundNumberAndItsPiecesStandOnEachOther() {
        assertThat(List.of(0L, 3L, 5L, 9L, 21L, 41L, 1_200L, 1_500_000L).stream()
                        .map(ViewChart::ceiling))
                .containsExactly(4L, 4L, 8L, 20L, 40L, 80L, 2_000L, 2_000_000L);
        var rows = new ArrayList<ViewBoard.Row>();
        for (int i = 0; i < 30; i++) rows.add(new ViewBoard.Row("日" + i, "" + i, i, 10, i % 2));
        var chart = ViewChart.of(rows);
        assertThat(chart.bars()).hasSize(30);
        assertThat(chart.bars().stream().filter(bar -> !bar.label().isEmpty())).hasSizeLessThanOrEqualTo(12);
        for (var bar : chart.bars()) {
            double foot = ViewChart.HEIGHT - ViewChart.BOTTOM;
            for (var piece : bar.pieces()) {
                assertThat(piece.y() + piece.height()).isCloseTo(foot, org.assertj.core.data.Offset.offset(0.2));
                foot = piece.y();
            }
            assertThat(foot).isGreaterThanOrEqualTo(ViewChart.TOP - 0.2);
        }
    }
}
