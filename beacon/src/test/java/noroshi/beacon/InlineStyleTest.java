package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InlineStyleTest {

    @Test
    void aPagesOwnStyleIsPermittedByItsHash() {
        // printf 'p{margin:0}' | openssl dgst -sha256 -binary | base64
        assertThat(policy("<style>p{margin:0}</style><p>返信</p>"))
                .contains("style-src 'sha256-QRQPRLGyxt3RJiKpYNjpkgHcmHU2PywsfL2e8oI0LQA='")
                .doesNotContain("unsafe");
    }

    @Test
    void aPageWithoutStylePermitsNone() {
        assertThat(policy("<p>返信</p>")).contains("style-src 'none'");
        assertThat(policy("<style>p{margin:0}")).contains("style-src 'none'");
    }

    private static String policy(String html) {
        return InlineStyle.policy(html.getBytes(StandardCharsets.UTF_8));
    }
}
