package noroshi.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import noroshi.snapshot.ViewReport.Line;
import org.junit.jupiter.api.Test;

class ViewReportTest {

    @Test
    void whatIsWrittenIsRead() {
        var random = new Random(8);
        for (int i = 0; i < 200; i++) {
            var lines = new ArrayList<Line>();
            for (int j = random.nextInt(5); j > 0; j--)
                lines.add(new Line("040002", "lite", 1 + random.nextInt(1_000_000), "/a%20/" + random.nextInt(99)));
            var report = new ViewReport("0f".repeat(16), Instant.ofEpochSecond(3600L * random.nextInt(500_000)), lines);
            assertThat(ViewReport.parse(report.text())).isEqualTo(report);
        }
    }

    @Test
    void whatIsCutOffOrForgedIsRefused() {
        var text = new ViewReport(
                        "0f".repeat(16),
                        Instant.parse("2026-03-11T05:00:00Z"),
                        List.of(new Line("040002", "full", 3, "/"), new Line("040002", "full", 3, "*")))
                .text();
        for (int end = 0; end < text.length() - 1; end++) {
            var cut = text.substring(0, end);
            assertThatIllegalArgumentException().isThrownBy(() -> ViewReport.parse(cut));
        }
        for (var forged : List.of(
                text.replace("040002", "4"),
                text.replace(" 3 ", " -3 "),
                text.replace(" 3 ", " 0 "),
                text.replace("05:00", "05:01"),
                text.replace("end 2", "end 3")))
            assertThatIllegalArgumentException().isThrownBy(() -> ViewReport.parse(forged));
    }
}
