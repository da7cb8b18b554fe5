package noroshi.moving;

import java.time.Instant;
import java.util.List;
import noroshi.moving.page.Remark;
import org.jspecify.annotations.Nullable;

/** A page of an old site as officers review it: what became of it and why. */
public record MovingPage(
        int number,
        String address,
        String kind,
        String state,
        String reason,
        String title,
        String summary,
        String body,
        String trail,
        @Nullable String series,
        @Nullable String department,
        @Nullable Instant publicAt,
        @Nullable Instant changedAt,
        @Nullable Long article,
        List<Finding> findings,
        int errors) {

    /** @param weight error, warning or hint */
    public record Finding(String weight, String rule, int line, String words) {

        static Finding of(Remark remark) {
            return new Finding(remark.weight(), remark.rule(), remark.line(), remark.words());
        }

        public String japanese() {
            return switch (weight) {
                case "error" -> "エラー";
                case "warning" -> "注意";
                default -> "確認";
            };
        }
    }

    public String stateInJapanese() {
        return switch (state) {
            case "ready" -> "確認待ち";
            case "findings" -> errors > 0 ? "エラーあり" : "指摘あり";
            case "skipped" -> "対象外";
            case "failed" -> "失敗";
            case "released" -> "取込み済み";
            default -> "処理待ち";
        };
    }
}
