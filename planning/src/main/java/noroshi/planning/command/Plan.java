package noroshi.planning.command;

import java.io.IOException;
import java.io.PrintStream;

/** One of the commands. */
interface Plan {

    /** Prints the report; faults of the file come as {@link noroshi.planning.input.Faulty}. */
    void run(Wishes wishes, PrintStream out) throws IOException;
}
