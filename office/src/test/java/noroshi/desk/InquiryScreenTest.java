package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InquiryScreenTest extends DeskTest {

    @Test
    void anInquiryIsTakenInHandAnsweredAndOnTheRecord() {
        given(MIYAGI, "kouhou", "260311-AAAAA-00001", "広報紙の取り寄せ", "どこで手に入りますか。");
        assertThat(author.get("/inquiries").text()).contains("広報紙の取り寄せ", "受付", "未定");

        author.get("/inquiries/260311-AAAAA-00001");
        long me = officer(MIYAGI, "sato").id();
        var taken = author.post(
                "/inquiries/260311-AAAAA-00001/assign", Map.of("version", "1", "officer", String.valueOf(me)));
        assertThat(taken.text()).contains("担当者を決めました", "対応中", "担当者の決定");

        var answered =
                author.post("/inquiries/260311-AAAAA-00001/answer", Map.of("version", "2", "text", "県庁1階で\nお配りしています。"));
        assertThat(answered.text()).contains("回答を送りました", "回答済", "送った回答");
        assertThat(answered.html()).contains("県庁1階で\nお配りしています。");
        assertThat(audit(MIYAGI, "inquiry.answered").getFirst().subject()).isEqualTo("inquiry:260311-AAAAA-00001");
        assertThat(author.get("/inquiries?answered=true").text()).contains("広報紙の取り寄せ");
    }

    @Test
    void whatWasTypedStaysWhenSomebodyWasFaster() {
        given(MIYAGI, "kouhou", "260311-AAAAA-00002", "道に迷う", "教えてください。");
        author.get("/inquiries/260311-AAAAA-00002");
        var late = author.post("/inquiries/260311-AAAAA-00002/answer", Map.of("version", "9", "text", "長く書いた回答です。"));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("ほかの職員が先に操作した", "長く書いた回答です。");
        var empty = author.post("/inquiries/260311-AAAAA-00002/answer", Map.of("version", "1", "text", " "));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("回答を書いてください");
    }

    @Test
    void aForwardedInquiryLeavesTheSightOfItsFirstDepartment() {
        given(MIYAGI, "kouhou", "260311-AAAAA-00003", "道路の穴", "国道に穴があります。");
        author.get("/inquiries/260311-AAAAA-00003");
        var forwarded = author.post(
                "/inquiries/260311-AAAAA-00003/forward",
                Map.of("version", "1", "to", "doro", "reason", "道路の担当をお願いします。"));

        assertThat(forwarded.path()).isEqualTo("/inquiries");
        assertThat(forwarded.text()).contains("問い合わせを転送しました").doesNotContain("道路の穴");
        assertThat(author.get("/inquiries/260311-AAAAA-00003").status()).isEqualTo(403);
        assertThat(as("doboku").get("/inquiries/260311-AAAAA-00003").text()).contains("道路の穴", "道路の担当をお願いします。", "転送");
    }

    @Test
    void aTownSeesNothingOfAnother() {
        given(SENDAI, "koho", "260311-AAAAA-00004", "仙台市への問い合わせ", "本文");
        assertThat(sendaiAuthor.get("/inquiries").text()).contains("仙台市への問い合わせ");
        assertThat(as("ishinomaki-kakari").get("/inquiries").text()).doesNotContain("仙台市への問い合わせ");
        assertThat(as("ishinomaki-kakari").get("/inquiries/260311-AAAAA-00004").status())
                .isEqualTo(404);
        assertThat(as("ishinomaki-kakari")
                        .get("/inquiries/260311-AAAAA-00004?government=" + SENDAI)
                        .status())
                .isEqualTo(403);
        assertThat(sendaiAuthor.get("/inquiries?government=" + MIYAGI).status()).isEqualTo(403);
    }

    @Test
    void thePrefecturesAdministratorHelpsATown() {
        given(SENDAI, "koho", "260311-AAAAA-00005", "県の助けを借りる", "本文");
        var page = admin.get("/inquiries?government=" + SENDAI);
        assertThat(page.text()).contains("県の助けを借りる").doesNotContain("広報紙の取り寄せ");
        assertThat(page.html()).contains("/inquiries/260311-AAAAA-00005?government=041009");
        assertThat(admin.get("/inquiries/260311-AAAAA-00005?government=" + SENDAI)
                        .text())
                .contains("県の助けを借りる")
                .doesNotContain("自分が担当する");
    }

    @Test
    void markupOfAResidentIsText() {
        given(MIYAGI, "kouhou", "260311-AAAAA-00006", "<script>alert(1)</script>", "<img src=x onerror=alert(2)>");
        var page = author.get("/inquiries/260311-AAAAA-00006");

        assertThat(page.html()).doesNotContain("<script>alert", "<img src=x").contains("&lt;script&gt;alert(1)");
        assertThat(author.get("/inquiries").html()).doesNotContain("<script>alert");
    }

    @Test
    void aFormWithoutItsHiddenFieldChangesNothingAndGivesTheTextBack() {
        given(MIYAGI, "kouhou", "260311-AAAAA-00007", "件名", "本文");
        var page =
                author.postAsIs("/inquiries/260311-AAAAA-00007/answer", Map.of("version", "1", "text", "失われてはいけない回答"));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("失われてはいけない回答", "まだ保存されていません");
        assertThat(author.get("/inquiries/260311-AAAAA-00007").text()).doesNotContain("送った回答");
    }

    @Test
    void anUnknownInquiryIsMissing() {
        var page = author.get("/inquiries/000000-AAAAA-00000");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("問い合わせが見つかりません", "一覧に戻って");
    }

    private void given(String government, String department, String number, String subject, String body) {
        tenancy.run(government, () -> {
            sql.sql("""
                            insert into inquiry (government, number, department, status, name, address, subject, body, received_at, changed_at)
                            values (:government, :number, :department, 'received', '宮城 花子', 'hanako@example.jp', :subject, :body, :at, :at)
                            """)
                    .param("government", government)
                    .param("number", number)
                    .param("department", department)
                    .param("subject", subject)
                    .param("body", body)
                    .param("at", Timestamp.from(Instant.parse("2026-03-11T05:46:00Z")))
                    .update();
            sql.sql("""
                            insert into inquiry_step (government, number, at, act, detail)
                            values (:government, :number, :at, 'received', '')
                            """)
                    .param("government", government)
                    .param("number", number)
                    .param("at", Timestamp.from(Instant.parse("2026-03-11T05:46:00Z")))
                    .update();
        });
    }
}
