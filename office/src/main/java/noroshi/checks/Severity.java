package noroshi.checks;

/** How much a finding weighs: an error needs a permission and a reason to be published all the same. */
public enum Severity {
    ERROR("エラー"),
    WARNING("注意"),
    HINT("確認");

    private final String japanese;

    Severity(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }
}
