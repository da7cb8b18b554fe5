package noroshi.moving;

import java.util.Locale;

/** Where a job stands. Until RELEASED nothing of it is public; from RELEASED it can be undone, which leads back to READY. */
public enum MovingState {
    GATHERING("集めています"),
    SURVEYING("調べています"),
    CONVERTING("変換しています"),
    LINKING("リンクをつないでいます"),
    READY("確認待ち（未公開）"),
    RELEASING("公開しています"),
    RELEASED("公開済み"),
    UNDOING("取り消しています"),
    DISCARDED("破棄済み"),
    FAILED("中断（問題あり）");

    private final String japanese;

    MovingState(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MovingState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The worker is at it. */
    public boolean isUnderWay() {
        return switch (this) {
            case GATHERING, SURVEYING, CONVERTING, LINKING, RELEASING, UNDOING -> true;
            case READY, RELEASED, DISCARDED, FAILED -> false;
        };
    }
}
