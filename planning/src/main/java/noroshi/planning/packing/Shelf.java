package noroshi.planning.packing;

/** The best assignment that any thread has found. */
final class Shelf {

    private int[] places;
    private volatile long cost;

    Shelf(int[] places, long cost) {
        this.places = places;
        this.cost = cost;
    }

    synchronized void offer(Assignment found) {
        if (found.cost() >= cost) return;
        cost = found.cost();
        places = found.places();
    }

    synchronized int[] places() {
        return places.clone();
    }

    long cost() {
        return cost;
    }
}
