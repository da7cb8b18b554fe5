package noroshi.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one demonstration for all classes of their process, started when the first asks and stopped when the process ends: a
 * process is handed its classes one by one, and JUnit's own stores end with each.
 */
public final class WithDemonstration implements ParameterResolver {

    private static @Nullable Demonstration shared;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Demonstration.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared();
    }

    private static synchronized Demonstration shared() {
        if (shared != null) return shared;
        var data = temporary();
        var demonstration = Demonstration.start(data);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            demonstration.close();
            delete(data);
        }));
        shared = demonstration;
        return demonstration;
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
