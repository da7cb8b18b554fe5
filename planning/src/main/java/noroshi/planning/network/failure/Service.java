package noroshi.planning.network.failure;

/** What an office has of the network. */
public enum Service {
    SERVED("通信可"),
    ON_ITS_OWN_POWER("通信可 (蓄電池・発電機)"),
    /** The building works, but no way leads to a centre. */
    CUT_OFF("孤立"),
    DARK("停電"),
    /** The equipment drowned or fell. */
    LOST("機器損壊");

    private final String japanese;

    Service(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }

    public boolean works() {
        return this == SERVED || this == ON_ITS_OWN_POWER;
    }
}
