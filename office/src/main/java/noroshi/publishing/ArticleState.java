package noroshi.publishing;

import java.util.Locale;

/** Where the newest edition of an article stands. What readers see meanwhile is {@link Article#publicEdition}. */
public enum ArticleState {
    DRAFT("下書き"),
    REVIEW("承認待ち"),
    APPROVED("承認済み"),
    SCHEDULED("公開予約"),
    PUBLIC("公開中"),
    WITHDRAWN("公開終了");

    private final String japanese;

    ArticleState(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }

    /** As it stands in tables, addresses and the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ArticleState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
