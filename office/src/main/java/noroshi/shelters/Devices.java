package noroshi.shelters;

import java.time.Instant;
import java.util.List;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** The telephones that report for a shelter. */
@Component
public class Devices {

    private final Tenancy tenancy;
    private final PassStore passes;

    Devices(Tenancy tenancy, PassStore passes) {
        this.tenancy = tenancy;
        this.passes = passes;
    }

    public record Line(long id, String label, Instant enrolledAt, boolean revoked) {}

    public List<Line> list(String government, long shelter) {
        return tenancy.in(government, () -> passes.devices(government, shelter)).stream()
                .map(one -> new Line(one.id(), one.label(), one.enrolledAt(), one.revokedAt() != null))
                .toList();
    }
}
