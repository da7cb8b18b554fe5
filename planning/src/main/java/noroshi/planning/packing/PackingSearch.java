package noroshi.planning.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import noroshi.planning.search.Effort;

/** Looks for a cheaper assignment for as long as it may; every assignment on its way keeps all rules. */
public final class PackingSearch {

    private static final int THREADS_MAX = 64;
    private static final double[] HEATS = {6, 3};

    private PackingSearch() {}

    /**
     * The best assignment found, at worst the one everything begins with (which must keep all rules).
     *
     * @param goodEnough a cost at which the search ends at once
     */
    public static int[] best(Packing packing, Effort effort, int threads, long seed, long goodEnough) {
        if (threads < 1 || threads > THREADS_MAX) throw new IllegalArgumentException("threads: " + threads);
        var flat = new Flat(packing);
        var shelf = new Shelf(packing.initial(), new Assignment(packing, flat, packing.initial()).cost());
        if (flat.items == 0 || flat.bins == 0 || shelf.cost() <= goodEnough) return shelf.places();
        run(IntStream.range(0, threads)
                .mapToObj(thread -> new Annealing(
                        packing, flat, shelf, effort, seed * 31 + thread, HEATS[thread % HEATS.length], goodEnough))
                .toList());
        return shelf.places();
    }

    private static void run(List<Annealing> searches) {
        var threads = new ArrayList<Thread>();
        for (int i = 1; i < searches.size(); i++)
            threads.add(Thread.ofPlatform().daemon().name("packing-" + i).start(searches.get(i)));
        searches.getFirst().run();
        for (var thread : threads) join(thread);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
