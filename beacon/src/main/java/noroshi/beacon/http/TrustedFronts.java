package noroshi.beacon.http;

import java.net.InetAddress;
import java.util.List;

/** Front servers (load balancers, TLS terminators) whose word on who is behind them counts, as address ranges. */
public record TrustedFronts(List<Range> ranges) {

    static final int RANGES_MAX = 64;

    /** @param bits of the address that must agree */
    public record Range(byte[] address, int bits) {

        private static Range parse(String cidr) {
            try {
                int slash = cidr.indexOf('/');
                byte[] address = InetAddress.ofLiteral(slash < 0 ? cidr : cidr.substring(0, slash))
                        .getAddress();
                int bits = slash < 0 ? address.length * 8 : Integer.parseInt(cidr.substring(slash + 1));
                if (bits < 0 || bits > address.length * 8) throw new IllegalArgumentException("too many bits");
                return new Range(address, bits);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "'%s' is no address range. Write for instance 192.0.2.0/24 or 2001:db8::/32.".formatted(cidr),
                        e);
            }
        }

        private boolean contains(byte[] other) {
            if (other.length != address.length) return false;
            for (int i = 0; i < bits; i++) if (((address[i / 8] ^ other[i / 8]) & 0x80 >> i % 8) != 0) return false;
            return true;
        }
    }

    public TrustedFronts {
        ranges = List.copyOf(ranges);
        if (ranges.size() > RANGES_MAX)
            throw new IllegalArgumentException("%d trusted ranges; at most %d.".formatted(ranges.size(), RANGES_MAX));
    }

    public static final TrustedFronts NONE = new TrustedFronts(List.of());

    public static TrustedFronts of(List<String> cidrs) {
        return new TrustedFronts(cidrs.stream().map(Range::parse).toList());
    }

    public boolean contains(InetAddress address) {
        if (ranges.isEmpty()) return false;
        byte[] bytes = address.getAddress();
        for (var range : ranges) if (range.contains(bytes)) return true;
        return false;
    }
}
