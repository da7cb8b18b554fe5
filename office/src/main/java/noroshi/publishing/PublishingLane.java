package noroshi.publishing;

/** How an edition becomes public: after approval, or at once by one person with the review following. */
public enum PublishingLane {
    ORDINARY("通常"),
    EMERGENCY("緊急");

    private final String japanese;

    PublishingLane(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }
}
