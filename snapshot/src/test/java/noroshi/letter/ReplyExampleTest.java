package noroshi.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The example in docs/letters.md is what this program computes. */
class ReplyExampleTest {
    @Test
    void theDocumentedPathIsThePath() {
        char check = Crockford.check("0123456789ABCDEFGHJKMNP");
        assertThat(check + " " + Reply.path("0123-4567-89AB-CDEF-GHJK-MNP" + check))
                .isEqualTo("3 /reply/e5d3af309060fee8c0777dbc327fd81c");
    }
}
