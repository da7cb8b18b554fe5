package noroshi.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Part;
import noroshi.snapshot.Value;
import org.junit.jupiter.api.Test;

class FilesTest {

    private static List<String> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj("line %d\n"::formatted)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Fragment> fragments(List<String> lines) {
        var page = (Value.Page) Files.texts("text/csv; charset=utf-8", lines, Press.PLAIN);
        return page.parts().stream().map(part -> ((Part.Piece) part).fragment()).toList();
    }

    @Test
    void aFileOfMorePiecesThanAPageHoldsIsTheSameFile() {
        var lines = lines(5_000);

        var fragments = fragments(lines);

        assertThat(fragments).hasSizeLessThanOrEqualTo(Value.PARTS_MAX);
        var text = fragments.stream()
                .map(fragment -> new String(fragment.plain(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        assertThat(text).isEqualTo(String.join("", lines));
    }

    @Test
    void aLineMoreChangesAPieceAndNotTheFile() {
        var lines = lines(5_000);
        var before = new HashSet<>(fragments(lines));
        lines.add("one more\n");
        lines.set(17, "another\n");

        var changed = new HashSet<>(fragments(lines));
        changed.removeAll(before);

        assertThat(changed).hasSize(2);
    }
}
