package noroshi.moving.page;

/**
 * Something an officer should know of a page that was moved.
 *
 * @param weight error, warning or hint, as findings of the checks
 * @param rule a short name, for counting
 * @param line of the body, from 1; 0: the page as a whole
 * @param words what it is and what to do (Japanese)
 */
public record Remark(String weight, String rule, int line, String words) {

    static final String WARNING = "warning";
    static final String HINT = "hint";

    static Remark warning(String rule, String words) {
        return new Remark(WARNING, rule, 0, words);
    }

    static Remark hint(String rule, String words) {
        return new Remark(HINT, rule, 0, words);
    }
}
