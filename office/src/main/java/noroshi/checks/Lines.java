package noroshi.checks;

import java.util.Arrays;

/** Where the lines of a source begin, counted once: a long page may have many findings. */
public final class Lines {

    private final int length;
    private final int[] starts;

    public Lines(String source) {
        length = source.length();
        var found = new int[(int) source.chars().filter(c -> c == '\n').count() + 1];
        for (int i = 0, line = 1; line < found.length; i++) if (source.charAt(i) == '\n') found[line++] = i + 1;
        starts = found;
    }

    /** Bounds outside the text are moved to its ends. */
    public Place place(int from, int to) {
        int start = Math.clamp(from, 0, length);
        int found = Arrays.binarySearch(starts, start);
        int line = found >= 0 ? found : -found - 2;
        return new Place(start, Math.clamp(to, start, length), line + 1, start - starts[line] + 1);
    }
}
