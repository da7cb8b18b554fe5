package noroshi.writing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The blanks of prepared texts: found, and filled. Pure. */
public final class Blanks {

    public static final int BLANKS_MAX = 30;
    public static final int VALUE_CHARACTERS_MAX = 2_000;
    private static final Pattern BLANK = Pattern.compile(
            "\\{\\{\\s*([^{}:=：＝\\n]{1,40}?)\\s*(?:[:：]\\s*([^{}=＝\\n]{1,10}?)\\s*)?(?:[=＝]([^{}\\n]{0,200}))?\\}\\}");

    private Blanks() {}

    /** In the order of the texts, each name once; what a later one says of its type adds to the first. */
    public static List<Blank> in(String... texts) {
        var found = new LinkedHashMap<String, Blank>();
        for (var text : texts)
            BLANK.matcher(text).results().forEach(match -> found.merge(match.group(1), blank(match), Blanks::richer));
        return List.copyOf(found.values());
    }

    private static Blank richer(Blank first, Blank later) {
        boolean plain = first.type() == Blank.Type.WORDS && first.initial().isEmpty();
        return plain ? later : first;
    }

    private static Blank blank(MatchResult match) {
        var type = match.group(2) == null
                ? Blank.Type.WORDS
                : Blank.Type.of(match.group(2)).orElse(Blank.Type.WORDS);
        var initial = match.group(3) == null ? "" : match.group(3).strip();
        if (type != Blank.Type.CHOICE) return new Blank(match.group(1), type, initial, List.of());
        var choices = List.of(initial.split("[/／]")).stream()
                .map(String::strip)
                .filter(c -> !c.isEmpty())
                .toList();
        return new Blank(match.group(1), type, choices.isEmpty() ? "" : choices.getFirst(), choices);
    }

    /** What is wrong with the values, by the blank's name; empty: nothing. */
    public static Map<String, String> problems(List<Blank> blanks, Map<String, String> values) {
        var problems = new LinkedHashMap<String, String>();
        for (var blank : blanks) {
            var value = values.getOrDefault(blank.name(), "").strip();
            if (value.isEmpty())
                problems.put(blank.name(), "「%s」が入力されていません。わからないときは「確認中」と入力してください。".formatted(blank.name()));
            else if (value.length() > VALUE_CHARACTERS_MAX)
                problems.put(
                        blank.name(),
                        "「%s」が%d文字あります。%d文字以内にしてください。".formatted(blank.name(), value.length(), VALUE_CHARACTERS_MAX));
            else if (blank.type() == Blank.Type.CHOICE && !blank.choices().contains(value))
                problems.put(blank.name(), "「%s」は一覧から選んでください。".formatted(blank.name()));
            else if (!JapaneseValues.reads(blank.type(), value))
                problems.put(blank.name(), "「%s」は%s。".formatted(blank.name(), JapaneseValues.wanted(blank.type())));
        }
        return problems;
    }

    /** The text with its blanks filled, values as Japanese writes them; those without a value stay as they are. */
    public static String filled(String text, Map<String, String> values) {
        return filled(text, values, Function.identity());
    }

    /** @param escape what values must go through to stand in this text */
    public static String filled(String text, Map<String, String> values, Function<String, String> escape) {
        var types = new LinkedHashMap<String, Blank.Type>();
        for (var blank : in(text)) types.put(blank.name(), blank.type());
        return BLANK.matcher(text).replaceAll(match -> {
            var value = values.getOrDefault(match.group(1), "").strip();
            if (value.isEmpty()) return java.util.regex.Matcher.quoteReplacement(match.group());
            var type = types.getOrDefault(match.group(1), Blank.Type.WORDS);
            return java.util.regex.Matcher.quoteReplacement(escape.apply(JapaneseValues.shown(type, value)));
        });
    }

    /** What is wrong with a prepared text itself. */
    public static List<String> flaws(String... texts) {
        var flaws = new ArrayList<String>();
        int blanks = in(texts).size();
        if (blanks > BLANKS_MAX) flaws.add("空欄が%d個あります。%d個以内にしてください。".formatted(blanks, BLANKS_MAX));
        for (var text : texts)
            BLANK.matcher(text).results().forEach(match -> {
                if (match.group(2) != null && Blank.Type.of(match.group(2)).isEmpty())
                    flaws.add("空欄「%s」の種類「%s」はありません。一行、長文、日付、日時、数、電話、選択のどれかにしてください。"
                            .formatted(match.group(1), match.group(2)));
            });
        return flaws;
    }
}
