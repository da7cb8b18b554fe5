package noroshi.desk;

/**
 * Something to do with an article.
 *
 * @param label as on the button; @param href where it is done, inside the office
 * @param explanation one sentence that helps to decide
 * @param refusal why this officer cannot, and who can; "" when they can
 */
public record ArticleAct(Weight weight, String label, String href, String explanation, String refusal) {

    public enum Weight {
        NEXT,
        OTHER,
        GRAVE
    }

    public boolean possible() {
        return refusal.isEmpty();
    }

    public String style() {
        return switch (weight) {
            case NEXT -> "button primary";
            case OTHER -> "button";
            case GRAVE -> "button danger";
        };
    }
}
