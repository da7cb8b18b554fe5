package noroshi.planning.packing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The text files of the ROADEF/EURO challenge 2012: numbers separated by blanks. A model has resources, machines (bins), services
 * (groups), processes (items), balances, weights; an assignment has a machine per process. May be gzip (by the name).
 */
public final class ReassignmentFiles {

    /** The challenge's largest instance has 5,000 machines and 50,000 processes. */
    private static final int COUNT_MAX = 100_000;

    private final StreamTokenizer numbers;
    private final Path file;

    private ReassignmentFiles(Path file, BufferedReader text) {
        this.file = file;
        this.numbers = new StreamTokenizer(text);
    }

    /** @throws IOException also when the text is not one model: says the line */
    public static Packing read(Path model, Path assignment) throws IOException {
        var initial = assignment(assignment);
        try (var text = text(model)) {
            return new ReassignmentFiles(model, text).model(initial);
        }
    }

    public static int[] assignment(Path file) throws IOException {
        try (var text = text(file)) {
            var reader = new ReassignmentFiles(file, text);
            var places = new ArrayList<Integer>();
            while (reader.numbers.nextToken() == StreamTokenizer.TT_NUMBER && places.size() <= COUNT_MAX)
                places.add((int) reader.numbers.nval);
            return places.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private static BufferedReader text(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        if (file.toString().endsWith(".gz")) bytes = new GZIPInputStream(bytes, 1 << 16);
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.US_ASCII), 1 << 16);
    }

    private Packing model(int[] initial) throws IOException {
        var resources = new ArrayList<Packing.Resource>();
        int resourceCount = count();
        for (int i = 0; i < resourceCount; i++) resources.add(new Packing.Resource(number() != 0, number()));
        int binCount = count();
        var locations = new ArrayList<Integer>();
        var bins = new ArrayList<Packing.Bin>();
        for (int i = 0; i < binCount; i++) bins.add(bin(resourceCount, binCount, locations));
        int groupCount = count();
        var least = new ArrayList<Integer>();
        var groups = new ArrayList<Packing.Group>();
        for (int i = 0; i < groupCount; i++) groups.add(group(least));
        int itemCount = count();
        if (itemCount != initial.length)
            throw new IOException(
                    "%s: %d processes, but %d places in the assignment".formatted(file, itemCount, initial.length));
        var items = new ArrayList<Packing.Item>();
        for (int i = 0; i < itemCount; i++)
            items.add(new Packing.Item((int) number(), initial[i], 0, numbers(resourceCount), number()));
        var balances = new ArrayList<Packing.Balance>();
        for (int i = count(); i > 0; i--)
            balances.add(new Packing.Balance((int) number(), (int) number(), number(), number()));
        var weights = new Packing.Weights(number(), number(), number());
        return new Packing(
                resources, bins, items, groups, List.of(new Packing.Spread(locations, least)), balances, weights);
    }

    private Packing.Bin bin(int resources, int bins, List<Integer> locations) throws IOException {
        int neighbourhood = (int) number();
        locations.add((int) number());
        var capacity = numbers(resources);
        var comfortable = numbers(resources);
        var moveCost = new ArrayList<Integer>(bins);
        for (int i = 0; i < bins; i++) moveCost.add((int) number());
        return new Packing.Bin(neighbourhood, 0, capacity, comfortable, moveCost);
    }

    private Packing.Group group(List<Integer> least) throws IOException {
        least.add((int) number());
        var dependsOn = new ArrayList<Integer>();
        for (int i = count(); i > 0; i--) dependsOn.add((int) number());
        return new Packing.Group(dependsOn);
    }

    private List<Long> numbers(int count) throws IOException {
        var values = new ArrayList<Long>(count);
        for (int i = 0; i < count; i++) values.add(number());
        return values;
    }

    private int count() throws IOException {
        long count = number();
        if (count < 0 || count > COUNT_MAX)
            throw new IOException("%s, line %d: %d is no count".formatted(file, numbers.lineno(), count));
        return (int) count;
    }

    private long number() throws IOException {
        if (numbers.nextToken() != StreamTokenizer.TT_NUMBER)
            throw new IOException("%s, line %d: a number is missing".formatted(file, numbers.lineno()));
        return (long) numbers.nval;
    }
}
