package noroshi.planning.graph;

import java.util.Arrays;

/** Probabilities by state; a state is any number but −1. Open addressing, because millions of states pass through. */
final class StateWeights {

    interface Each {
        void state(long state, double weight);
    }

    private static final long FREE = -1;

    private long[] states = new long[64];
    private double[] weights = new double[64];
    private int size;

    StateWeights() {
        Arrays.fill(states, FREE);
    }

    int size() {
        return size;
    }

    void add(long state, double weight) {
        if (weight == 0) return;
        if (2 * size >= states.length) grow();
        int at = place(state);
        if (states[at] == FREE) {
            states[at] = state;
            size++;
        }
        weights[at] += weight;
    }

    void each(Each each) {
        for (int at = 0; at < states.length; at++) if (states[at] != FREE) each.state(states[at], weights[at]);
    }

    private int place(long state) {
        long mixed = state * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & (states.length - 1);
        while (states[at] != FREE && states[at] != state) at = (at + 1) & (states.length - 1);
        return at;
    }

    private void grow() {
        var oldStates = states;
        var oldWeights = weights;
        states = new long[2 * oldStates.length];
        weights = new double[states.length];
        Arrays.fill(states, FREE);
        for (int i = 0; i < oldStates.length; i++)
            if (oldStates[i] != FREE) {
                int at = place(oldStates[i]);
                states[at] = oldStates[i];
                weights[at] = oldWeights[i];
            }
    }
}
