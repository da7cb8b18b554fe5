package noroshi.snapshot;

import static noroshi.snapshot.Sample.NOON;
import static noroshi.snapshot.Sample.ROOT;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Office and beacons are upgraded one after the other: whoever meets another format says so, signed or not. */
class FormatTest {

    @Test
    void aTrustOfAnotherFormatIsRefusedInWords() {
        for (var format : List.of("0", "2"))
            assertThatThrownBy(() -> Trust.parse(
                            Document.sign(List.of("noroshi-trust " + format, "something new"), ROOT), ROOT.verifyKey()))
                    .isInstanceOf(SnapshotBroken.class)
                    .hasMessageContaining("format 1 only")
                    .hasMessageContaining("Update it");
    }

    @Test
    void aRootOfAnotherFormatIsRefusedInWords() {
        var trust = Trust.sign(ROOT, 1, NOON, NOON.plusSeconds(3600), List.of(ROOT.verifyKey()));
        for (var format : List.of("0", "2"))
            assertThatThrownBy(() ->
                            Root.parse(Document.sign(List.of("noroshi-root " + format, "something new"), ROOT), trust))
                    .isInstanceOf(SnapshotBroken.class)
                    .hasMessageContaining("format 1 only")
                    .hasMessageContaining("Update it");
    }

    @Test
    void whatIsNoDocumentAtAllIsRefused() {
        assertThatThrownBy(() -> Trust.parse("noroshi-trust 1\n".getBytes(StandardCharsets.UTF_8), ROOT.verifyKey()))
                .isInstanceOf(SnapshotBroken.class);
    }
}
