package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ActsTest extends DeskTest {

    private static final Pattern RECORDS = Pattern.compile("\\b(?:record|done)\\([^;]*;");
    private static final Pattern ACT = Pattern.compile("\"([a-z-]+\\.[a-z_-]*[a-z])\"");

    @Test
    void everyActOfTheRecordHasAWord() {
        var acts = tenancy.everywhere(() ->
                sql.sql("select distinct act from audit").query(String.class).list());
        assertThat(acts).isNotEmpty().allSatisfy(act -> assertThat(Acts.japanese(act))
                .isNotEqualTo(act));
    }

    /** What no test before this one did leaves no row; the source names it all the same. */
    @Test
    void everyActNamedInTheSourceHasAWord() throws IOException {
        var acts = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) acts.addAll(actsIn(file));
        }
        assertThat(acts).hasSizeGreaterThan(40).allSatisfy(act -> assertThat(Acts.japanese(act))
                .isNotEqualTo(act));
    }

    private static Set<String> actsIn(Path source) throws IOException {
        var found = new TreeSet<String>();
        var text = Files.readString(source);
        if (!text.contains("Audit") && !text.contains("desk.done(")) return found;
        for (var call = RECORDS.matcher(text); call.find(); ) {
            for (var act = ACT.matcher(call.group()); act.find(); ) found.add(act.group(1));
        }
        return found;
    }
}
