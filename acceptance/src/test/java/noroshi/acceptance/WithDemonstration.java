package noroshi.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one demonstration for all of them, started when the first asks and stopped after the last. */
public final class WithDemonstration implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Demonstration.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Shared.class, key -> new Shared(), Shared.class)
                .demonstration;
    }

    private static final class Shared implements AutoCloseable {

        private final Path data = temporary();
        private final Demonstration demonstration = Demonstration.start(data);

        @Override
        public void close() {
            demonstration.close();
            delete(data);
        }
    }

    static Path temporary() {
        try {
            return Files.createTempDirectory("noroshi-acceptance");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path tree) {
        try (var all = Files.walk(tree)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            System.out.println("left behind: " + tree + " (" + e.getMessage() + ")");
        }
    }
}
