package noroshi.beacon;

/**
 * Where a beacon stands between full, lite and text pages by its own load: a pure function of the load over time.
 *
 * <p>Up quickly, down slowly: ten seconds of overload go one rung up; a minute of calm goes one rung down. Lighter pages are the
 * reason for the calm, so a way down that led straight back up makes the next one wait twice as long.
 *
 * @param rung the heaviest variant that is shown
 * @param overSinceMs since when the load has been too high without a break; {@link #NEVER} when it is not
 * @param calmSinceMs since when it has been low without a break; {@link #NEVER} when it is not
 * @param downAtMs when the last rung was gone down; {@link #NEVER} before the first
 * @param calmMs how long calm must last now
 */
record Ladder(Variant rung, long overSinceMs, long calmSinceMs, long downAtMs, long calmMs) {

    /** Load 1 means that readers begin to wait, or that the line is full. */
    static final double OVER = 1.0;

    /** Below OVER by more than what one rung saves, so that going down does not lead back up at once. */
    static final double CALM = 0.5;

    static final long OVER_MS = 10_000;
    static final long CALM_MS = 60_000;
    static final long CALM_MS_MAX = 16 * CALM_MS;
    static final long RELAPSE_MS = 5 * 60_000;
    static final long NEVER = Long.MIN_VALUE;

    static final Ladder GROUND = new Ladder(Variant.FULL, NEVER, NEVER, NEVER, CALM_MS);

    /** @param load 0 for none, 1 for as much as can be borne; @param nowMs of a clock that never jumps */
    Ladder next(double load, long nowMs) {
        if (load >= OVER) return over(nowMs);
        if (load <= CALM) return calm(nowMs);
        return new Ladder(rung, NEVER, NEVER, downAtMs, calmMs);
    }

    private Ladder over(long nowMs) {
        long since = overSinceMs == NEVER ? nowMs : overSinceMs;
        if (rung == Variant.TEXT || nowMs - since < OVER_MS) return new Ladder(rung, since, NEVER, downAtMs, calmMs);
        boolean relapse = downAtMs != NEVER && nowMs - downAtMs < RELAPSE_MS + calmMs;
        long patience = relapse ? Math.min(CALM_MS_MAX, calmMs * 2) : CALM_MS;
        // Counted anew: the next rung waits until this one has shown what it saves.
        return new Ladder(rung.lighter(), nowMs, NEVER, downAtMs, patience);
    }

    private Ladder calm(long nowMs) {
        long since = calmSinceMs == NEVER ? nowMs : calmSinceMs;
        if (rung == Variant.FULL || nowMs - since < calmMs) return new Ladder(rung, NEVER, since, downAtMs, calmMs);
        return new Ladder(rung.heavier(), NEVER, nowMs, nowMs, calmMs);
    }
}
