package noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import noroshi.names.PersonName;

/**
 * Generated persons: family names as common as they are in Japan, given names with a long tail, a share of old characters.
 * The same seed gives the same persons.
 */
final class People {

    private static final Pattern GIVEN = Pattern.compile("\\s+- \\['([^']+)', '([^']+)', .*");
    private static final double OLD_CHARACTERS_SHARE = 0.1;

    private record Word(String written, String kana) {}

    private final List<Word> families = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private final List<Word> givens = new ArrayList<>();
    private final Spellings spellings;
    private final Random random;

    People(Path names, long seed) throws IOException {
        random = new Random(seed);
        spellings = new Spellings(random);
        double sum = 0;
        for (var line : Files.readAllLines(names.resolve("last_name_org.csv"))) {
            var columns = line.split(",", -1);
            sum += Double.parseDouble(columns[1]);
            families.add(new Word(columns[0], columns[2]));
            weights.add(sum);
        }
        for (var line : Files.readAllLines(names.resolve("gimei_names.yml"))) {
            if (line.startsWith("last_name")) break;
            var match = GIVEN.matcher(line);
            if (match.matches()) givens.add(new Word(match.group(1), match.group(2)));
        }
        for (var file : List.of("first_name_man_opti.csv", "first_name_woman_opti.csv"))
            for (var line : Files.readAllLines(names.resolve(file))) {
                var columns = line.split(",", -1);
                for (int i = 2; i < columns.length; i++) givens.add(new Word(columns[i], columns[0]));
            }
        java.util.Collections.shuffle(givens, random);
    }

    List<PersonName> generate(int count) {
        var all = new ArrayList<PersonName>(count);
        for (int i = 0; i < count; i++) {
            var family = family();
            // Squared, the commonest of 25,000 given names has 0.6 % of all.
            double u = random.nextDouble();
            var given = givens.get((int) (givens.size() * u * u));
            var old = random.nextDouble() < OLD_CHARACTERS_SHARE;
            all.add(new PersonName(
                    old ? spellings.otherForms(family.written()) : family.written(),
                    old ? spellings.otherForms(given.written()) : given.written(),
                    family.kana(),
                    given.kana()));
        }
        return all;
    }

    private Word family() {
        double at = random.nextDouble() * weights.getLast();
        int found = java.util.Collections.binarySearch(weights, at);
        return families.get(found < 0 ? -found - 1 : found);
    }
}
