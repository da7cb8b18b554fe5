package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorScreenTest extends DeskTest {

    @Test
    void anUnknownAddressSaysSoInTheFrameOfTheOffice() {
        var page = author.get("/no-such-screen");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("ページが見つかりません", "サインアウト", "ホームへ");
    }

    @Test
    void anActOpenedAsAPageSaysWhatToDo() {
        var page = author.get("/emergency/replay/end");
        assertThat(page.status()).isEqualTo(405);
        assertThat(page.text()).contains("この開き方はできません");
    }

    @Test
    void aNumberThatIsNoneIsTheCallersMistake() {
        var page = admin.post("/status/outbox/abc/retry", Map.of());
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("送られた内容を読み取れません");
    }

    @Test
    void aFileTooLargeIsToldItsLimit() {
        admin.get("/emergency");
        var page = admin.upload("/emergency/telegrams", Map.of(), "big.xml", new byte[42 * 1024 * 1024]);
        assertThat(page.status()).isEqualTo(413);
        assertThat(page.text()).contains("40MBまで");
    }

    @Test
    void nobodyReadsWhatTheProgramSaysToItself() {
        for (var path : java.util.List.of("/no-such-screen", "/error", "/inquiries?page=abc"))
            assertThat(admin.get(path).html())
                    .doesNotContain("Exception", "noroshi.desk", "org.springframework", "Whitelabel");
    }

    @Test
    void whoIsNotSignedInIsLedToTheDoor() {
        assertThat(Browser.anonymous().get("/inquiries").path()).isEqualTo("/sign-in");
    }

    @Test
    void whoseSignInEndedWhileWritingIsToldSoAndKeepsTheText() {
        var page = Browser.anonymous().postAsIs("/articles/new", Map.of("title", "消えてはいけない題名"));
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("もう一度サインインしてください", "消えてはいけない題名", "サインインへ");
    }

    @Test
    void aSystemGetsItsErrorsAsProblems() {
        assertThat(admin.get("/api/v1/no-such-thing").html()).doesNotContain("<html");
    }
}
