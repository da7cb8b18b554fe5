package noroshi.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import noroshi.snapshot.Form.Checked;
import noroshi.snapshot.Form.Field;
import noroshi.snapshot.Form.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormTest {
    private static final Form INQUIRY = new Form(
            "inquiry/040002/kouhou",
            List.of(
                    new Field("name", "お名前", Kind.TEXT, true, 10, List.of()),
                    new Field("email", "メールアドレス", Kind.EMAIL, true, 254, List.of()),
                    new Field("text", "内容", Kind.LONGTEXT, true, 1000, List.of()),
                    new Field("areas", "地域", Kind.CHOICES, false, 1000, List.of("041009", "042021")),
                    new Field("reply", "返信の方法", Kind.CHOICE, false, 20, List.of("mail", "receipt")),
                    new Field("t", "確認番号", Kind.TOKEN, false, 100, List.of())),
            "/inquiry/kouhou/accepted",
            "/inquiry/kouhou/refused");

    @Test
    void cleanFieldsAreAcceptedAndUnknownOnesDropped() {
        Checked checked = INQUIRY.check(Map.of(
                "name", List.of(" 伊達政宗 "),
                "email", List.of("ｍａｓａｍｕｎｅ@example.jp"),
                "text", List.of("一行目\r\n二行目"),
                "areas", List.of("041009", "042021"),
                "submit", List.of("送信")));
        assertThat(checked)
                .isEqualTo(new Checked.Accepted(Map.of(
                        "name", "伊達政宗",
                        "email", "masamune@example.jp",
                        "text", "一行目\n二行目",
                        "areas", "041009\n042021")));
    }

    @Test
    void everyProblemIsTold() {
        Checked checked = INQUIRY.check(Map.of(
                "name", List.of("寿限無寿限無五劫の擦り切れ"),
                "email", List.of("masamune@localhost"),
                "areas", List.of("999999"),
                "reply", List.of("mail", "receipt"),
                "t", List.of("a b")));
        assertThat(((Checked.Refused) checked).problems().stream().map(Form.Problem::text))
                .containsExactly(
                        "「お名前」は10文字以内で入力してください（今は13文字です）。",
                        "「メールアドレス」がメールアドレスの形ではありません。例：namae@example.jp のように入力してください。",
                        "「内容」が入力されていません。入力してください。",
                        "「地域」で選べない項目が送られました。画面の項目から選んでください。",
                        "「返信の方法」が二つ以上送られました。一つだけにしてください。",
                        "「確認番号」が正しくありません。メールに書かれたリンクをもう一度開いてください。");
    }

    @Test
    void anAddressOfThousandsOfLabelsIsRefusedWithoutExhaustingTheStack() {
        Checked checked = INQUIRY.check(Map.of("email", List.of("a@a" + ".a".repeat(30_000)), "text", List.of("内容")));
        assertThat(((Checked.Refused) checked).problems())
                .anyMatch(problem -> problem.text().contains("メールアドレス"));
    }

    @Test
    void controlCharactersAreRefused() {
        Checked checked =
                INQUIRY.check(Map.of("name", List.of("政\0宗"), "email", List.of("a@example.jp"), "text", List.of("内容")));
        assertThat(((Checked.Refused) checked).problems()).hasSize(1);
    }

    @Test
    void formsTravelInTheSnapshot(@TempDir Path directory) {
        try (var writer = SnapshotWriter.open(directory, Sample.SIGNER)) {
            writer.publish(SnapshotWriterTest.first().form(INQUIRY).build(), Sample.NOON);
        }
        try (var writer = SnapshotWriter.open(directory, Sample.SIGNER)) {
            assertThat(writer.snapshot().form(INQUIRY.name())).isEqualTo(INQUIRY);
            writer.publish(Changes.builder().removeForm(INQUIRY.name()).build(), Sample.NOON);
            assertThat(writer.snapshot().form(INQUIRY.name())).isNull();
        }
    }
}
