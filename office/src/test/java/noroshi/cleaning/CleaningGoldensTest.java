package noroshi.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import noroshi.publishing.Markdown;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each name.html in the folder of goldens becomes name.md; notes stand at the end. With -Dgoldens=write they are written anew. */
class CleaningGoldensTest {

    static Stream<String> names() throws IOException, URISyntaxException {
        try (var files = Files.list(folder())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsPastedBecomesWhatWeWouldHaveWritten(String name) throws IOException, URISyntaxException {
        var cleaned = Cleaning.html(Files.readString(folder().resolve(name + ".html")), Wishes.PASTE);
        var shown = new StringBuilder(cleaned.markdown());
        for (var note : cleaned.notes())
            shown.append("\n%% ").append(note.line()).append(": ").append(note.message());
        var golden = folder().resolve(name + ".md");
        if ("write".equals(System.getProperty("goldens")))
            Files.writeString(Path.of("src/test/resources/noroshi/cleaning", name + ".md"), shown + "\n");
        else assertThat(shown + "\n").isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("names")
    void cleaningWhatWasCleanedChangesNothing(String name) throws IOException, URISyntaxException {
        var once = Cleaning.html(Files.readString(folder().resolve(name + ".html")), Wishes.PASTE)
                .markdown();
        var rendered = Markdown.render(once).html();

        assertThat(Cleaning.html(rendered, Wishes.PASTE).markdown()).isEqualTo(once);
        assertThat(rendered).doesNotContainPattern("(?i)<(script|iframe|svg|form|object)|javascript:| on[a-z]+=");
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(CleaningGoldensTest.class.getResource("/noroshi/cleaning"))
                .toURI());
    }
}
