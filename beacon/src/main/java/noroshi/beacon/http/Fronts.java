package noroshi.beacon.http;

/** Front servers (load balancers, TLS terminators) and how they tell for whom they speak. */
public record Fronts(TrustedFronts trusted, Telling telling) {

    /**
     * One way only, never guessed: a front server that passes bytes or fields through would let readers use the other ways
     * to name whomever they like.
     */
    public enum Telling {
        X_FORWARDED_FOR,
        /** RFC 7239. */
        FORWARDED,
        /** Each connection begins with a PROXY header, version 1 or 2. */
        PROXY
    }

    public static final Fronts NONE = new Fronts(TrustedFronts.NONE, Telling.X_FORWARDED_FOR);
}
