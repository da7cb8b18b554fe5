package noroshi.planning.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An object of a planning file. Whatever is asked of it and wrong is noted in the file's {@link Faults}, and some harmless value is
 * returned, so that reading goes on and all faults are found at once. Ends with {@link #nothingElse()}: a misspelt name is a fault.
 */
public final class Field {

    private static final long FILE_BYTES_MAX = 64L << 20;
    private static final int TEXT_CHARACTERS_MAX = 2000;
    private static final int ITEMS_MAX = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonNode node;
    private final String place;
    private final Faults faults;
    private final Set<String> asked = new HashSet<>();

    private Field(JsonNode node, String place, Faults faults) {
        this.node = node;
        this.place = place;
        this.faults = faults;
    }

    /** The outermost object of a file. A file that is no JSON at all is {@link Faulty} at once. */
    public static Field open(Path file, Faults faults) throws IOException {
        if (Files.size(file) > FILE_BYTES_MAX) {
            faults.add("", "is larger than %d MB".formatted(FILE_BYTES_MAX >> 20));
            faults.throwIfAny();
        }
        return read(Files.readString(file), faults);
    }

    public static Field read(String text, Faults faults) {
        try {
            var node = JSON.readTree(text);
            if (!node.isObject()) faults.add("", "must be one JSON object: { … }");
            faults.throwIfAny();
            return new Field(node, "", faults);
        } catch (JacksonException e) {
            var at = e.getLocation();
            faults.add(
                    "",
                    "is no JSON (RFC 8259): line %d, column %d: %s"
                            .formatted(
                                    at == null ? 0 : at.getLineNr(),
                                    at == null ? 0 : at.getColumnNr(),
                                    e.getOriginalMessage()));
            faults.throwIfAny();
            throw e;
        }
    }

    public String place() {
        return place;
    }

    public boolean has(String name) {
        asked.add(name);
        return node.has(name) && !node.get(name).isNull();
    }

    /** Notes a fault of the named value. */
    public void fault(String name, String what) {
        faults.add(name.isEmpty() ? place : place(name), what);
    }

    public String text(String name) {
        return has(name) ? text(name, "") : missing(name, "a text", "");
    }

    public String text(String name, String otherwise) {
        if (!has(name)) return otherwise;
        var value = node.get(name);
        if (!value.isString()
                || value.stringValue().isBlank()
                || value.stringValue().length() > TEXT_CHARACTERS_MAX) {
            fault(name, "must be a text of 1 to %d characters".formatted(TEXT_CHARACTERS_MAX));
            return otherwise;
        }
        return value.stringValue();
    }

    public double number(String name, double min, double max) {
        return has(name) ? number(name, min, max, min) : missing(name, between(min, max), min);
    }

    public double number(String name, double min, double max, double otherwise) {
        if (!has(name)) return otherwise;
        var value = node.get(name);
        if (!value.isNumber() || !(value.doubleValue() >= min && value.doubleValue() <= max)) {
            fault(name, "must be %s, not %s".formatted(between(min, max), shown(value)));
            return otherwise;
        }
        return value.doubleValue();
    }

    public long whole(String name, long min, long max) {
        return has(name) ? whole(name, min, max, min) : missing(name, between(min, max), min);
    }

    public long whole(String name, long min, long max, long otherwise) {
        if (!has(name)) return otherwise;
        var value = node.get(name);
        if (!value.canConvertToExactIntegral()
                || !value.canConvertToLong()
                || value.asLong() < min
                || value.asLong() > max) {
            fault(name, "must be %s, not %s".formatted(between(min, max), shown(value)));
            return otherwise;
        }
        return value.asLong();
    }

    public boolean truth(String name, boolean otherwise) {
        if (!has(name)) return otherwise;
        if (!node.get(name).isBoolean()) fault(name, "must be true or false, not " + shown(node.get(name)));
        return node.get(name).isBoolean() ? node.get(name).booleanValue() : otherwise;
    }

    /** One of the constants, written in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        if (!has(name)) return otherwise;
        for (var constant : type.getEnumConstants())
            if (node.get(name).isString()
                    && word(constant).equals(node.get(name).stringValue())) return constant;
        fault(
                name,
                "must be one of %s, not %s"
                        .formatted(
                                Arrays.stream(type.getEnumConstants())
                                        .map(Field::word)
                                        .collect(Collectors.joining(", ")),
                                shown(node.get(name))));
        return otherwise;
    }

    /** The objects of an array; an absent one is empty. */
    public List<Field> items(String name) {
        var items = new ArrayList<Field>();
        var values = array(name);
        for (int i = 0; i < values.size(); i++) {
            var where = place(name) + "/" + i;
            if (values.get(i).isObject()) items.add(new Field(values.get(i), where, faults));
            else faults.add(where, "must be an object, not " + shown(values.get(i)));
        }
        return items;
    }

    public List<String> texts(String name) {
        var texts = new ArrayList<String>();
        var values = array(name);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isString()) texts.add(values.get(i).stringValue());
            else faults.add(place(name) + "/" + i, "must be a text, not " + shown(values.get(i)));
        }
        return texts;
    }

    public List<Double> numbers(String name, double min, double max) {
        var numbers = new ArrayList<Double>();
        var values = array(name);
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value.isNumber() && value.doubleValue() >= min && value.doubleValue() <= max)
                numbers.add(value.doubleValue());
            else faults.add(place(name) + "/" + i, "must be %s, not %s".formatted(between(min, max), shown(value)));
        }
        return numbers;
    }

    /** Pairs of numbers, e.g. longitude and latitude in degrees. */
    public List<double[]> pairs(String name) {
        var pairs = new ArrayList<double[]>();
        var values = array(name);
        for (int i = 0; i < values.size(); i++) {
            var pair = values.get(i);
            if (pair.isArray()
                    && pair.size() == 2
                    && pair.get(0).isNumber()
                    && pair.get(1).isNumber())
                pairs.add(new double[] {pair.get(0).doubleValue(), pair.get(1).doubleValue()});
            else faults.add(place(name) + "/" + i, "must be two numbers, not " + shown(pair));
        }
        return pairs;
    }

    /** A single inner object, or an empty one. */
    public Field in(String name) {
        if (has(name) && node.get(name).isObject()) return new Field(node.get(name), place(name), faults);
        if (has(name)) fault(name, "must be an object, not " + shown(node.get(name)));
        return new Field(JSON.createObjectNode(), place(name), faults);
    }

    /** Whatever was not asked for is misspelt, or belongs elsewhere. */
    public void nothingElse() {
        for (var name : node.propertyNames())
            if (!asked.contains(name) && !name.equals("comment"))
                fault(
                        name,
                        "is not known here. Known: " + asked.stream().sorted().collect(Collectors.joining(", ")));
    }

    private List<JsonNode> array(String name) {
        if (!has(name)) return List.of();
        if (!node.get(name).isArray()) {
            fault(name, "must be an array, not " + shown(node.get(name)));
            return List.of();
        }
        if (node.get(name).size() > ITEMS_MAX) {
            fault(name, "has more than %,d items".formatted(ITEMS_MAX));
            return List.of();
        }
        return List.copyOf(node.get(name).values());
    }

    private <T> T missing(String name, String what, T otherwise) {
        fault(name, "is missing: " + what);
        return otherwise;
    }

    private String place(String name) {
        return place + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String between(double min, double max) {
        return "a number from %s to %s".formatted(number(min), number(max));
    }

    private static String between(long min, long max) {
        return "a whole number from %d to %d".formatted(min, max);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String shown(JsonNode value) {
        var text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
