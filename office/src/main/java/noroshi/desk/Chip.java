package noroshi.desk;

/**
 * A short mark beside a title, told by its word and not by its colour alone.
 *
 * @param tone green, red, yellow, blue or grey
 */
public record Chip(String word, String tone) {

    /** @param mark '' | drill | test | replay */
    static Chip ofMark(String mark) {
        return switch (mark) {
            case "replay" -> new Chip("再現", "blue");
            case "drill" -> new Chip("訓練", "blue");
            case "test" -> new Chip("試験", "blue");
            default -> new Chip(mark, "grey");
        };
    }
}
