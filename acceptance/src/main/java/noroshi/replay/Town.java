package noroshi.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A municipality of the scenario, from {@code towns.csv}.
 *
 * @param mail a subscriber of the demonstration to this town's emergencies; "": none is known
 * @param scale how hard it is hit, for the invented figures
 * @param road a road that is cut, @param school a school that is closed: names of the exercise
 */
record Town(String code, String name, String mail, int scale, String road, String school) {

    private static final int COLUMNS = 6;

    static List<Town> all() {
        try (InputStream file = Objects.requireNonNull(Town.class.getResourceAsStream("towns.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("code,"))
                    .map(Town::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Town read(String line) {
        var cells = List.of(line.split(",", COLUMNS));
        return new Town(
                cells.get(0), cells.get(1), cells.get(2), Integer.parseInt(cells.get(3)), cells.get(4), cells.get(5));
    }

    /** The path of its site. */
    String site() {
        return "/" + code;
    }
}
