package noroshi.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** The methods of a source file and how long they are, read by the JDK's own parser. */
final class Methods {

    record Method(Path file, String name, long lines) {}

    private Methods() {}

    static List<Method> of(List<Path> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new ArrayList<Method>();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    problem -> {},
                    List.of("--release", "25"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            var trees = Trees.instance(task);
            for (var unit : task.parse()) new Finder(unit, trees, found).scan(unit, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static final class Finder extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<Method> found;

        Finder(CompilationUnitTree unit, Trees trees, List<Method> found) {
            this.unit = unit;
            this.trees = trees;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            var body = method.getBody();
            if (body != null) {
                var positions = trees.getSourcePositions();
                var lines = unit.getLineMap();
                long from = positions.getStartPosition(unit, body);
                long to = positions.getEndPosition(unit, body);
                if (to > from)
                    found.add(new Method(
                            Path.of(unit.getSourceFile().toUri()),
                            method.getName().toString(),
                            lines.getLineNumber(to) - lines.getLineNumber(from) - 1));
            }
            return super.visitMethod(method, nothing);
        }
    }
}
