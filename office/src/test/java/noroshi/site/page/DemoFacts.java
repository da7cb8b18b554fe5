package noroshi.site.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.platform.Time;
import noroshi.snapshot.Hash;
import org.jspecify.annotations.Nullable;

/** The demonstration's texts as facts, without a database: real Japanese for looking at pages and for their sizes. */
final class DemoFacts {

    static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final LocalDate TODAY = NOW.atZone(Time.JAPAN).toLocalDate();
    private static final Pattern OFFSET = Pattern.compile("\\{\\{([+-]\\d+)d[^}]*}}");
    private static final Path FOLDER = Path.of("src/main/resources/noroshi/demo");

    final Map<String, Map<String, String>> governments = byCode("governments.csv");
    private final List<Place> areas = rows("areas.csv").stream()
            .map(r -> new Place(
                    r.getOrDefault("code", ""),
                    r.getOrDefault("name", ""),
                    blank(r.getOrDefault("parent", "")),
                    r.getOrDefault("kind", "")))
            .toList();
    private final List<Place> topics = rows("topics.csv").stream()
            .map(r -> new Place(r.getOrDefault("code", ""), r.getOrDefault("name", ""), null, "topic"))
            .toList();

    SiteFacts site(String code) {
        var g = Objects.requireNonNull(governments.get(code), code);
        return new SiteFacts(
                code,
                value(g, "name"),
                value(g, "kana"),
                value(g, "romaji"),
                value(g, "kind").equals("prefecture"),
                value(g, "color"),
                value(g, "phone"),
                value(g, "email"),
                value(g, "address"),
                rows("series.csv").stream()
                        .filter(r -> value(r, "government").equals(code))
                        .map(r -> new SeriesFacts(
                                value(r, "code"), value(r, "name"), value(r, "description"), value(r, "layout")))
                        .toList(),
                value(g, "kind").equals("prefecture")
                        ? areas
                        : areas.stream()
                                .filter(a -> a.code().equals(code) || code.equals(a.parent()))
                                .toList(),
                topics,
                URI.create("https://www.example.jp"));
    }

    List<DepartmentFacts> departments(String code) {
        return rows("departments.csv").stream()
                .filter(r -> value(r, "government").equals(code))
                .map(r -> new DepartmentFacts(
                        value(r, "code"),
                        value(r, "name"),
                        blank(r.getOrDefault("parent", "")),
                        value(r, "phone"),
                        value(r, "email"),
                        value(r, "address")))
                .toList();
    }

    /** The articles of a government, the oldest first. */
    List<ArticleFacts> articles(SiteFacts site) {
        var departments = departments(site.code()).stream().collect(Collectors.toMap(DepartmentFacts::code, d -> d));
        var parsed = new ArrayList<ArticleFacts>();
        for (var block : blocks()) {
            var head = head(block);
            if (!site.code().equals(head.get("government"))) continue;
            parsed.add(article(site, departments, head, block.substring(block.indexOf("\n\n") + 2), parsed.size() + 1));
        }
        parsed.sort(Comparator.comparing(ArticleFacts::publishedAt).thenComparing(ArticleFacts::id));
        return parsed;
    }

    static EntryFacts entry(ArticleFacts a, long position) {
        return new EntryFacts(
                a.id(),
                a.series(),
                position,
                a.title(),
                a.summary(),
                a.mark(),
                a.publishedAt(),
                a.changedAt(),
                a.event(),
                a.image(),
                a.window());
    }

