package noroshi.checks;

import static noroshi.checks.Criterion.*;
import static noroshi.checks.Severity.ERROR;
import static noroshi.checks.Severity.HINT;
import static noroshi.checks.Severity.WARNING;

import java.util.List;
import java.util.Locale;

/** Every rule: its name on screens, how much it weighs, its success criteria, and which ACT rules of W3C it carries out. */
public enum Rule {
    IMAGE_NAME("画像の代替テキスト", ERROR, "23a2a8", NON_TEXT_CONTENT),
    IMAGE_BUTTON_NAME("画像ボタンの名前", ERROR, "59796f", NON_TEXT_CONTENT, NAME_ROLE_VALUE),
    SVG_NAME("図形（SVG）の名前", ERROR, "7d6734", NON_TEXT_CONTENT),
    OBJECT_NAME("埋め込みの代替テキスト", ERROR, "8fc3b6", NON_TEXT_CONTENT),
    DECORATION_EXPOSED("飾りの扱い", WARNING, "46ca7f", NON_TEXT_CONTENT),
    ALT_FILE_NAME("代替テキストがファイル名", ERROR, "", NON_TEXT_CONTENT),
    HEADING_NAME("空の見出し", ERROR, "ffd0e9", INFO_AND_RELATIONSHIPS, HEADINGS_AND_LABELS),
    HEADING_ORDER("見出しの順序", ERROR, "", INFO_AND_RELATIONSHIPS, HEADINGS_AND_LABELS),
    TABLE_HEADERS_ATTRIBUTE("表の見出しの参照", ERROR, "a25f45", INFO_AND_RELATIONSHIPS),
    TABLE_HEADER_CELLS("表の見出しとセル", ERROR, "d0f69e", INFO_AND_RELATIONSHIPS),
    TABLE_WITHOUT_HEADERS("表の見出しセル", ERROR, "", INFO_AND_RELATIONSHIPS),
    LINK_NAME("空のリンク", ERROR, "c487ae", LINK_PURPOSE_IN_CONTEXT, NAME_ROLE_VALUE),
    LINK_TEXT("行き先の分からないリンク", ERROR, "5effbb", LINK_PURPOSE_IN_CONTEXT, LINK_PURPOSE),
    LINK_FILE("ファイルの種類と大きさ", WARNING, "", LINK_PURPOSE_IN_CONTEXT),
    LINK_TARGET("行き先のないリンク", ERROR, "", LINK_PURPOSE_IN_CONTEXT),
    /** The same where a government lets such links pass. */
    LINK_TARGET_NOTED("行き先のないリンク（注意）", WARNING, "", LINK_PURPOSE_IN_CONTEXT),
    PDF_TAGS("タグのないPDF", WARNING, "", INFO_AND_RELATIONSHIPS, MEANINGFUL_SEQUENCE),
    FRAME_NAME("フレームの名前", ERROR, "cae760", NAME_ROLE_VALUE),
    FRAME_FOCUS("フレームとキーボード", ERROR, "akn7bn", KEYBOARD),
    PAGE_TITLE("ページの題名", ERROR, "2779a5", PAGE_TITLED),
    PAGE_LANGUAGE("ページの言語", ERROR, "b5c3f8", LANGUAGE_OF_PAGE),
    PAGE_LANGUAGE_VALID("ページの言語コード", ERROR, "bf051a", LANGUAGE_OF_PAGE),
    PART_LANGUAGE_VALID("部分の言語コード", ERROR, "de46e4", LANGUAGE_OF_PARTS),
    LANGUAGE_MATCH("言語の指定と文字", WARNING, "", LANGUAGE_OF_PAGE, LANGUAGE_OF_PARTS),
    FIELD_NAME("入力欄のラベル", ERROR, "e086e5", NAME_ROLE_VALUE, LABELS_OR_INSTRUCTIONS),
    BUTTON_NAME("ボタンの名前", ERROR, "97a4e1", NAME_ROLE_VALUE),
    SUMMARY_NAME("開閉見出しの名前", ERROR, "2t702h", NAME_ROLE_VALUE),
    MENU_ITEM_NAME("メニュー項目の名前", ERROR, "m6b1q3", NAME_ROLE_VALUE),
    NAME_WITHOUT_LABEL("見えるラベルと名前", WARNING, "2ee8b8", LABEL_IN_NAME),
    AUTOCOMPLETE("自動入力の指定", WARNING, "73f2c2", INPUT_PURPOSE),
    ROLE_VALID("役割（role）の値", ERROR, "674b10", NAME_ROLE_VALUE),
    ARIA_DEFINED("aria属性の名前", ERROR, "5f99a7", NAME_ROLE_VALUE),
    ARIA_VALUE("aria属性の値", ERROR, "6a7281", NAME_ROLE_VALUE),
    ARIA_REQUIRED("役割に必要な属性", ERROR, "4e8ab6", NAME_ROLE_VALUE),
    ARIA_PERMITTED("役割で使えない属性", WARNING, "5c01ea", NAME_ROLE_VALUE),
    ARIA_PROHIBITED("名前を付けられない要素", WARNING, "kb1m8s", NAME_ROLE_VALUE),
    ARIA_CONTEXT("役割の置き場所", ERROR, "ff89c9", INFO_AND_RELATIONSHIPS),
    ARIA_OWNED("役割の中身", ERROR, "bc4a75", INFO_AND_RELATIONSHIPS),
    PRESENTATIONAL_CHILDREN("操作部品の入れ子", ERROR, "307n5z", NAME_ROLE_VALUE),
    HIDDEN_FOCUS("隠した操作部品", ERROR, "6cfa84", NAME_ROLE_VALUE),
    REFRESH("自動の切替え", ERROR, "bc659a", TIMING_ADJUSTABLE),
    REFRESH_ANY("自動の更新", HINT, "bisz58", INTERRUPTIONS, CHANGE_ON_REQUEST),
    ZOOM("拡大の禁止", ERROR, "b4f0c3", RESIZE_TEXT),
    LETTER_SPACING("文字の間隔の固定", WARNING, "24afc2", TEXT_SPACING),
    WORD_SPACING("単語の間隔の固定", WARNING, "9e45ec", TEXT_SPACING),
    LINE_HEIGHT("行の間隔の固定", WARNING, "78fd32", TEXT_SPACING),
    CONTRAST("文字と背景のコントラスト", ERROR, "afw4f7", CONTRAST_MINIMUM),
    CONTRAST_HIGH("高いコントラスト", HINT, "09o5cg", Criterion.CONTRAST_ENHANCED),
    ORIENTATION_LOCK("画面の向きの固定", ERROR, "b33eff", Criterion.ORIENTATION),
    MACHINE_DEPENDENT("機種依存文字", WARNING, "", MEANINGFUL_SEQUENCE),
    WIDTH("全角と半角", WARNING, "", READING_LEVEL),
    DATE_FORM("日付の書き方", HINT, "", UNUSUAL_WORDS),
    DATE_WRONG("ありえない日付や曜日", ERROR, "", READING_LEVEL),
    SPACED_WORD("単語の中の空白", WARNING, "", MEANINGFUL_SEQUENCE),
    COLOUR_CUE("色だけの手がかり", WARNING, "", USE_OF_COLOUR),
    POSITION_CUE("形や位置だけの手がかり", WARNING, "", SENSORY_CHARACTERISTICS),
    EXCLUDING_WORD("人を遠ざける言葉", WARNING, "", READING_LEVEL),
    PLACE_NAME("地名の誤り", ERROR, "", READING_LEVEL);

    private final String japanese;
    private final Severity severity;
    private final String act;
    private final List<Criterion> criteria;

    Rule(String japanese, Severity severity, String act, Criterion... criteria) {
        this.japanese = japanese;
        this.severity = severity;
        this.act = act;
        this.criteria = List.of(criteria);
    }

    /** The name in addresses and reports: lower case with hyphens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String japanese() {
        return japanese;
    }

    public Severity severity() {
        return severity;
    }

    /** The id of the ACT rule that it carries out; empty: none. */
    public String act() {
        return act;
    }

    public List<Criterion> criteria() {
        return criteria;
    }
}
