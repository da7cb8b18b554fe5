package noroshi.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The 29 cases of names of the shared data, where it is there. */
class NameCasesTest {
    @TempDir
    Path folder;

    private final ReadingTable readings = new ReadingTable();

    @Test
    void allTwentyNineCasesHold() throws IOException {
        Path names = shared();
        if (names == null) {
            String message = "skipped: shared/data/outward/names is absent";
            System.out.println(message);
            Assumptions.abort(message);
            return;
        }
        learn(names.resolve("japanese_name_location_dict.txt.gz"));
        int cases = 0;
        for (String line : Files.readAllLines(names.resolve("personfinder_ja_cases.tsv"))) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] parts = line.split("\t", -1);
                check(parts[0], parts[1], parts[2]);
                cases++;
            }
        }
        assertThat(cases).isEqualTo(29);
    }

    private void check(String operation, String input, String expected) throws IOException {
        switch (operation) {
            case "normalize", "normalize_hiragana" ->
                assertThat(Kana.normal(input)).isEqualTo(expected);
            case "kata2hira" -> assertThat(Kana.hiragana(input)).isEqualTo(expected);
            case "romaji" -> assertThat(Romaji.of(input)).isEqualTo(expected);
            case "extra_tokens" -> found(name(input.split("\\|", -1)), expected);
            case "readings_contains" -> assertThat(romaji(readings.of(input))).contains(expected.split("\\|", -1));
            case "readings_contains(index)" -> found(new PersonName(input, "", "", ""), expected);
            case "readings_contains(query)" ->
                assertThat(foundByQuery(input, expected)).isTrue();
            case "readings_not_contains(query)" -> {
                for (String token : expected.split("\\|", -1)) {
                    assertThat(foundByQuery(input, token)).as(token).isFalse();
                }
            }
            default -> throw new IllegalArgumentException(operation);
        }
    }

    private void found(PersonName name, String typed) throws IOException {
        NameIndex index = index(List.of(name));
        for (String token : typed.split("\\|", -1)) {
            assertThat(NameSearch.find(index, token, 10))
                    .as("%s by %s", name, token)
                    .hasSize(1);
        }
    }

    /** What is written in letters only is found by characters whose readings others in the index have. */
    private boolean foundByQuery(String typed, String latin) throws IOException {
        NameIndex index = index(List.of(
                new PersonName(latin, "", "", ""),
                new PersonName("天海", "雪歩", "あまみ", "ゆきほ"),
                new PersonName("星井", "春香", "ほしい", "はるか")));
        return NameSearch.find(index, typed, 10).stream().anyMatch(hit -> hit.record() == 0);
    }

    private NameIndex index(List<PersonName> names) throws IOException {
        Path file = Files.createTempFile(folder, "names", ".idx");
        try (NameIndexWriter writer = new NameIndexWriter(file, readings)) {
            for (PersonName name : names) {
                writer.add(List.of(name), new byte[0]);
            }
            writer.finish();
        }
        return NameIndex.open(file);
    }

    private static PersonName name(String[] words) {
        String given = String.join(" ", List.of(words).subList(1, words.length));
        return new PersonName(words[0], given, words[0], given);
    }

    private static List<String> romaji(List<String> kana) {
        List<String> all = new ArrayList<>();
        kana.forEach(reading -> all.add(Romaji.of(reading)));
        return all;
    }

    private void learn(Path dictionary) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(dictionary)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] pair = line.split("\t", -1);
                readings.learn(pair[0], pair[1]);
            }
        }
    }

    private static @Nullable Path shared() {
        String told = System.getProperty("NOROSHI_SHARED", System.getenv("NOROSHI_SHARED"));
        for (Path at = Path.of(told == null ? "" : told).toAbsolutePath(); at != null; at = at.getParent()) {
            for (String below : List.of("outward/names", "data/outward/names", "shared/data/outward/names")) {
                if (Files.isDirectory(at.resolve(below))) {
                    return at.resolve(below);
                }
            }
        }
        return null;
    }
}