    private ArticleFacts article(
            SiteFacts site, Map<String, DepartmentFacts> departments, Map<String, String> head, String body, long id) {
        var published = at(value(head, "published"));
        var correction = head.get("correction");
        var corrections = correction == null
                ? List.<ArticleFacts.Correction>of()
                : List.of(new ArticleFacts.Correction(
                        at(correction.split("\\|")[0].strip()), correction.split("\\|")[1].strip()));
        return new ArticleFacts(
                id,
                site.series().stream()
                        .filter(s -> s.code().equals(head.get("series")))
                        .findFirst()
                        .orElseThrow(),
                value(head, "title"),
                dated(value(head, "summary")),
                dated(body.strip()),
                named(areas, value(head, "areas")),
                named(topics, value(head, "topics")),
                departments.get(value(head, "department")),
                event(head.get("event")),
                image(head),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                corrections,
                head.getOrDefault("marks", head.getOrDefault("mark", "")),
                published,
                corrections.isEmpty() ? published : corrections.getFirst().at(),
                Objects.requireNonNull(Window.of(
                        published.isAfter(NOW) ? published : null,
                        head.get("closes") == null ? null : at(value(head, "closes")))),
                List.of(),
                List.of());
    }

    private static @Nullable MediaFacts image(Map<String, String> head) {
        var name = head.get("image");
        if (name == null) return null;
        var bytes = bytes(FOLDER.resolve("images").resolve(name));
        return new MediaFacts(
                Hash.of(bytes).hex(),
                name,
                type(name),
                name.substring(name.indexOf('.') + 1),
                bytes.length,
                0,
                0,
                value(head, "alt"),
                "");
    }

    static Map<String, Path> images() {
        try (var files = Files.list(FOLDER.resolve("images"))) {
            var images = new HashMap<String, Path>();
            files.forEach(f -> images.put(Hash.of(bytes(f)).hex(), f));
            return images;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String name) {
        return name.endsWith(".svg") ? "image/svg+xml" : name.endsWith(".png") ? "image/png" : "image/jpeg";
    }

    private static @Nullable EventFacts event(@Nullable String text) {
        if (text == null) return null;
        var words = text.split(" / ");
        return new EventFacts(at(words[0].strip()), at(words[1].strip()), words.length > 2 ? words[2].strip() : "");
    }

    private static Instant at(String offset) {
        var words = offset.split("d ");
        return TODAY.plusDays(Long.parseLong(words[0].replace("+", "")))
                .atTime(LocalTime.parse(words[1]))
                .atZone(Time.JAPAN)
                .toInstant();
    }

    private static String dated(String text) {
        return OFFSET.matcher(text).replaceAll(m -> Words.day(NOW.plus(Duration.ofDays(Long.parseLong(m.group(1)))))
                .text());
    }

    private static List<Place> named(List<Place> places, String codes) {
        var wanted = List.of(codes.split(";"));
        return places.stream().filter(p -> wanted.contains(p.code())).toList();
    }

    private static List<String> blocks() {
        try (var files = Files.list(FOLDER.resolve("articles"))) {
            return files.sorted()
                    .map(f -> new String(bytes(f), StandardCharsets.UTF_8))
                    .flatMap(text -> Stream.of(text.split("(?m)^%%%\\R")))
                    .filter(block -> !block.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> head(String block) {
        var head = new LinkedHashMap<String, String>();
        for (var line : block.substring(0, block.indexOf("\n\n")).split("\n"))
            head.put(
                    line.substring(0, line.indexOf(':')).strip(),
                    line.substring(line.indexOf(':') + 1).strip());
        return head;
    }

    private static Map<String, Map<String, String>> byCode(String file) {
        return rows(file).stream()
                .collect(Collectors.toMap(r -> value(r, "code"), r -> r, (a, b) -> a, LinkedHashMap::new));
    }

    private static List<Map<String, String>> rows(String file) {
        var lines = new String(bytes(FOLDER.resolve(file)), StandardCharsets.UTF_8)
                .strip()
                .split("\n");
        var names = lines[0].split(",");
        var rows = new ArrayList<Map<String, String>>();
        for (int i = 1; i < lines.length; i++) {
            var cells = lines[i].split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            var row = new HashMap<String, String>();
            for (int c = 0; c < names.length; c++) row.put(names[c], cells[c].replaceAll("^\"|\"$", ""));
            rows.add(row);
        }
        return rows;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(Map<String, String> row, String name) {
        return Objects.requireNonNullElse(row.get(name), "");
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
