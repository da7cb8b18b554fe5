package noroshi.moving.source;

/** What one job may take. A site beyond this comes in several jobs. */
public final class Limits {

    public static final int ENTRIES_MAX = 50_000;
    public static final int FILE_BYTES_MAX = 25_000_000;
    /** A page is taken apart in memory, where it needs many times its bytes; its words may be 200,000. */
    public static final int PAGE_BYTES_MAX = 4_000_000;

    public static final long SOURCE_BYTES_MAX = 4_000_000_000L;
    /** An upload is taken apart in one step, so it must fit into memory's patience. */
    public static final long UPLOAD_UNPACKED_BYTES_MAX = 600_000_000;

    private Limits() {}
}
