package noroshi.run;

import java.io.IOException;
import java.util.List;

/** Unix signals, which the JDK offers only in part: PostgreSQL's fast shutdown is INT. */
final class Signal {

    private Signal() {}

    /** The shell's own kill is used because small systems carry no kill program. */
    static void send(String signal, long pid) {
        try {
            new ProcessBuilder(List.of("sh", "-c", "kill -\"$1\" \"$2\"", "kill", signal, Long.toString(pid)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
