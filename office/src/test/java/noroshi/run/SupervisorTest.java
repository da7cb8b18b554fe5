package noroshi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir
    Path data;

    private Folders folders;
    private Supervisor supervisor;

    @BeforeEach
    void open() {
        folders = new Folders(data, data);
        folders.create();
        supervisor = new Supervisor(folders);
        supervisor.open();
    }

    @AfterEach
    void stop() {
        supervisor.stop();
    }

    @Test
    void aKilledChildStartsAgainByItself() {
        supervisor.start(patient("child"));
        var first = pidOf("child");

        first.destroyForcibly();

        Eventually.is("another process", () -> read("child") > 0 && read("child") != first.pid());
    }

    @Test
    void stoppingLeavesNoProcess() {
        supervisor.start(patient("one"));
        supervisor.start(patient("two"));
        var both = List.of(pidOf("one"), pidOf("two"));

        supervisor.stop();

        assertThat(both).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aChildThatCannotStartIsReportedWithItsLastWords() {
        var child = supervisor.start(recipe("broken", "echo the disk is full; exit 3"));

        assertThatThrownBy(() -> supervisor.await(child, () -> false))
                .hasMessageContaining("broken does not start")
                .hasMessageContaining("the disk is full");
    }

    @Test
    void oneDataFolderHasOneSupervisor() {
        assertThatThrownBy(() -> new Supervisor(folders).open()).hasMessageContaining("already runs on " + data);
    }

    @Test
    void whatAKilledSupervisorLeftBehindEndsAtTheNextStart() throws IOException {
        var orphan = orphan("orphan");
        supervisor.stop();
        supervisor = new Supervisor(folders);

        supervisor.open();

        assertThat(orphan.isAlive()).isFalse();
        assertThat(folders.pid("orphan")).doesNotExist();
    }

    @Test
    void aForeignProcessWithTheSameNumberIsLeftAlone() throws IOException {
        var foreign = new ProcessBuilder("sh", "-c", "read x").start();
        Files.writeString(folders.pid("orphan"), Long.toString(foreign.pid()));

        new Orphans(folders).stop();

        assertThat(foreign.isAlive()).isTrue();
        foreign.destroyForcibly();
    }

    @Test
    void theWatchdogEndsTheChildrenWhenTheSupervisorIsGone() throws IOException {
        var one = orphan("one");
        var two = orphan("two");
        var watchdog = Watchdog.start(folders);

        watchdog.getOutputStream().close();

        Eventually.is("the children ended", () -> !one.isAlive() && !two.isAlive());
        watchdog.destroyForcibly();
    }

    /** A child whose supervisor is gone. */
    private Process orphan(String name) throws IOException {
        var child = new ProcessBuilder(patient(name).command().prepare()).start();
        Files.writeString(folders.pid(name), Long.toString(child.pid()));
        return child;
    }

    private ProcessHandle pidOf(String child) {
        Eventually.is(child + " runs", () -> read(child) > 0);
        return ProcessHandle.of(read(child)).orElseThrow();
    }

    private long read(String child) {
        try {
            var text = Files.exists(folders.pid(child)) ? Files.readString(folders.pid(child)) : "";
            return text.isBlank() || ProcessHandle.of(Long.parseLong(text)).isEmpty() ? 0 : Long.parseLong(text);
        } catch (IOException e) {
            return 0;
        }
    }

    private Recipe patient(String name) {
        return recipe(name, "exec tail -f /dev/null");
    }

    /** The data folder is in the command line, as with every real child. */
    private Recipe recipe(String name, String script) {
        var marked = name.equals("broken") ? script : "tail -f /dev/null --pid=$$ '" + data + "/marker' & wait";
        return new Recipe(name, () -> List.of("sh", "-c", name.equals("broken") ? script : marked), Map.of(), "TERM");
    }
}
