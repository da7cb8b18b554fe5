package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DispatchScreenTest extends DeskTest {

    private static final Timestamp AT = Timestamp.from(Instant.parse("2026-03-11T05:46:00Z"));

    @Test
    void eachDispatchIsCountedByOutcome() {
        long id = dispatch(SENDAI, "断水のお知らせ", "stopped", 1);
        delivery(SENDAI, id, "a@example.jp", "sent", "250 OK");
        delivery(SENDAI, id, "b@example.jp", "refused", "550 no such user b@example.jp");
        delivery(SENDAI, id, "c@example.jp", "dropped", "stopped");

        var page = sendaiAuthor.get("/dispatches");
        assertThat(page.text()).contains("断水のお知らせ", "中止", "相手側が拒否", "…@example.jp", "アドレスは管理者だけ");
        assertThat(page.text()).doesNotContain("b@example.jp ");
        assertThat(sendaiAdmin.get("/dispatches").text()).contains("550 no such user b@example.jp");
        assertThat(author.get("/dispatches").text()).doesNotContain("断水のお知らせ");
    }

    @Test
    void aHeldAlertIsReleasedOrStoppedByThoseWhoMay() {
        long first = dispatch(SENDAI, "大雨に注意してください", "held", 0);
        long second = dispatch(SENDAI, "もう一度お知らせします", "held", 0);
        assertThat(sendaiAuthor.get("/dispatches").text()).contains("大雨に注意してください", "保留中", "決めるのは");
        assertThat(sendaiAuthor
                        .post("/dispatches/%d/release".formatted(first), Map.of())
                        .status())
                .isEqualTo(403);
        var bosai = as("sendai-bosai");
        bosai.get("/dispatches");

        assertThat(bosai.post("/dispatches/%d/release".formatted(first), Map.of())
                        .text())
                .contains("保留を解除しました");
        assertThat(bosai.post("/dispatches/%d/stop".formatted(second), Map.of()).text())
                .contains("配信を中止しました");
        assertThat(audit(SENDAI, "dispatch.released").getFirst().subject()).isEqualTo("dispatch:" + first);
        assertThat(audit(SENDAI, "dispatch.stopped").getFirst().subject()).isEqualTo("dispatch:" + second);
        assertThat(bosai.post("/dispatches/%d/release".formatted(first), Map.of())
                        .text())
                .contains("何も変わっていません");
    }

    @Test
    void addressesAreForAdministrators() {
        tenancy.run(
                SENDAI,
                () -> sql.sql("""
                        insert into subscriber (government, address, domain, status, created_at)
                        values (:government, 'reader@example.jp', 'example.jp', 'confirmed', :at)
                        on conflict do nothing
                        """).param("government", SENDAI).param("at", AT).update());
        assertThat(sendaiAuthor.get("/dispatches?addresses=true").status()).isEqualTo(403);
        assertThat(sendaiAdmin.get("/dispatches").text()).doesNotContain("reader@example.jp");
        assertThat(sendaiAdmin.get("/dispatches?addresses=true&after=reader").text())
                .contains("reader@example.jp", "個人の情報です");
        assertThat(admin.get("/dispatches?addresses=true&after=reader").text()).doesNotContain("reader@example.jp");
    }

    private long dispatch(String government, String subject, String state, int lane) {
        return tenancy.in(government, () -> sql.sql("""
                        insert into dispatch (government, key, kind, lane, state, sender, subject, body, created_at)
                        values (:government, :subject, 'alert', :lane, :state, '仙台市', :subject, '本文', :at) returning id
                        """)
                .param("government", government)
                .param("subject", subject)
                .param("lane", lane)
                .param("state", state)
                .param("at", AT)
                .query(Long.class)
                .single());
    }

    private void delivery(String government, long dispatch, String address, String status, String problem) {
        tenancy.run(government, () -> {
            long subscriber = sql.sql("""
                            insert into subscriber (government, address, domain, status, created_at)
                            values (:government, :address, 'example.jp', 'ended', :at) returning id
                            """)
                    .param("government", government)
                    .param("address", address)
                    .param("at", AT)
                    .query(Long.class)
                    .single();
            sql.sql("""
                            insert into delivery (government, dispatch, subscriber, address, domain, lane, status, attempts, due_at, created_at, done_at, problem)
                            values (:government, :dispatch, :subscriber, :address, 'example.jp', 1, :status, 1, :at, :at, :at, :problem)
                            """)
                    .param("government", government)
                    .param("dispatch", dispatch)
                    .param("subscriber", subscriber)
                    .param("address", address)
                    .param("status", status)
                    .param("at", AT)
                    .param("problem", problem)
                    .update();
        });
    }
}
