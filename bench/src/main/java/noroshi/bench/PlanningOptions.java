package noroshi.bench;

import java.util.ArrayDeque;
import java.util.List;

/**
 * @param sample  instances of each set; 0: as the part likes
 * @param seconds for one instance; 0: as the part likes
 * @param all     every instance, going on where it was ended
 * @param only    the instances of that name; empty: as the part likes
 * @param peer    a general solver beside our own search, where there is one
 */
record PlanningOptions(int sample, int seconds, long seed, boolean all, List<String> only, boolean peer) {

    static PlanningOptions parse(List<String> words) {
        int sample = 0;
        int seconds = 0;
        long seed = 2011;
        boolean all = false;
        boolean peer = false;
        List<String> only = List.of();
        var left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            var word = left.removeFirst();
            switch (word) {
                case "--all" -> all = true;
                case "--peer" -> peer = true;
                case "--only" -> only = names(word, left);
                case "--sample" -> sample = number(word, left);
                case "--seconds" -> seconds = number(word, left);
                case "--seed" -> seed = number(word, left);
                default ->
                    throw new IllegalArgumentException("Unknown: " + word
                            + ". There are: --all --peer --only NAME,NAME --sample N --seconds N --seed N");
            }
        }
        return new PlanningOptions(sample, seconds, seed, all, only, peer);
    }

    int sample(int otherwise) {
        return sample == 0 ? otherwise : sample;
    }

    int seconds(int otherwise) {
        return seconds == 0 ? otherwise : seconds;
    }

    private static List<String> names(String word, ArrayDeque<String> left) {
        if (left.isEmpty()) throw new IllegalArgumentException(word + " takes names with commas between");
        return List.of(left.removeFirst().split(","));
    }

    private static int number(String word, ArrayDeque<String> left) {
        if (left.isEmpty() || !left.getFirst().matches("[0-9]{1,8}"))
            throw new IllegalArgumentException(word + " takes a whole number");
        return Integer.parseInt(left.removeFirst());
    }
}
