package noroshi.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one installation wants.
 *
 * @param publicUrl as readers type it, without a slash at the end; so is officeUrl
 * @param database one's own, or empty for the one that comes with Noroshi
 * @param beacon options of the beacon beyond the wiring
 * @param office settings of the office beyond the wiring
 * @param files settings files of the installation; the wiring wins over them
 */
record Plan(
        int publicPort,
        int officePort,
        String publicUrl,
        String officeUrl,
        Optional<Database> database,
        List<String> beacon,
        Map<String, String> office,
        List<Path> files) {

    Plan {
        beacon = List.copyOf(beacon);
        office = Map.copyOf(office);
        files = List.copyOf(files);
    }
}
