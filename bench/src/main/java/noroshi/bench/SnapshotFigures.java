package noroshi.bench;

/**
 * What one size of site costs.
 *
 * @param diskMb what the beacon's folder takes
 * @param firstPushMs until an empty beacon had all of it
 * @param readyMs each start from disk: from the start of the process to the first page
 * @param readyAfterKillMs the same after kill -9, when the packs must be read
 * @param anonymousMb after publishes, banners and reads
 * @param publishMs from the start of a publish until a reader saw the page
 * @param bannerMs from the start of a publish until a page showed the banner; 200 others must show it at the next look
 */
record SnapshotFigures(
        int pages,
        double diskMb,
        double firstPushMs,
        Times readyMs,
        Times readyAfterKillMs,
        double anonymousMb,
        Times publishMs,
        Times bannerMs) {

    boolean isKept() {
        return readyMs.percentile(0.5) < 2_000
                && anonymousMb < 300
                && publishMs.percentile(0.99) < 1_000
                && bannerMs.max() < 1_000;
    }
}
