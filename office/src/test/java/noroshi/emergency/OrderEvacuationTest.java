package noroshi.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.publishing.Series;
import noroshi.standards.cap.Alert;
import noroshi.standards.cap.CapReader;
import noroshi.standards.cap.MessageType;
import noroshi.standards.cap.ResponseType;
import noroshi.standards.cap.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderEvacuationTest extends EmergencyTest {

    private static final String EVENT = "evac-041009-TSUNAMI-4";

    private final EvacuationStore orders = new EvacuationStore(sql);
    private final OrderEvacuation order =
            new OrderEvacuation(tenancy, directory, orders, emergencies, declared, audit, clock);
    private final EmergencyFiles files = new EmergencyFiles(emergencies, orders, directory, settings(true, null));
    private Officer second = watch;

    @BeforeEach
    void sendaiTellsOfEmergencies() {
        tenancy.runEverywhere(
                () -> series.put(new Series(SENDAI, "emergency", "緊急・防災情報", "", "news", "koho", "safety", 1)));
        second = add(SENDAI, "second", Role.APPROVER);
    }

    @Test
    void nothingLeavesBeforeASecondPersonApproves() {
        var proposed = propose(true, EvacuationLevel.ORDER, false);
        assertThat(inSendai()).isEmpty();
        assertThat(told).isEmpty();
        assertThat(order.approve(sendai, proposed).problems().toString()).contains("本人は承認できません");
        assertThat(inSendai()).isEmpty();

        assertThat(order.approve(second, proposed).problems()).isEmpty();

        assertThat(inSendai()).extracting(Emergency::title).containsExactly("避難指示（仙台市全域）");
        assertThat(told).containsExactly("避難指示（仙台市全域）");
        assertThat(order.approve(second, proposed).problems()).as("once only").isNotEmpty();
        assertThat(told).hasSize(1);
    }

    @Test
    void onePersonAloneNeedsAReasonAndBothAreOnTheRecord() {
        var proposed = propose(true, EvacuationLevel.SAFETY, false);
        assertThat(order.decideAlone(sendai, proposed, "急").problems()).isNotEmpty();
        assertThat(order.decideAlone(second, proposed, "承認者に連絡がつかないため").problems())
                .isNotEmpty();

        assertThat(order.decideAlone(sendai, proposed, "承認者に連絡がつかないため").problems())
                .isEmpty();

        assertThat(inSendai()).hasSize(1);
        assertThat(acts()).containsExactly("evacuation.proposed", "evacuation.alone");
    }

    @Test
    void anOrderForManyBlocksHasAShortLineInMailsAndBannersAndAllBlocksInTheArea() {
        var blocks = java.util.stream.IntStream.rangeClosed(1, EvacuationOrder.BLOCKS_MAX)
                .mapToObj("海辺町%d丁目"::formatted)
                .toArray(String[]::new);

        given(true, EvacuationLevel.ORDER, false, blocks);

        assertThat(told.getFirst()).startsWith("避難指示（仙台市 海辺町1").endsWith("ほか）").hasSizeLessThan(90);
        var banner = tenancy.in(SENDAI, () -> new EmergencyBanners(emergencies, headquarters).banners(SENDAI));
        assertThat(banner.getFirst().title()).hasSizeLessThan(90);
        var alert = alerts(EVENT).getFirst().infos().getFirst();
        assertThat(alert.words().headline()).hasSizeLessThan(90);
        assertThat(alert.areas().getFirst().description()).contains(blocks);
    }

    @Test
    void aRefusedProposalChangesNothing() {
        var proposed = propose(true, EvacuationLevel.ORDER, false);

        assertThat(order.refuse(second, proposed, "対象が広すぎます").problems()).isEmpty();

        assertThat(inSendai()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void aLiftEndsItAndIsACancellationInCap() {
        given(true, EvacuationLevel.ORDER, false);
        given(true, EvacuationLevel.ORDER, false, "青葉区");
        clock.advance(Duration.ofHours(2));
        given(false, EvacuationLevel.ORDER, false);

        assertThat(inSendai()).isEmpty();
        var alerts = alerts(EVENT);
        assertThat(alerts.getFirst().infos().getFirst().responses()).containsExactly(ResponseType.EVACUATE);
        assertThat(alerts.getLast().type()).isEqualTo(MessageType.CANCEL);
        assertThat(alerts.getLast().references()).contains(alerts.getFirst().reference());
    }

    @Test
    void aBlockThatRisesIsToldAndTheOthersStay() {
        given(true, EvacuationLevel.ELDERLY, false, "荒浜", "蒲生");
        given(true, EvacuationLevel.ORDER, false, "荒浜");

        assertThat(inSendai()).extracting(Emergency::title).containsExactly("避難指示（仙台市 荒浜）", "高齢者等避難（仙台市 蒲生）");
        assertThat(told).containsExactly("高齢者等避難（仙台市 荒浜、蒲生）", "避難指示（仙台市 荒浜）");
    }

    @Test
    void aDrillStandsBesideTheRealThingAndIsMarked() {
        given(true, EvacuationLevel.ORDER, true);
        given(true, EvacuationLevel.ORDER, false);

        assertThat(inSendai()).extracting(Emergency::title).containsExactlyInAnyOrder("【訓練】避難指示（仙台市全域）", "避難指示（仙台市全域）");
        assertThat(alerts(EVENT + "-drill")).extracting(Alert::status).containsOnly(Status.EXERCISE);
        assertThat(alerts(EVENT)).extracting(Alert::status).containsOnly(Status.ACTUAL);
        assertThat(toldWhom).containsExactly("drill [041009]", " [041009]");
    }

    @Test
    void thePrefectureOrdersNoEvacuation() {
        var outcome = order.propose(watch, wanted(true, EvacuationLevel.ORDER, false));

        assertThat(outcome.problems().toString()).contains("市町村です");
    }

    private void given(boolean issue, EvacuationLevel level, boolean drill, String... blocks) {
        clock.advance(Duration.ofMinutes(1));
        var proposed = order.propose(sendai, wanted(issue, level, drill, blocks));
        assertThat(proposed.problems()).isEmpty();
        assertThat(order.approve(second, proposed.order()).problems()).isEmpty();
    }

    private long propose(boolean issue, EvacuationLevel level, boolean drill) {
        return order.propose(sendai, wanted(issue, level, drill)).order();
    }

    private EvacuationOrder wanted(boolean issue, EvacuationLevel level, boolean drill, String... blocks) {
        return new EvacuationOrder(
                0, issue, Hazard.TSUNAMI, level, List.of(blocks), "津波のおそれがあります。", drill, 0, clock.instant(), "", "");
    }

    private List<Emergency> inSendai() {
        return tenancy.in(SENDAI, () -> emergencies.listActive(SENDAI));
    }

    private List<String> acts() {
        return tenancy.in(SENDAI, () -> sql.sql("select act from audit where act like 'evacuation.%' order by id")
                .query(String.class)
                .list());
    }

    private List<Alert> alerts(String event) {
        var own = tenancy.in(SENDAI, () -> emergencies.changes(SENDAI, event)).stream()
                .map(EmergencyFiles::path)
                .toList();
        return tenancy.in(SENDAI, () -> files.files(SENDAI)).stream()
                .filter(file -> own.contains(file.path()))
                .map(file -> CapReader.read(String.join("", file.texts()).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
