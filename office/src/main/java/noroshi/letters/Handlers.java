package noroshi.letters;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.letters.LetterHandler.Understanding;

/** Who acts on which form. */
final class Handlers {

    private final Map<String, LetterHandler> byForm;

    Handlers(Stream<LetterHandler> handlers) {
        byForm = handlers.collect(Collectors.toMap(LetterHandler::form, Function.identity()));
    }

    /** A site may have its own variants of a form, e.g. {@code inquiry/kouhou}: the part before the slash counts. */
    Optional<LetterHandler> find(String form) {
        int slash = form.indexOf('/');
        return Optional.ofNullable(byForm.get(slash < 0 ? form : form.substring(0, slash)));
    }

    static Understanding unknown(String form) {
        return new Understanding.NotUnderstood("様式「%s」の便りを受け取る機能がありません。".formatted(form));
    }
}
