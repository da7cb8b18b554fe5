package noroshi.channels;

/** Whether a message is real: 訓練, 試験 and 再現 are seen in the subject and at the head of the body. */
public enum Marks {
    NONE("", "", ""),
    DRILL("drill", "【訓練】", "これは訓練です。実際の災害ではありません。"),
    TEST("test", "【試験】", "これは試験配信です。実際の災害ではありません。"),
    REPLAY("replay", "【再現】", "これは過去の災害の再現です。いま起きていることではありません。");

    private final String code;
    private final String tag;
    private final String notice;

    Marks(String code, String tag, String notice) {
        this.code = code;
        this.tag = tag;
        this.notice = notice;
    }

    public String code() {
        return code;
    }

    String tag() {
        return tag;
    }

    String notice() {
        return notice;
    }

    public static Marks of(String code) {
        for (var marks : values()) if (marks.code.equals(code)) return marks;
        throw new IllegalArgumentException("'%s' marks nothing. Maybe drill, test or replay.".formatted(code));
    }
}
