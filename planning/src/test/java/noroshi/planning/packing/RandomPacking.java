package noroshi.planning.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small packings in which every rule occurs and the first assignment keeps all of them. */
final class RandomPacking {

    private static final int RESOURCES = 3;

    private final Random random;
    private final int bins;
    private final int groups;
    private final List<Integer> neighbourhood = new ArrayList<>();
    private final List<Integer> location = new ArrayList<>();
    private final List<Packing.Item> items = new ArrayList<>();

    private RandomPacking(long seed, int bins, int groups) {
        random = new Random(seed);
        this.bins = bins;
        this.groups = groups;
    }

    static Packing of(long seed, int bins, int groups) {
        return new RandomPacking(seed, bins, groups).packing();
    }

    private Packing packing() {
        for (int bin = 0; bin < bins; bin++) {
            neighbourhood.add(random.nextInt(2));
            location.add(random.nextInt(3));
        }
        for (int group = 0; group < groups; group++) {
            int at = random.nextInt(bins);
            for (int i = random.nextInt(Math.min(3, bins)); i >= 0; i--)
                items.add(new Packing.Item(group, (at + i) % bins, random.nextInt(2), demand(), random.nextInt(5)));
        }
        var resources =
                List.of(new Packing.Resource(false, 10), new Packing.Resource(true, 3), new Packing.Resource(false, 0));
        return new Packing(
                resources,
                IntStream.range(0, bins).mapToObj(this::bin).toList(),
                items,
                IntStream.range(0, groups).mapToObj(this::group).toList(),
                List.of(new Packing.Spread(
                        location,
                        IntStream.range(0, groups).mapToObj(this::least).toList())),
                List.of(new Packing.Balance(0, 2, 2, 5)),
                new Packing.Weights(1, 10, 2));
    }

    private List<Long> demand() {
        return Stream.generate(() -> (long) random.nextInt(10)).limit(RESOURCES).toList();
    }

    private Packing.Bin bin(int bin) {
        var capacity = new ArrayList<Long>();
        var comfortable = new ArrayList<Long>();
        for (int r = 0; r < RESOURCES; r++) {
            int resource = r;
            long used = items.stream()
                    .filter(item -> item.at() == bin)
                    .mapToLong(item -> item.demand().get(resource))
                    .sum();
            capacity.add(used + random.nextInt(12));
            comfortable.add(capacity.get(r) * 2 / 3);
        }
        var moveCost = IntStream.range(0, bins)
                .mapToObj(to -> to == bin ? 0 : 1 + (bin + to) % 3)
                .toList();
        return new Packing.Bin(neighbourhood.get(bin), 1, capacity, comfortable, moveCost);
    }

    private int least(int group) {
        return (int) items.stream()
                .filter(item -> item.group() == group)
                .map(item -> location.get(item.at()))
                .distinct()
                .count();
    }

    private Packing.Group group(int group) {
        int other = random.nextInt(groups);
        boolean near = random.nextBoolean()
                && items.stream().filter(item -> item.group() == group).allMatch(item -> items.stream()
                        .filter(one -> one.group() == other)
                        .anyMatch(one -> neighbourhood.get(one.at()).equals(neighbourhood.get(item.at()))));
        return new Packing.Group(near ? List.of(other) : List.of());
    }
}
