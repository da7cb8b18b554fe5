package noroshi.beacon.http;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/** Whom a limit counts as one: an IPv4 address, or the /64 that one IPv6 subscriber has at will. */
public record AddressBlock(boolean isIpv6, long bits, boolean isLoopback) {

    public static AddressBlock of(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean loopback = address.isLoopbackAddress();
        if (bytes.length == 4)
            return new AddressBlock(false, ByteBuffer.wrap(bytes).getInt() & 0xFFFFFFFFL, loopback);
        return new AddressBlock(true, ByteBuffer.wrap(bytes).getLong(), loopback);
    }
}
