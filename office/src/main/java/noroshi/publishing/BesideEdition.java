package noroshi.publishing;

/**
 * What another feature keeps beside an edition, as forms their typed values: it follows the text into the next edition, whoever writes that,
 * in the same transaction.
 */
public interface BesideEdition {

    /** Edition {@code to} gets what {@code from} has, and nothing else. */
    void copy(String government, long article, int from, int to);
}
