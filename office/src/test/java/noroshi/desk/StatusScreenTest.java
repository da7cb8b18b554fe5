package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusScreenTest extends DeskTest {

    @Test
    void everyPartIsShownToEveryone() {
        for (var browser : java.util.List.of(admin, author, sendaiAuthor)) {
            var page = browser.get("/status");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("データベース", "PostgreSQL", "公開サイト", "メール", "処理の待ち行列", "のろし台", "止まった処理");
        }
    }

    @Test
    void aDeadLetterIsRetriedByAnAdministratorOnly() {
        long id = deadLetter(SENDAI, "つながりません");

        assertThat(sendaiAuthor.get("/status").text()).contains("つながりません", "管理者が行います");
        assertThat(sendaiAuthor
                        .post("/status/outbox/%d/retry".formatted(id), Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(as("ishinomaki-kakari").get("/status").text()).doesNotContain("つながりません");
        as("ishinomaki-kakari").post("/status/outbox/%d/discard".formatted(id), Map.of());
        assertThat(sendaiAdmin.get("/status").text()).contains("つながりません", "次にすること");

        var retried = sendaiAdmin.post("/status/outbox/%d/retry".formatted(id), Map.of());
        assertThat(retried.text()).contains("もう一度処理するよう登録しました").doesNotContain("つながりません");
        assertThat(audit(SENDAI, "outbox.retried").getFirst().detail()).contains("つながりません");
    }

    @Test
    void thePrefecturesAdministratorDiscardsWhatATownNoLongerNeeds() {
        long id = deadLetter(SENDAI, "もう要りません");

        assertThat(admin.get("/status").text()).contains("もう要りません");
        assertThat(admin.post("/status/outbox/%d/discard".formatted(id), Map.of())
                        .text())
                .contains("破棄しました")
                .doesNotContain("もう要りません");
        assertThat(admin.post("/status/outbox/%d/discard".formatted(id), Map.of())
                        .text())
                .contains("すでに処理されたか破棄されています");
        assertThat(audit(SENDAI, "outbox.discarded").getFirst().officer())
                .isEqualTo(officer(MIYAGI, "admin").id());
    }

    @Test
    void theShownVariantIsCommandedByThePrefectureAfterALastLookAndOnTheRecord() {
        var state = office.bean(noroshi.site.SiteState.class);
        assertThat(admin.get("/status").text()).contains("公開ページの表示", "いまの表示: 通常どおり");
        assertThat(admin.get("/status/mode?mode=lite").text()).contains("表示の切り替えの確認", "すべての団体", "軽量版に切り替える");
        assertThat(state.mode()).as("a look changes nothing").isEqualTo(noroshi.site.ShownMode.NORMAL);
        for (var other : java.util.List.of(author, sendaiAdmin)) {
            assertThat(other.get("/status").text()).contains("切り替えられるのは");
            assertThat(other.post("/status/mode", Map.of("mode", "text")).status())
                    .isEqualTo(403);
        }
        try {
            assertThat(admin.post("/status/mode", Map.of("mode", "lite", "reason", "大地震のため"))
                            .text())
                    .contains("「軽量版」に切り替えました", "いまの表示: 軽量版");
            assertThat(state.mode()).isEqualTo(noroshi.site.ShownMode.LITE);
            assertThat(admin.post("/status/mode", Map.of("mode", "lite")).text())
                    .contains("何も変わっていません");
            var said = audit(MIYAGI, "site.mode-commanded");
            assertThat(said.getFirst().detail()).isEqualTo("軽量版：大地震のため");
        } finally {
            admin.post("/status/mode", Map.of("mode", "normal"));
        }
        assertThat(state.mode()).isEqualTo(noroshi.site.ShownMode.NORMAL);
    }

    /** For a listener that nobody is, so that no worker takes it meanwhile. */
    private long deadLetter(String government, String problem) {
        return tenancy.in(government, () -> sql.sql("""
                        insert into outbox (government, listener, topic, key, facts, lane, created_at, due_at, attempts, dead_at, problem)
                        values (:government, 'nobody', 'article.changed', '1', '{}', 1, :at, :at, 12, :at, :problem) returning id
                        """)
                .param("government", government)
                .param("at", Timestamp.from(Instant.parse("2026-03-11T05:46:00Z")))
                .param("problem", problem)
                .query(Long.class)
                .single());
    }
}
