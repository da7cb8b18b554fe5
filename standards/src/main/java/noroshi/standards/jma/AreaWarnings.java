package noroshi.standards.jma;

import java.util.List;

/**
 * The warnings of one area, those just lifted included.
 *
 * @param extent 全域 or 一部 of the area, "" if not said
 */
public record AreaWarnings(Area area, List<Warning> warnings, String extent) {
    public AreaWarnings {
        warnings = List.copyOf(warnings);
    }

    /** Those that hold after this telegram. */
    public List<Warning> inForce() {
        return warnings.stream().filter(Warning::isInForce).toList();
    }
}
