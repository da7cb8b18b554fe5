package noroshi.snapshot;

import java.util.Arrays;

/** Versions only grow: what an attacker who replays old signed documents runs into. */
final class Ordering {
    private Ordering() {}

    static void check(Bundle known, Bundle offered) {
        long have = known.root().version();
        long given = offered.root().version();
        if (given < have) {
            throw old("Version %d is older than %d, which is served here. Publish above it (atLeast)."
                    .formatted(given, have));
        }
        if (given == have && !Arrays.equals(known.rootBytes(), offered.rootBytes())) {
            throw old("Another root of version %d is served here. Publish above it (atLeast).".formatted(have));
        }
        long serial = known.trust().serial();
        if (offered.trust().serial() < serial) {
            throw old("Trust of serial %d is older than %d, known here."
                    .formatted(offered.trust().serial(), serial));
        }
        if (offered.trust().serial() == serial
                && !Arrays.equals(offered.trust().bytes(), known.trust().bytes())) {
            throw old("Another trust of serial %d is known here. Sign one with a higher serial.".formatted(serial));
        }
    }

    private static Refused old(String reason) {
        return new Refused(Refused.OLD, reason);
    }
}
