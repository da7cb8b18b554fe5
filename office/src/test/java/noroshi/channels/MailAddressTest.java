package noroshi.channels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @Test
    void spellingsOfOneMailboxAreEqual() {
        assertThat(MailAddress.parse(" Ａbc@Example.JP ")).isEqualTo(MailAddress.parse("abc@example.jp"));
        assertThat(MailAddress.parse("a@みやぎ.jp").orElseThrow().domain()).startsWith("xn--");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@example.jp",
                "a@",
                "a@b",
                "a b@example.jp",
                "a@example.jp, b@example.jp",
                "a@[127.0.0.1]",
                "\"a\"@example.jp",
                "a@example.jp\r\nBcc: b@example.jp",
                "<a@example.jp>",
                "a@-x.jp",
                "a@x..jp",
                "a@example.123"
            })
    void whatIsNoAddressIsNotTaken(String text) {
        assertThat(MailAddress.parse(text)).isEmpty();
    }

    @Test
    void dotsAnywhereAreQuotedOnTheWire() {
        assertThat(MailAddress.parse("a..b.@docomo.example").orElseThrow().wire())
                .isEqualTo("\"a..b.\"@docomo.example");
        assertThat(MailAddress.parse("a.b@example.jp").orElseThrow().wire()).isEqualTo("a.b@example.jp");
    }
}
