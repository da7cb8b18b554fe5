package noroshi.run;

import java.io.IOException;
import java.util.List;

/**
 * A tiny shell process that stops the children when the supervisor is killed: its input is a pipe that only the
 * supervisor holds, so the end of the input means that the supervisor is gone.
 */
final class Watchdog {

    /**
     * $1 is the folder of pid files, $2 the data folder that each child's command line must name. The pids are read once:
     * a supervisor started in the meantime writes others, which are not ours to end.
     */
    private static final String SCRIPT = """
            while read -r _; do :; done
            ours() { tr '\\0' ' ' < "/proc/$1/cmdline" 2>/dev/null | grep -qF -- "$data"; }
            end() { for p in $2; do ours "$p" && kill -"$1" "$p"; done 2>/dev/null; }
            data="$2"; database="$(cat "$1/postgresql.pid" 2>/dev/null)"; all="$(for f in "$1"/*.pid; do cat "$f"; echo; done 2>/dev/null | tr '\\n' ' ')"
            end INT "$database"; end TERM "$all"; sleep 6; end KILL "$all\"
            """;

    private Watchdog() {}

    static Process start(Folders folders) throws IOException {
        return new ProcessBuilder(command(folders))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> command(Folders folders) {
        return OwnSession.wrap(List.of(
                "sh",
                "-c",
                SCRIPT,
                "noroshi-watchdog",
                folders.run().toString(),
                folders.data().toString()));
    }
}
