package noroshi.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import noroshi.publishing.Outcome;
import org.junit.jupiter.api.Test;

class DraftsByTelephoneTest extends CareTest {

    private static final Instant AT = Instant.parse("2026-03-11T05:46:00Z");

    private String series() {
        return tenancy.in(
                MIYAGI, () -> sql.sql("select code from series where government = '040002' order by code limit 1")
                        .query(String.class)
                        .single());
    }

    private TakePhoneNote.Note note(String what, String once) {
        return new TakePhoneNote.Note(
                series(),
                what,
                "腰まで水が来ている。\n*片側*は通れる。",
                "県道10号 名取市閖上",
                AT,
                "高橋花子",
                "022-000-0000",
                true,
                List.of(),
                once);
    }

    @Test
    void whatWasToldBecomesADraftAndWhoToldItDoesNot() {
        var outcome = office.bean(TakePhoneNote.class)
                .handle(new TakePhoneNote.Command(
                        MIYAGI, note("冠水で通行できない", "a"), officer(MIYAGI, "sato"), Instant.now()));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            var body = done.edition().content().body();
            assertThat(done.edition().content().title()).isEqualTo("冠水で通行できない");
            assertThat(body).contains("いつ：2026年3月11日 14時46分", "どこで：県道10号 名取市閖上", "\\*片側\\*");
            assertThat(body).doesNotContain("高橋", "022-");
        });
        var taken = tenancy.in(MIYAGI, () -> office.bean(PhoneNotes.class).list(MIYAGI, 20))
                .getFirst();
        assertThat(taken.caller()).isEqualTo("高橋花子");
        assertThat(taken.urgent()).isTrue();
    }

    @Test
    void callersAreForgottenAfterNinetyDays() {
        office.bean(TakePhoneNote.class)
                .handle(new TakePhoneNote.Command(MIYAGI, note("倒木がある", "b"), officer(MIYAGI, "sato"), Instant.now()));
        tenancy.runEverywhere(() -> office.bean(PhoneNotes.class)
                .forgetCallers(MIYAGI, Instant.now().plus(Duration.ofDays(91))));
        assertThat(tenancy.in(MIYAGI, () -> office.bean(PhoneNotes.class).list(MIYAGI, 20)))
                .allSatisfy(
                        taken -> assertThat(taken.caller() + taken.callback()).isEmpty());
    }

    @Test
    void whatIsMissingOrTooLongIsSaidAtItsField() {
        var outcome = office.bean(TakePhoneNote.class)
                .handle(new TakePhoneNote.Command(
                        MIYAGI,
                        new TakePhoneNote.Note(
                                series(), " ", "あ".repeat(2_001), "", null, "", "", false, List.of(), "c"),
                        officer(MIYAGI, "sato"),
                        Instant.now()));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Invalid.class, invalid -> assertThat(invalid.problems())
                .extracting(Outcome.Problem::field)
                .containsExactly("what", "detail"));
    }
}
