package noroshi.routes;

/** The sentence about a step that nobody is left for. */
public final class Lack {

    private Lack() {}

    public static String sentence(Step step) {
        return "第%d段階「%s」を承認できる職員が足りません（必要: %d人。1人の職員は1つの段階でだけ数えます）。"
                .formatted(step.position(), step.name(), step.required());
    }
}
