package noroshi.site.view;

/**
 * A mark that cannot be overlooked: 訓練, 試験, 再現.
 *
 * @param code drill, test or replay; empty for none
 * @param word for lists and titles
 * @param sentence for the page itself
 */
public record Mark(String code, String word, String sentence) {

    public static final Mark NONE = new Mark("", "", "");

    /** The mark of an edition's code; an unknown code is refused, since a missing mark could frighten people. */
    public static Mark of(String code) {
        return switch (code) {
            case "" -> NONE;
            case "drill" -> new Mark(code, "訓練", "これは訓練です。実際の災害や避難の情報ではありません。");
            case "test" -> new Mark(code, "試験", "これは試験です。実際の災害や避難の情報ではありません。");
            case "replay" -> new Mark(code, "再現", "これは過去の災害の再現です。いま起きていることではありません。");
            default ->
                throw new IllegalArgumentException(
                        "Mark '%s' is unknown; drill, test and replay are known.".formatted(code));
        };
    }

    public boolean shown() {
        return !code.isEmpty();
    }

    /** A title that carries its mark, for titles of windows, feeds and links. */
    public String before(String title) {
        return shown() ? "【%s】%s".formatted(word, title) : title;
    }
}
