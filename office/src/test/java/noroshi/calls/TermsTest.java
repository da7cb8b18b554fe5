package noroshi.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermsTest {

    @Test
    void widthsKanaAndLettersAreFolded() {
        assertThat(Terms.of("ｺｸﾄﾞｳ ４５").matches("こくどう45号")).isTrue();
        assertThat(Terms.of("jr 仙石線").matches("ＪＲ仙石線")).isTrue();
        assertThat(Terms.of("国道 石巻").matches("石巻市", "国道45号")).isTrue();
        assertThat(Terms.of("国道 塩竈").matches("石巻市", "国道45号")).isFalse();
    }

    @Test
    void whatLooksLikeACallersDataIsNotKept() {
        assertThat(Terms.of("断水 090-1234-5678 a@example.jp").kept()).isEqualTo("断水");
        assertThat(Terms.of("国道４５号").kept()).isEqualTo("国道45号");
        assertThat(Terms.of("0225123456").kept()).isEmpty();
        assertThat(Terms.of("断水 090 1234 5678").kept()).isEqualTo("断水");
        assertThat(Terms.of("国道 45 398").kept()).isEqualTo("国道");
    }

    @Test
    void longQuestionsAreCut() {
        assertThat(Terms.of("あ ".repeat(100)).words()).containsExactly("あ");
        assertThat(Terms.of("長".repeat(500)).words().getFirst()).hasSize(Terms.CHARACTERS_MAX);
        assertThat(Terms.of(" 　").isEmpty()).isTrue();
    }
}
