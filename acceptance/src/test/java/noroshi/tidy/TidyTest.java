package noroshi.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TidyTest {

    private static final int FILE_LINES_MAX = 400;
    private static final int METHOD_LINES_MAX = 40;
    private static final Pattern VAGUE =
            Pattern.compile("\\b(class|record|interface|enum)\\s+\\w+(Manager|Helper|Util|Utils|Impl)\\b");
    private static final Pattern LATER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern DISABLED = Pattern.compile("@Disabled\\b");
    private static final Pattern SLEEP = Pattern.compile("\\bThread\\.sleep\\(");
    private static final Pattern NOW =
            Pattern.compile("\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime|Year)\\.now\\(");
    private static final Pattern MACHINE = Pattern.compile("(?<![\\w.$}/-])/(work|home|Users|root)/[A-Za-z0-9._-]+/");
    private static final Pattern FILE_IN_DOCUMENT =
            Pattern.compile("`([A-Za-z0-9_./-]+\\.(?:java|jte|sql|css|js|md|svg|properties|txt|xml))`");

    private final Repository repository = new Repository();
    private final Exceptions exceptions = new Exceptions();

    @Test
    void aFileIsShort() {
        var tooLong = repository.java().stream()
                .filter(file -> lines(file) > FILE_LINES_MAX)
                .map(file -> new Finding("file", repository.name(file), lines(file) + " lines"))
                .toList();

        assertNone("file", tooLong);
    }

    @Test
    void aMethodIsShort() {
        var tooLong = Methods.of(repository.java()).stream()
                .filter(method -> method.lines() > METHOD_LINES_MAX)
                .map(method -> new Finding(
                        "method", repository.name(method.file()) + "#" + method.name(), method.lines() + " lines"))
                .toList();

        assertNone("method", tooLong);
    }

    @Test
    void aNameSaysWhatTheThingIs() {
        assertNone("name", linesWith(VAGUE, repository.java(), file -> true));
    }

    @Test
    void nothingIsLeftForLater() {
        assertNone("later", linesWith(LATER, repository.java(), isNotThisTest()));
    }

    @Test
    void noTestIsSwitchedOff() {
        assertNone("disabled", linesWith(DISABLED, repository.java(), isNotThisTest()));
    }

    @Test
    void noTestSleeps() {
        assertNone("sleep", linesWith(SLEEP, repository.java(), isNotThisTest().and(TidyTest::isTest)));
    }

    @Test
    void timeIsPassedIn() {
        assertNone("now", linesWith(NOW, repository.java(), file -> !isTest(file)));
    }

    @Test
    void noFileKnowsTheMachineItWasWrittenOn() {
        assertNone("path", linesWith(MACHINE, repository.texts(), isNotThisTest()));
    }

    @Test
    void theArchitectureNamesFilesThatExist() {
        Set<String> names = repository.all().stream().map(repository::name).collect(Collectors.toSet());
        var missing = new ArrayList<Finding>();
        for (var document : List.of("docs/architecture.md", "README.md", "README.ja.md")) {
            assertThat(names.contains(document)).as("%s exists", document).isTrue();
            var matcher = FILE_IN_DOCUMENT.matcher(Repository.read(repository.root.resolve(document)));
            while (matcher.find()) {
                var named = matcher.group(1);
                if (names.stream().noneMatch(name -> name.equals(named) || name.endsWith("/" + named)))
                    missing.add(new Finding("document", named, "named in " + document));
            }
        }
        assertNone("document", missing);
    }

    /** @param what the file, and for a method its name: what tidy-exceptions.txt lists */
    private record Finding(String rule, String what, String detail) {}

    private void assertNone(String rule, List<Finding> findings) {
        assertThat(findings.stream().filter(finding -> !exceptions.allow(rule, finding.what())))
                .as("rule '%s' (an exception with its reason goes to tidy-exceptions.txt)", rule)
                .isEmpty();
        assertThat(exceptions.unused(rule))
                .as("exceptions that nothing needs any more")
                .isEmpty();
    }

    private List<Finding> linesWith(Pattern pattern, List<Path> files, Predicate<Path> wanted) {
        var found = new ArrayList<Finding>();
        for (var file : files) {
            if (!wanted.test(file)) continue;
            var lines = Repository.read(file).lines().toList();
            for (int i = 0; i < lines.size(); i++)
                if (pattern.matcher(lines.get(i)).find())
                    found.add(new Finding(
                            "line",
                            repository.name(file),
                            "line " + (i + 1) + ": " + lines.get(i).strip()));
        }
        return found;
    }

    private static boolean isTest(Path file) {
        return file.toString().replace('\\', '/').contains("/src/test/");
    }

    private static Predicate<Path> isNotThisTest() {
        return file -> !file.endsWith("TidyTest.java");
    }

    private static long lines(Path file) {
        return Repository.read(file).lines().count();
    }
}
