package noroshi.desk;

/** What went wrong with an act, above the form that keeps what was entered. {@code NONE}: nothing did. */
public record Trouble(String what, String where, String next) {

    static final Trouble NONE = new Trouble("", "", "");

    static Trouble of(String sentence) {
        return new Trouble(sentence, "", "");
    }

    public boolean isNone() {
        return what.isEmpty();
    }
}
