package noroshi.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailTextTest {

    /** One thread makes drafts of everybody's mails. */
    @Test
    void aMailOfNothingButBlanksHoldsUpNoOther() {
        var mail = new MailReading(
                "a@example.jp", "件名", "", "<ul><li>" + "&nbsp;".repeat(400_000) + "語</ul>", false, List.of());

        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(MailText.of(mail)).endsWith("語"));
    }
}
