package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import noroshi.snapshot.ViewReport;
import noroshi.snapshot.ViewReport.Line;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counting without knowing who. */
class ViewsTest {

    private static final Instant FIVE = Instant.parse("2026-03-11T05:00:00Z");
    private static final Views.Page PAGE = new Views.Page("040002", Variant.FULL, "/press/12");

    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock(FIVE.plusSeconds(100));
    private Views views;

    @BeforeEach
    void start() throws IOException {
        views = new Views(new ViewFiles(folder), clock);
    }

    private void look(int times) {
        Views.@Nullable Counter counter = null;
        for (int i = 0; i < times; i++) counter = views.count(PAGE, counter);
    }

    private List<Line> hour(Instant from) {
        return Objects.requireNonNull(views.report(from)).lines();
    }

    @Test
    void viewsAreCountedByHour() {
        look(3);
        views.count(new Views.Page("040002", Variant.LITE, "/press/12"), null);
        clock.pass(Duration.ofHours(1));
        views.turn();
        look(2);
        assertThat(hour(FIVE))
                .containsExactlyInAnyOrder(
                        new Line("040002", "full", 3, "/press/12"), new Line("040002", "lite", 1, "/press/12"));
        assertThat(hour(FIVE.plusSeconds(3600))).containsExactly(new Line("040002", "full", 2, "/press/12"));
        assertThat(views.report(FIVE.plusSeconds(7200))).isNull();
    }

    @Test
    void aCounterOfThePastHourIsNotUsedAgain() {
        var counter = views.count(PAGE, null);
        clock.pass(Duration.ofHours(1));
        views.turn();
        views.count(PAGE, counter);
        assertThat(hour(FIVE)).containsExactly(new Line("040002", "full", 1, "/press/12"));
        assertThat(hour(FIVE.plusSeconds(3600))).containsExactly(new Line("040002", "full", 1, "/press/12"));
    }

    @Test
    void aKilledBeaconGoesOnFromWhatItWroteLast() throws IOException {
        look(5);
        views.write();
        look(2);
        var id = Objects.requireNonNull(views.report(FIVE)).beacon();
        views.write();
        look(1); // never written: lost
        views = new Views(new ViewFiles(folder), clock);
        look(1);
        var report = Objects.requireNonNull(views.report(FIVE));
        assertThat(report.lines()).containsExactly(new Line("040002", "full", 8, "/press/12"));
        assertThat(report.beacon()).isEqualTo(id);
    }

    @Test
    void tooManyPagesBecomeOneNumberAndNoneIsLost() {
        for (int i = 0; i < Views.PAGES_MAX + 500; i++)
            views.count(new Views.Page("040002", Variant.FULL, "/press/" + i), null);
        assertThat(hour(FIVE)).hasSizeLessThanOrEqualTo(Views.PAGES_MAX + 1);
        assertThat(hour(FIVE)).contains(new Line("040002", "full", 500, ViewReport.OTHERS));
        assertThat(hour(FIVE).stream().mapToLong(Line::count).sum()).isEqualTo(Views.PAGES_MAX + 500);
    }

    @Test
    void aMonthIsKept() throws IOException {
        for (int i = 0; i < ViewFiles.HOURS_MAX + 10; i++) {
            views.turn();
            look(1);
            views.write();
            clock.pass(Duration.ofHours(1));
        }
        try (var files = Files.list(folder)) {
            assertThat(files.filter(f -> f.getFileName().toString().startsWith("hour-")))
                    .hasSize(ViewFiles.HOURS_MAX);
        }
    }

    @Test
    void aTornFileIsLeftOut() throws IOException {
        look(1);
        views.write();
        clock.pass(Duration.ofHours(1));
        views.turn();
        look(1);
        views.write();
        Files.writeString(folder.resolve("hour-2026-03-11T05"), "noroshi-views 1 x");
        assertThat(Objects.requireNonNull(views.report(FIVE)).hour()).isEqualTo(FIVE.plusSeconds(3600));
    }
}
