package noroshi.writing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A place in a prepared text to be filled: {@code {{場所}}}, {@code {{開始:日時}}}, {@code {{電話:電話=022-211-0000}}},
 * {@code {{原因:選択=地震/津波}}}.
 *
 * @param name stands once in the form however often in the text; @param initial what stands in the field at first
 * @param choices of a choice, else empty
 */
public record Blank(String name, Type type, String initial, List<String> choices) {

    public enum Type {
        WORDS("一行"),
        LONG("長文"),
        DATE("日付"),
        DATETIME("日時"),
        NUMBER("数"),
        PHONE("電話"),
        CHOICE("選択");

        private final String japanese;

        Type(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }

        static Optional<Type> of(String japanese) {
            return Arrays.stream(values())
                    .filter(type -> type.japanese.equals(japanese))
                    .findFirst();
        }
    }

    public Blank {
        choices = List.copyOf(choices);
    }
}
