package noroshi.planning.packing;

import java.util.Arrays;
import java.util.SplittableRandom;
import noroshi.planning.search.Effort;

/**
 * One thread's search: simulated annealing whose temperature falls with the time that is left, then again from the best of all
 * threads, cooler each time; each fall ends with moves that only improve.
 */
final class Annealing implements Runnable {

    /** When each fall ends, as a part of the whole time, and how hot it begins, as a part of the thread's heat. */
    private static final double[][] FALLS = {{0.95, 1}, {1.0, 0.01}};

    private static final double COLD = 1e-4;
    private static final double FROZEN_PART = 0.05;
    private static final int LOGARITHMS = 1 << 12;
    private static final int MOVES_BETWEEN_LOOKS = 1 << 11;
    private static final int LOOKS_BETWEEN_LINES = 1 << 8;
    private static final int SAMPLES = 2000;
    private static final double[] MINUS_LOGARITHM = new double[LOGARITHMS];

    static {
        for (int i = 0; i < LOGARITHMS; i++) MINUS_LOGARITHM[i] = -Math.log((i + 0.5) / LOGARITHMS);
    }

    private final Packing packing;
    private final Flat flat;
    private final Shelf shelf;
    private final Effort effort;
    private final SplittableRandom random;
    private final double heat;
    private final long goodEnough;
    private final long begunNanos;
    private final long lastsNanos;
    private int looks;

    /**
     * @param heat how hot it begins, in typical rises of the cost where every move is allowed; where few are, it is as much hotter:
     *     tight packings thaw late, loose ones are not to be melted
     */
    Annealing(Packing packing, Flat flat, Shelf shelf, Effort effort, long seed, double heat, long goodEnough) {
        this.packing = packing;
        this.flat = flat;
        this.shelf = shelf;
        this.effort = effort;
        this.random = new SplittableRandom(seed);
        this.heat = heat;
        this.goodEnough = goodEnough;
        this.begunNanos = effort.spent().toNanos();
        this.lastsNanos = Math.max(1, effort.left().toNanos());
    }

    @Override
    public void run() {
        double hot = heat * hardRise();
        double begins = 0;
        for (var fall : FALLS) {
            var assignment = new Assignment(packing, flat, shelf.places());
            fall(assignment, hot * fall[1], hot * COLD, begins, fall[0]);
            if (isOver()) return;
            begins = fall[0];
        }
    }

    /** The median rise of the cost over a random walk, divided by the share of steps that the walk may take. */
    private double hardRise() {
        var walk = new Assignment(packing, flat, shelf.places());
        var rises = new double[SAMPLES];
        int count = 0;
        int tried = 0;
        int allowed = 0;
        while (tried++ < SAMPLES * 50 && count < SAMPLES) {
            long before = walk.cost();
            if (!walk.shift(random.nextInt(flat.items), random.nextInt(flat.bins), Double.MAX_VALUE)) continue;
            allowed++;
            if (walk.cost() > before) rises[count++] = walk.cost() - before;
        }
        if (count == 0) return 1;
        Arrays.sort(rises, 0, count);
        return Math.max(1, rises[count / 2]) * tried / allowed;
    }

    private void fall(Assignment assignment, double hot, double cold, double begins, double ends) {
        while (!isOver()) {
            double passed = (passed() - begins) / (ends - begins);
            if (passed >= 1) break;
            double temperature = passed > 1 - FROZEN_PART ? 0 : hot * Math.pow(cold / hot, passed / (1 - FROZEN_PART));
            for (int i = 0; i < MOVES_BETWEEN_LOOKS; i++) move(assignment, temperature);
            shelf.offer(assignment);
            if (looks++ % LOOKS_BETWEEN_LINES == 0)
                effort.tell("cost %,d, best %,d".formatted(assignment.cost(), shelf.cost()));
        }
    }

    private void move(Assignment assignment, double temperature) {
        long bits = random.nextLong();
        double limit = temperature * MINUS_LOGARITHM[(int) (bits & LOGARITHMS - 1)];
        int kind = (int) (bits >>> 12 & 15);
        int item = random.nextInt(flat.items);
        // Going home frees what is held in transit: no other move does.
        int bin = kind == 0 ? flat.home[item] : random.nextInt(flat.bins);
        if (kind < 8) {
            assignment.shift(item, bin, limit);
            return;
        }
        int count = assignment.count(bin);
        if (count == 0) {
            assignment.shift(item, bin, limit);
            return;
        }
        int other = assignment.item(bin, random.nextInt(count));
        if (kind < 14) assignment.swap(item, other, limit);
        else assignment.chain(item, other, kind == 15 ? flat.home[other] : random.nextInt(flat.bins), limit);
    }

    private double passed() {
        return (double) (effort.spent().toNanos() - begunNanos) / lastsNanos;
    }

    private boolean isOver() {
        return effort.isOver() || shelf.cost() <= goodEnough;
    }
}
