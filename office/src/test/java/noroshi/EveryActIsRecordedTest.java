package noroshi;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import noroshi.platform.Audit;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/**
 * Every act leaves a row in the record: from each form and call that changes something, and from each use case, a way of calls leads to {@link
 * Audit#record}. What needs none is named here, with the reason.
 */
class EveryActIsRecordedTest {

    private static final JavaClasses OFFICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> location.contains("/office/") || location.contains("office-"))
            .importPackages("noroshi");

    private static final Set<String> RECORDS = methodsThatRecord();

    /** Class and method → why nothing is recorded. */
    private static final Map<String, String> WITHOUT = Map.ofEntries(
            entry("MovingJobController.release", "the job that it orders writes the row when it is done (Releasing)"),
            entry("ReleaseMoving.handle", "the job that it orders writes the row when it is done (Releasing)"),
            entry("MovingJobController.undo", "the job that it orders writes the row when it is done (Undoing)"),
            entry("UndoMoving.handle", "the job that it orders writes the row when it is done (Undoing)"),
            entry(
                    "EditingController.drop",
                    "an officer throws away what they never saved themselves; no edition changes"),
            entry(
                    "LogQuestion.handle",
                    "the questions asked on the telephone are a record themselves, with the officer and the time"),
            entry("CallController.log", "the same"),
            entry("WritingController.keep", "text not saved yet, kept for its writer alone; the act is its saving"),
            entry("WritingController.forget", "text not saved yet, thrown away by its writer"),
            entry("ArticleKeptController.fresh", "opens the writer's own unsaved text"),
            entry("ArticleKeptController.ofArticle", "opens the writer's own unsaved text"),
            entry("WritingController.clean", "answers with cleaned text and keeps nothing"),
            entry("WritingController.preview", "answers with a picture of the text and keeps nothing"));

    @Test
    void everyFormAndCallThatChangesSomething() {
        assertThat(silent(mappings())).isEmpty();
        assertThat(mappings().size()).isGreaterThan(30);
    }

    @Test
    void everyUseCase() {
        assertThat(silent(useCases())).isEmpty();
        assertThat(useCases().size()).isGreaterThan(20);
    }

    @Test
    void noReasonIsGivenForWhatIsNotThereOrIsRecorded() {
        var all = new TreeSet<String>();
        Stream.concat(mappings().stream(), useCases().stream()).forEach(method -> all.add(name(method)));
        for (var name : WITHOUT.keySet()) assertThat(all).contains(name);
    }

    private static List<String> silent(List<JavaMethod> methods) {
        return methods.stream()
                .filter(method -> !RECORDS.contains(method.getFullName()))
                .map(EveryActIsRecordedTest::name)
                .filter(name -> !WITHOUT.containsKey(name))
                .sorted()
                .distinct()
                .toList();
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    private static List<JavaMethod> mappings() {
        return methods()
                .filter(method -> Stream.of(
                                PostMapping.class, PutMapping.class, PatchMapping.class, DeleteMapping.class)
                        .anyMatch(method::isAnnotatedWith))
                .toList();
    }

    /** Verbs with one public handle(Command). */
    private static List<JavaMethod> useCases() {
        return methods()
                .filter(method -> method.getName().equals("handle")
                        && method.getRawParameterTypes().size() == 1
                        && method.getRawParameterTypes()
                                .getFirst()
                                .getSimpleName()
                                .equals("Command"))
                .toList();
    }

    private static Stream<JavaMethod> methods() {
        return OFFICE.stream().flatMap(type -> type.getMethods().stream());
    }

    /** Backwards from the one method that writes: its callers, their callers, and so on. */
    private static Set<String> methodsThatRecord() {
        var callers = new HashMap<String, List<JavaCodeUnit>>();
        for (var type : OFFICE)
            for (var unit : type.getCodeUnits()) {
                unit.getCallsFromSelf()
                        .forEach(call -> add(callers, call.getTarget().getFullName(), unit));
                unit.getMethodReferencesFromSelf()
                        .forEach(reference -> add(callers, reference.getTarget().getFullName(), unit));
            }
        var records = new HashSet<String>();
        var next = new ArrayDeque<String>();
        for (var method : OFFICE.get(Audit.class).getMethods())
            if (method.getName().equals("record")) next.add(method.getFullName());
        while (!next.isEmpty()) {
            var called = next.remove();
            for (var caller : callers.getOrDefault(called, List.of()))
                if (records.add(caller.getFullName())) {
                    next.add(caller.getFullName());
                    declaredAbove(caller).forEach(next::add);
                }
        }
        return records;
    }

    /** Who calls what an interface or a class above declares may reach this one. */
    private static List<String> declaredAbove(JavaCodeUnit unit) {
        var above = new ArrayList<String>();
        var owner = unit.getOwner();
        Stream.concat(owner.getAllRawInterfaces().stream(), owner.getAllRawSuperclasses().stream())
                .filter(type -> type.getPackageName().startsWith("noroshi"))
                .map(JavaClass::getFullName)
                .forEach(type -> above.add(unit.getFullName()
                        .replaceFirst("^" + java.util.regex.Pattern.quote(owner.getFullName()), type)));
        return above;
    }

    private static void add(Map<String, List<JavaCodeUnit>> callers, String target, JavaCodeUnit caller) {
        callers.computeIfAbsent(target, t -> new ArrayList<>()).add(caller);
    }
}
