package noroshi.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files of the demonstration on the classpath. */
final class Resources {

    private static final String FOLDER = "noroshi/demo/";

    private Resources() {}

    static Table table(String name) {
        return Table.read(text(new ClassPathResource(FOLDER + name)));
    }

    static List<String> articleFiles() {
        try {
            var found =
                    new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "articles/*.txt");
            return Arrays.stream(found)
                    .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
                    .map(Resources::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return text(new ClassPathResource(FOLDER + name));
    }

    static byte[] image(String name) {
        return bytes(new ClassPathResource(FOLDER + "images/" + name));
    }

    private static String text(Resource file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
