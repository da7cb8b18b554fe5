package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import noroshi.beacon.http.TrustedFronts;
import org.junit.jupiter.api.Test;

class TrustedFrontsTest {

    @Test
    void aRangeHoldsItsAddressesAndNoOthers() {
        var fronts = TrustedFronts.of(List.of("192.0.2.128/25", "2001:db8::/33", "203.0.113.9"));
        assertThat(holds(fronts, "192.0.2.128")).isTrue();
        assertThat(holds(fronts, "192.0.2.127")).isFalse();
        assertThat(holds(fronts, "203.0.113.9")).isTrue();
        assertThat(holds(fronts, "203.0.113.8")).isFalse();
        assertThat(holds(fronts, "2001:db8:7fff::1")).isTrue();
        assertThat(holds(fronts, "2001:db8:8000::1")).isFalse();
    }

    @Test
    void whatIsNoRangeIsToldWithAnExample() {
        for (var wrong : List.of("example.jp", "192.0.2.0/33", "192.0.2.0/x", ""))
            assertThatThrownBy(() -> TrustedFronts.of(List.of(wrong))).hasMessageContaining("192.0.2.0/24");
    }

    private static boolean holds(TrustedFronts fronts, String address) {
        return fronts.contains(InetAddress.ofLiteral(address));
    }
}
