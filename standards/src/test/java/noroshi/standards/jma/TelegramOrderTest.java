package noroshi.standards.jma;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TelegramOrderTest {
    @Test
    void anEventsTelegramsFollowTimeThenSerialThenCorrectionThenCancellation() {
        Telegram first = Written.flash().read();
        Telegram second = Written.flash().serial("2").read();
        Telegram corrected = Written.flash().serial("2").infoType("訂正").read();
        Telegram cancelled = Written.flash()
                .serial("2")
                .infoType("取消")
                .body("<Text>取り消します。</Text>")
                .read();
        Telegram later = Written.flash()
                .serial("1")
                .reportTime("2026-04-01T09:05:00+09:00")
                .read();
        List<Telegram> ordered = List.of(first, second, corrected, cancelled, later);
        for (int seed = 0; seed < 50; seed++) {
            List<Telegram> shuffled = new ArrayList<>(ordered);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(shuffled.stream().sorted(Telegram.ORDER)).containsExactlyElementsOf(ordered);
        }
    }

    @Test
    void serialsCountAsNumbers() {
        assertThat(Telegram.ORDER.compare(
                        Written.flash().serial("10").read(),
                        Written.flash().serial("9").read()))
                .isPositive();
        assertThat(Written.flash().serial("02-01").read().head().serialNumber()).isEqualTo(20001);
        assertThat(Written.flash().serial("").read().head().serialNumber()).isZero();
    }

    @Test
    void theSameReportTwiceIsOneIdentity() {
        byte[] bytes = Written.flash().bytes();
        assertThat(TelegramReader.read(bytes).identity())
                .isEqualTo(TelegramReader.read(bytes).identity());
        // Sent again over another line: line ends and indents differ, the report does not.
        byte[] again = Written.utf8(Written.flash().xml().replace("\n", "\r\n  "));
        assertThat(TelegramReader.read(again).identity())
                .isEqualTo(Written.flash().read().identity());
    }

    @Test
    void aCorrectionACancellationAndADrillAreNotRepetitions() {
        assertThat(List.of(
                        Written.flash().read().identity(),
                        Written.flash().infoType("訂正").read().identity(),
                        Written.flash().infoType("訂正").body("").read().identity(),
                        Written.flash().infoType("取消").read().identity(),
                        Written.flash().status("訓練").read().identity(),
                        Written.flash().serial("2").read().identity(),
                        Written.flash()
                                .reportTime("2026-04-01T09:02:00+09:00")
                                .read()
                                .identity()))
                .doesNotHaveDuplicates();
    }

    @Test
    void earthquakeAndTsunamiShareAnEvent() {
        assertThat(Written.flash().read().eventKeys())
                .isEqualTo(Written.tsunami().read().eventKeys());
        assertThat(Written.flash().read().eventKeys().getFirst()).hasToString("NORMAL/seismic/20260401085900");
        assertThat(Written.flash().status("訓練").read().eventKeys())
                .isNotEqualTo(Written.flash().read().eventKeys());
    }

    @Test
    void aTelegramOfTwoEventsBelongsToBoth() {
        assertThat(Written.tsunami()
                        .eventId("20260401085900 20260401090000")
                        .read()
                        .eventKeys())
                .extracting(EventKey::id)
                .containsExactly("20260401085900", "20260401090000");
    }

    @Test
    void weatherIsAnEventOfItsTopicAndPrefecture() {
        Written.Draft warning = Written.flash().title("気象警報・注意報").eventId("").body("");
        assertThat(warning.read().eventKeys()).containsExactly(new EventKey(Status.NORMAL, "warning", "宮城県"));
        assertThat(warning.infoType("取消").read().eventKeys())
                .isEqualTo(warning.read().eventKeys());
        assertThat(warning.title("竜巻注意情報").read().eventKeys())
                .containsExactly(new EventKey(Status.NORMAL, "tornado", "宮城県"));
        assertThat(warning.title("記録的短時間大雨情報")
                        .eventId("JPSE202604010900_202604010930")
                        .read()
                        .eventKeys())
                .containsExactly(new EventKey(Status.NORMAL, "heavy-rain", "JPSE202604010900"));
    }

    @Test
    void twoFlashesOfTheSameMinuteAreTwo() {
        // As in 32-35_07_01 and 32-35_07_03 of the official samples: same title, report time and event, no serial.
        Written.Draft draft = Written.flash().serial("");
        Written.Draft raised = draft.body(draft.body().replace("<MaxInt>4</MaxInt>", "<MaxInt>6-</MaxInt>"));
        assertThat(raised.read().identity()).isNotEqualTo(draft.read().identity());
    }

    @Test
    void noTwoSamplesShareAnIdentity() {
        Map<TelegramIdentity, Path> seen = new HashMap<>();
        for (Path file : Samples.telegrams()) {
            Telegram telegram = TelegramReader.read(Samples.bytes(file), Samples.kind(file));
            Path other = seen.put(telegram.identity(), file);
            assertThat(other).as(file.toString()).isNull();
            assertThat(telegram.eventKeys()).as(file.toString()).isNotEmpty();
        }
    }
}
