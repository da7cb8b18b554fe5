package noroshi.site;

/** What beacons are commanded to show everyone; a word of the signed root, see docs/snapshot.md. */
public enum ShownMode {
    NORMAL("normal", "通常どおり", "開いた表示（通常版・軽量版・テキスト版）のまま見えます。"),
    LITE("lite", "軽量版", "通常版を開いても軽量版が見え、「軽量版を表示しています」という案内と、通常版へのリンクが付きます。画像やファイル、緊急の帯は変わりません。"),
    TEXT("text", "テキスト版", "どの表示を開いてもテキスト版が見え、「テキスト版を表示しています」という案内と、開いた表示へのリンクが付きます。緊急の帯は変わりません。");

    private final String code;
    private final String japanese;
    private final String explanation;

    ShownMode(String code, String japanese, String explanation) {
        this.code = code;
        this.japanese = japanese;
        this.explanation = explanation;
    }

    public String code() {
        return code;
    }

    public String japanese() {
        return japanese;
    }

    /** What readers will see, in one or two sentences. */
    public String explanation() {
        return explanation;
    }

    /** NORMAL for every word that commands no variant. */
    public static ShownMode of(String code) {
        for (var mode : values()) if (mode.code.equals(code)) return mode;
        return NORMAL;
    }
}
