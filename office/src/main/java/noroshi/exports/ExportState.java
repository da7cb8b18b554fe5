package noroshi.exports;

import java.util.Locale;

/** Where an export stands. */
public enum ExportState {
    WAITING("準備待ち"),
    WRITING("作成中"),
    READY("受け取れます"),
    GONE("期限切れ・削除済み"),
    FAILED("失敗");

    private final String japanese;

    ExportState(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
