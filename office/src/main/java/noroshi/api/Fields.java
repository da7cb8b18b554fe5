package noroshi.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.platform.ApiProblem;
import noroshi.platform.ApiProblem.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object read strictly: every wrong, missing or unknown field is named by its pointer, all of them at once. */
final class Fields {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-12-31T00:00:00Z");

    private final JsonNode object;
    private final String pointer;
    private final List<Place> wrong;
    private final Set<String> known = new HashSet<>();

    private Fields(JsonNode object, String pointer, List<Place> wrong) {
        this.object = object;
        this.pointer = pointer;
        this.wrong = wrong;
    }

    /** @throws ApiProblem 400 when the body is not one JSON object */
    static Fields read(byte[] body) {
        try {
            var object = STRICT.readTree(body);
            if (object != null && object.isObject()) return new Fields(object, "#", new ArrayList<>());
            throw notJson("JSONのオブジェクト（{ … }）ではありません。");
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw notJson(
                    place == null
                            ? "JSONとして読めません。"
                            : "JSONとして読めません（%d行%d文字目）。".formatted(place.getLineNr(), place.getColumnNr()));
        }
    }

    private static ApiProblem notJson(String detail) {
        return ApiProblem.of(
                400,
                "json",
                "JSONが正しくありません",
                detail + "UTF-8のJSONを送ってください。",
                "The body is not one valid JSON object in UTF-8 (duplicate names and trailing text are refused).");
    }

    String text(String name) {
        var node = node(name);
        if (node == null) {
            wrong(name, "「%s」がありません。".formatted(name));
            return "";
        }
        return asText(name, node);
    }

    String text(String name, String otherwise) {
        var node = node(name);
        return node == null ? otherwise : asText(name, node);
    }

    @Nullable
    String textOrNull(String name) {
        var node = node(name);
        return node == null ? null : asText(name, node);
    }

    private String asText(String name, JsonNode node) {
        if (node.isString()) return node.stringValue();
        wrong(name, "文字列で指定してください。");
        return "";
    }

    /** A choice that must not be made by leaving it out. @param whatToDo Japanese: what each of the two means */
    boolean chosen(String name, String whatToDo) {
        if (node(name) == null) wrong(name, whatToDo);
        return truth(name);
    }

    boolean truth(String name) {
        var node = node(name);
        if (node == null) return false;
        if (!node.isBoolean()) wrong(name, "true か false を指定してください。");
        return node.isBoolean() && node.booleanValue();
    }

    List<String> texts(String name) {
        var node = node(name);
        if (node == null) return List.of();
        if (!node.isArray()) {
            wrong(name, "文字列の配列で指定してください。");
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < node.size(); i++) texts.add(asText(name + "/" + i, node.get(i)));
        return texts;
    }

    @Nullable
    Instant instant(String name) {
        var node = node(name);
        if (node == null) return null;
        try {
            var instant = OffsetDateTime.parse(asText(name, node)).toInstant();
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                wrong(name, "日時は1900年から2999年までで指定してください。");
                return null;
            }
            return instant;
        } catch (DateTimeParseException e) {
            wrong(name, "日時は 2026-03-11T14:46:00+09:00 の形で指定してください。");
            return null;
        }
    }

    @Nullable
    LocalDate day(String name) {
        var node = node(name);
        if (node == null) return null;
        try {
            return LocalDate.parse(asText(name, node));
        } catch (DateTimeParseException e) {
            wrong(name, "日付は 2026-03-11 の形で指定してください。");
            return null;
        }
    }

    /** A text of at most so many characters, "" when absent. */
    String line(String name, int charactersMax) {
        var text = text(name, "");
        if (text.length() > charactersMax) wrong(name, "%,d文字以内にしてください。".formatted(charactersMax));
        return text;
    }

    @Nullable
    Long number(String name, long max) {
        var node = node(name);
        if (node == null) return null;
        if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0 && node.longValue() <= max)
            return node.longValue();
        wrong(name, "0から%,dまでの整数で指定してください。".formatted(max));
        return null;
    }

    @Nullable
    Integer count(String name, int max) {
        var number = number(name, max);
        return number == null ? null : number.intValue();
    }

    @Nullable
    BigDecimal decimal(String name) {
        var node = node(name);
        if (node == null) return null;
        if (node.isNumber()) return node.decimalValue();
        wrong(name, "数で指定してください。");
        return null;
    }

    /** One of a kind's values by its name in small letters. @param otherwise when absent; null: it must be there */
    <E extends Enum<E>> E choice(String name, E[] all, @Nullable E otherwise) {
        var node = node(name);
        if (node == null && otherwise != null) return otherwise;
        for (var one : all)
            if (node != null
                    && node.isString()
                    && one.name().toLowerCase(Locale.ROOT).equals(node.stringValue())) return one;
        wrong(
                name,
                "%s のいずれかを指定してください。"
                        .formatted(Arrays.stream(all)
                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining("、"))));
        return all[0];
    }

    @Nullable
    Fields object(String name) {
        var node = node(name);
        if (node == null) return null;
        if (node.isObject()) return new Fields(node, pointer + "/" + name, wrong);
        wrong(name, "オブジェクト（{ … }）で指定してください。");
        return null;
    }

    void wrong(String name, String detail) {
        wrong.add(new Place(pointer + "/" + name, detail));
    }

    /** After all fields were asked for: those never asked for are unknown. */
    void noMore() {
        for (var name : object.propertyNames())
            if (!known.contains(name)) wrong(shortened(name), "この項目はありません。つづりを確かめるか、取り除いてください。");
    }

    /** @throws ApiProblem 400 when something was wrong */
    void check() {
        if (wrong.isEmpty()) return;
        throw ApiProblem.of(
                        400,
                        "fields",
                        "項目が正しくありません",
                        "項目に%d件の問題があります。errors の pointer が示す項目を直してください。".formatted(wrong.size()),
                        "%d fields are wrong, missing or unknown. See errors.".formatted(wrong.size()))
                .at(wrong);
    }

    /** The value; null when absent or JSON null. */
    private @Nullable JsonNode node(String name) {
        known.add(name);
        var node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
