package noroshi.standards.opendata;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Our package, held against the field rules that NIED's checker publishes. */
class Sip4dPackageTest {

    private static final Position HERE = new Position(new BigDecimal("38.4"), new BigDecimal("141.3"));

    private static Map<String, String> written() throws IOException {
        var about = new Sip4dPackage.About(
                "04202", "石巻市", "bousai@ishinomaki.example.jp", "平時", "訓練", Instant.parse("2026-03-11T05:46:00Z"));
        var line = new Sip4dPackage.Line(
                "12", "開設", Designation.BOTH, "浜小学校", "", "", "石巻市", "石巻市浜1", -1, "空き", 12, null, 5, null, HERE);
        var parts = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Sip4dPackage.write(about, List.of(line, line))))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return parts;
    }

    @Test
    void thePackageKeepsTheRulesOfTheChecker() throws IOException {
        var parts = written();

        assertThat(flaws("temp_meta.json", "members", parts.get("sip4d_zip_meta.json")))
                .isEmpty();
        assertThat(flaws("01-001-01.json", "members", parts.get("04202_01-001-01_columns.json")))
                .isEmpty();
        for (var feature : (List<?>)
                requireNonNull(object(parts.get("04202_01-001-01.geojson")).get("features"))) {
            var properties = Json.write(((Map<?, ?>) feature).get("properties"));
            assertThat(flaws("01-001-01.json", "properties_value", properties)).isEmpty();
        }
    }

    @Test
    void theCheckFindsWhatIsWrong() throws IOException {
        var meta = requireNonNull(written().get("sip4d_zip_meta.json"))
                .replace("\"避難\",\"tags\"", "\"遊び\",\"tags\"")
                .replace("\"num\"", "");
        assertThat(flaws("temp_meta.json", "members", meta)).hasSize(1);
    }

    @Test
    void theSameFactsGiveTheSameBytes() throws IOException {
        assertThat(written()).isEqualTo(written());
        assertThat(written())
                .containsOnlyKeys("sip4d_zip_meta.json", "04202_01-001-01_columns.json", "04202_01-001-01.geojson");
    }

    private static Map<?, ?> object(@Nullable String json) {
        return (Map<?, ?>) requireNonNull(Json.read(requireNonNull(json)));
    }

    private static List<String> flaws(String template, String rules, @Nullable String json) throws IOException {
        var file = SharedFiles.under("outward/sip4d/template").stream()
                .filter(path -> path.toString().replace('\\', '/').endsWith("/1.1/VECTOR/" + template))
                .findFirst()
                .orElseThrow();
        var flaws = new ArrayList<String>();
        check(
                (List<?>) requireNonNull(object(new String(SharedFiles.bytes(file), StandardCharsets.UTF_8))
                        .get(rules)),
                object(json),
                flaws);
        return flaws;
    }

    private static void check(List<?> rules, Map<?, ?> object, List<String> flaws) {
        for (var one : rules) {
            var rule = (Map<?, ?>) one;
            var key = rule.containsKey("key") ? rule.get("key") : rule.get("connid");
            var value = object.get(key);
            if (value == null) {
                if (Boolean.TRUE.equals(rule.get("necessary"))) flaws.add(key + " is missing");
                continue;
            }
            if (rule.get("values") instanceof List<?> values && !values.contains(value))
                flaws.add(key + " is " + value);
            if (rule.get("string_formats") instanceof List<?> formats
                    && value instanceof String text
                    && formats.stream().noneMatch(format -> text.matches(String.valueOf(format))))
                flaws.add(key + " is " + value);
            if (rule.get("members") instanceof List<?> members) {
                if (value instanceof Map<?, ?> inner) check(members, inner, flaws);
                if (value instanceof List<?> list) list.forEach(inner -> check(members, (Map<?, ?>) inner, flaws));
            }
        }
    }
}
