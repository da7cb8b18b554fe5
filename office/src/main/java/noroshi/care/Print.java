package noroshi.care;

import java.util.Arrays;

/**
 * What a text says, made comparable: the smallest of {@value #HASHES} hashes over its pieces of {@value #PIECE_CHARACTERS} characters (Broder
 * 1997). The share of equal ones in two prints is about the share of pieces that both texts have.
 */
record Print(int[] signature, long[] bands, int characters) {

    static final int HASHES = 32;
    static final int BANDS = 8;
    static final int PIECE_CHARACTERS = 5;
    /** Shorter texts are alike by accident: only their titles are compared. */
    static final int CHARACTERS_MIN = 80;

    private static final int ROWS = HASHES / BANDS;

    static Print of(String plain) {
        var text = Grams.folded(plain).replaceAll("[\\s\\p{Punct}。、・「」（）]+", "");
        if (text.length() < CHARACTERS_MIN) return new Print(new int[0], new long[0], text.length());
        var signature = new int[HASHES];
        Arrays.fill(signature, Integer.MAX_VALUE);
        for (int i = 0; i + PIECE_CHARACTERS <= text.length(); i++) {
            long piece = mixed(hash(text, i));
            for (int h = 0; h < HASHES; h++) {
                int value = (int) (mixed(piece + h * 0x9E3779B97F4A7C15L) >>> 33);
                if (value < signature[h]) signature[h] = value;
            }
        }
        return new Print(signature, bands(signature), text.length());
    }

    boolean isLongEnough() {
        return signature.length == HASHES;
    }

    /** About how many in a hundred pieces both have. */
    static int likeness(int[] a, int[] b) {
        if (a.length != HASHES || b.length != HASHES) return 0;
        int same = 0;
        for (int h = 0; h < HASHES; h++) if (a[h] == b[h]) same++;
        return 100 * same / HASHES;
    }

    /** Prints that share one of these are worth comparing; of texts alike by 80 in a hundred 98 of 100 pairs share one. */
    private static long[] bands(int[] signature) {
        var bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long value = band;
            for (int row = 0; row < ROWS; row++) value = mixed(value * 31 + signature[band * ROWS + row]);
            bands[band] = value;
        }
        return bands;
    }

    private static long hash(String text, int from) {
        long hash = 1_125_899_906_842_597L;
        for (int i = from; i < from + PIECE_CHARACTERS; i++) hash = 31 * hash + text.charAt(i);
        return hash;
    }

    /** SplitMix64's finisher: neighbours end far apart. */
    private static long mixed(long z) {
        long x = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        x = (x ^ x >>> 27) * 0x94D049BB133111EBL;
        return x ^ x >>> 31;
    }
}
