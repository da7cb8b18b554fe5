package noroshi.snapshot;

import java.util.Arrays;

/** Versions only grow: what an attacker who replays old signed documents runs into. */
final class Ordering {
    private Ordering() {}

    static void check(Bundle known, Bundle offered) {
        checkTrust(known.trust(), offered.trust());
        long have = known.root().version();
        long given = offered.root().version();
        if (given < have && !startsAnew(known, offered)) {
            throw old("Version %d is older than %d, which is served here. Publish above it (atLeast)."
                    .formatted(given, have));
        }
        if (given == have && !Arrays.equals(known.rootBytes(), offered.rootBytes()) && !startsAnew(known, offered)) {
            throw old("Another root of version %d is served here. Publish above it (atLeast).".formatted(have));
        }
    }

    /**
     * Of two roots that were both committed here, whether the other one came later. The trust decides before the version: what a
     * thief signed has the higher number, and must not come back from a copy that a power failure left behind.
     */
    static boolean isNewer(Bundle known, Bundle other) {
        long serial = other.trust().serial() - known.trust().serial();
        return serial > 0
                || serial == 0 && other.root().version() > known.root().version();
    }

    private static void checkTrust(Trust known, Trust offered) {
        if (offered.serial() < known.serial()) {
            throw old("Trust of serial %d is older than %d, known here.".formatted(offered.serial(), known.serial()));
        }
        if (offered.serial() == known.serial() && !Arrays.equals(offered.bytes(), known.bytes())) {
            throw old("Another trust of serial %d is known here. Sign one with a higher serial."
                    .formatted(known.serial()));
        }
    }

    /**
     * Whoever stole a signing key could use up all versions. So they count from anew once the offline root key has taken
     * that key back; nothing made before the new trust comes back by that (mix-and-match).
     */
    private static boolean startsAnew(Bundle known, Bundle offered) {
        Trust trust = offered.trust();
        String signer = known.keyId();
        return trust.serial() > known.trust().serial()
                && trust.keys().stream().noneMatch(key -> key.id().equals(signer))
                && !offered.root().created().isBefore(trust.created());
    }

    private static Refused old(String reason) {
        return new Refused(Refused.OLD, reason);
    }
}
