package noroshi.checks;

/**
 * Success criteria. JIS X 8341-3:2016 has those of WCAG 2.0 under the same numbers; {@code since} tells the version of WCAG that
 * brought one, {@code level} A to AAA.
 */
public enum Criterion {
    NON_TEXT_CONTENT("1.1.1", "非テキストコンテンツ", "A", "2.0"),
    INFO_AND_RELATIONSHIPS("1.3.1", "情報及び関係性", "A", "2.0"),
    MEANINGFUL_SEQUENCE("1.3.2", "意味のある順序", "A", "2.0"),
    SENSORY_CHARACTERISTICS("1.3.3", "感覚的な特徴", "A", "2.0"),
    ORIENTATION("1.3.4", "表示の向き", "AA", "2.1"),
    INPUT_PURPOSE("1.3.5", "入力目的の特定", "AA", "2.1"),
    USE_OF_COLOUR("1.4.1", "色の使用", "A", "2.0"),
    CONTRAST_MINIMUM("1.4.3", "コントラスト（最低限レベル）", "AA", "2.0"),
    RESIZE_TEXT("1.4.4", "テキストのサイズ変更", "AA", "2.0"),
    CONTRAST_ENHANCED("1.4.6", "コントラスト（高度レベル）", "AAA", "2.0"),
    TEXT_SPACING("1.4.12", "テキストの間隔", "AA", "2.1"),
    KEYBOARD("2.1.1", "キーボード", "A", "2.0"),
    TIMING_ADJUSTABLE("2.2.1", "タイミング調整可能", "A", "2.0"),
    INTERRUPTIONS("2.2.4", "割込み", "AAA", "2.0"),
    PAGE_TITLED("2.4.2", "ページタイトル", "A", "2.0"),
    LINK_PURPOSE_IN_CONTEXT("2.4.4", "リンクの目的（コンテキスト内）", "A", "2.0"),
    HEADINGS_AND_LABELS("2.4.6", "見出し及びラベル", "AA", "2.0"),
    LINK_PURPOSE("2.4.9", "リンクの目的（リンクだけ）", "AAA", "2.0"),
    SECTION_HEADINGS("2.4.10", "セクション見出し", "AAA", "2.0"),
    LABEL_IN_NAME("2.5.3", "ラベルを含む名前", "A", "2.1"),
    LANGUAGE_OF_PAGE("3.1.1", "ページの言語", "A", "2.0"),
    LANGUAGE_OF_PARTS("3.1.2", "一部分の言語", "AA", "2.0"),
    UNUSUAL_WORDS("3.1.3", "一般的ではない用語", "AAA", "2.0"),
    READING_LEVEL("3.1.5", "読解レベル", "AAA", "2.0"),
    CHANGE_ON_REQUEST("3.2.5", "要求による変化", "AAA", "2.0"),
    LABELS_OR_INSTRUCTIONS("3.3.2", "ラベル又は説明", "A", "2.0"),
    NAME_ROLE_VALUE("4.1.2", "名前（name）・役割（role）及び値（value）", "A", "2.0");

    private final String number;
    private final String japanese;
    private final String level;
    private final String since;

    Criterion(String number, String japanese, String level, String since) {
        this.number = number;
        this.japanese = japanese;
        this.level = level;
        this.since = since;
    }

    public String number() {
        return number;
    }

    public String japanese() {
        return japanese;
    }

    public String level() {
        return level;
    }

    public boolean isInJis() {
        return since.equals("2.0");
    }

    /** As a screen names it: the Japanese standard where it has the criterion, and WCAG 2.2, which has all of these. */
    public String named() {
        return (isInJis() ? "JIS X 8341-3:2016・WCAG 2.2 " : "WCAG 2.2 ") + number + " " + japanese + "（" + level + "）";
    }
}
