package noroshi.planning.input;

import java.util.List;
import java.util.stream.Collectors;

/** A file that nothing is computed from. */
public final class Faulty extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Faults.Fault> faults;

    Faulty(List<Faults.Fault> faults, int more) {
        super(faults.stream().map(Faults.Fault::toString).collect(Collectors.joining("\n"))
                + (more == 0 ? "" : "\nand " + more + " more"));
        this.faults = faults;
    }

    public List<Faults.Fault> faults() {
        return faults;
    }
}
