package noroshi.snapshot;

/**
 * Joins CRC-32 values. Appending n bytes multiplies the register by x^(8n) modulo the generator, so the CRC of A‖B is
 * crc(A)·x^(8·|B|) + crc(B) over GF(2). Polynomials are kept reflected: bit 31 is x^0, as in gzip.
 */
final class Crc32 {
    private static final int GENERATOR = 0xEDB88320;
    private static final int ONE = 0x80000000;
    /** POWERS[k] = x^(2^k). The order of x divides 2^32 - 1, so 32 entries serve every exponent. */
    private static final int[] POWERS = powers();

    private Crc32() {}

    static int join(int first, int second, long secondBytes) {
        return multiply(power(secondBytes), first) ^ second;
    }

    private static int power(long bytes) {
        int product = ONE;
        // The exponent is 8 * bytes, so bit k of bytes stands for x^(2^(k+3)).
        for (int k = 3; bytes != 0; bytes >>>= 1, k++) {
            if ((bytes & 1) != 0) {
                product = multiply(POWERS[k & 31], product);
            }
        }
        return product;
    }

    private static int multiply(int a, int b) {
        int product = 0;
        for (int mask = ONE; mask != 0; mask >>>= 1) {
            if ((a & mask) != 0) {
                product ^= b;
            }
            b = (b & 1) != 0 ? (b >>> 1) ^ GENERATOR : b >>> 1;
        }
        return product;
    }

    private static int[] powers() {
        int[] powers = new int[32];
        powers[0] = ONE >>> 1;
        for (int k = 1; k < 32; k++) {
            powers[k] = multiply(powers[k - 1], powers[k - 1]);
        }
        return powers;
    }
}
