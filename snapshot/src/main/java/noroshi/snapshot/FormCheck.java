package noroshi.snapshot;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import noroshi.snapshot.Form.Checked;
import noroshi.snapshot.Form.Field;
import noroshi.snapshot.Form.Problem;
import org.jspecify.annotations.Nullable;

/** Holds what was sent against a form. Unknown fields are dropped: mail programs and browsers add their own. */
final class FormCheck {
    /** The part before and after the at sign as mail really uses them; the confirmation mail is the true test. */
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+");

    private static final int EMAIL_CHARACTERS_MAX = 254;

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]+");

    private FormCheck() {}

    static Checked check(Form form, Map<String, List<String>> sent) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Field field : form.fields()) {
            List<String> values = cleaned(field, sent.getOrDefault(field.name(), List.of()));
            String problem = problem(field, values);
            if (problem != null) {
                problems.add(new Problem(field.name(), field.label(), problem));
            } else if (!values.isEmpty()) {
                fields.put(field.name(), String.join("\n", values));
            }
        }
        return problems.isEmpty()
                ? new Checked.Accepted(Map.copyOf(fields))
                : new Checked.Refused(List.copyOf(problems));
    }

    private static List<String> cleaned(Field field, List<String> values) {
        return values.stream()
                .limit(Form.OPTIONS_MAX + 1L)
                .map(value -> clean(field, value))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String clean(Field field, String value) {
        String lines = Normalizer.normalize(value, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        return switch (field.kind()) {
            // Japanese keyboards easily leave full-width letters in an address.
            case EMAIL -> Normalizer.normalize(lines, Normalizer.Form.NFKC).strip();
            case TEXT, LONGTEXT, CHOICE, CHOICES, TOKEN -> lines.strip();
        };
    }

    private static @Nullable String problem(Field field, List<String> values) {
        String label = "「" + field.label() + "」";
        if (values.isEmpty()) {
            return field.required() ? label + missing(field) : null;
        }
        if (values.size() > 1 && field.kind() != Form.Kind.CHOICES) {
            return label + "が二つ以上送られました。一つだけにしてください。";
        }
        for (String value : values) {
            String problem = wrong(field, value);
            if (problem != null) {
                return label + problem;
            }
        }
        int characters = values.stream()
                .mapToInt(value -> value.codePointCount(0, value.length()))
                .sum();
        return characters > field.charactersMax()
                ? "%sは%,d文字以内で入力してください（今は%,d文字です）。".formatted(label, field.charactersMax(), characters)
                : null;
    }

    private static String missing(Field field) {
        return switch (field.kind()) {
            case TEXT, LONGTEXT, EMAIL -> "が入力されていません。入力してください。";
            case CHOICE, CHOICES -> "が選ばれていません。選んでください。";
            case TOKEN -> "がありません。メールに書かれたリンクをもう一度開いてください。";
        };
    }

    private static @Nullable String wrong(Field field, String value) {
        if (value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            return "に使えない文字（制御文字）が含まれています。取り除いてください。";
        }
        return switch (field.kind()) {
            case TEXT -> value.indexOf('\n') >= 0 ? "は改行を入れずに入力してください。" : null;
            case LONGTEXT -> null;
            case EMAIL ->
                // The length first: for a domain of thousands of labels the pattern would need more stack than there
                // is.
                value.length() <= EMAIL_CHARACTERS_MAX && EMAIL.matcher(value).matches()
                        ? null
                        : "がメールアドレスの形ではありません。例：namae@example.jp のように入力してください。";
            case CHOICE, CHOICES -> field.options().contains(value) ? null : "で選べない項目が送られました。画面の項目から選んでください。";
            case TOKEN -> TOKEN.matcher(value).matches() ? null : "が正しくありません。メールに書かれたリンクをもう一度開いてください。";
        };
    }
}
