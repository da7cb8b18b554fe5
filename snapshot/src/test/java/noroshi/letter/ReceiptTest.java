package noroshi.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import noroshi.snapshot.Laws;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    private static final Instant EVENING = Instant.parse("2026-03-10T15:30:00Z");

    @Test
    void numberAndCodeLookAsPrinted() {
        Receipt receipt = Receipt.issue(EVENING, Laws.random(1));
        assertThat(receipt.number()).matches("260311-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(receipt.code()).matches("([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}");
    }

    @Test
    void aCodeIsReadHoweverItIsTyped() {
        Laws.forAll(1, random -> Receipt.issue(EVENING, random).code(), code -> {
            assertThat(Receipt.code(code)).isEqualTo(code);
            assertThat(Receipt.code(" " + code.toLowerCase(Locale.ROOT).replace("-", "　") + " "))
                    .isEqualTo(code);
            assertThat(Receipt.code(code.replace('-', 'ー').replace('0', 'o').replace('1', 'l')))
                    .isEqualTo(code);
            assertThat(Receipt.code(fullWidth(code))).isEqualTo(code);
        });
    }

    @Test
    void aWrongDigitIsTold() {
        String code = Receipt.issue(EVENING, Laws.random(7)).code();
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) != '-') {
                char other = code.charAt(i) == 'A' ? 'B' : 'A';
                assertThat(Receipt.code(code.substring(0, i) + other + code.substring(i + 1)))
                        .isNull();
            }
        }
        assertThat(Receipt.code("")).isNull();
        assertThat(Receipt.code("受付")).isNull();
    }

    @Test
    void aReplyIsReadByItsCodeOnly() {
        SecureRandom random = new SecureRandom();
        String code = Receipt.issue(EVENING, random).code();
        String other = Receipt.issue(EVENING, random).code();
        byte[] page = "<h1>審査中です</h1>".getBytes(StandardCharsets.UTF_8);
        byte[] closed = Reply.close(code, page, random);
        assertThat(Reply.open(code, closed)).isEqualTo(page);
        assertThat(Reply.path(code))
                .matches("/reply/[0-9a-f]{32}")
                .isEqualTo(Reply.path(code.toLowerCase(Locale.ROOT)));
        assertThat(Reply.path(other)).isNotEqualTo(Reply.path(code));
        assertThatThrownBy(() -> Reply.open(other, closed)).isInstanceOf(LetterBroken.class);
        closed[closed.length - 1] ^= 1;
        assertThatThrownBy(() -> Reply.open(code, closed)).isInstanceOf(LetterBroken.class);
    }

    private static String fullWidth(String ascii) {
        StringBuilder wide = new StringBuilder();
        ascii.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
        return wide.toString();
    }
}
