package noroshi.care;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Addresses that anybody may ask. What an author links to must never make the office knock at its own network (RFC 6890). */
final class PublicAddresses {

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) return false;
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            case Inet6Address six -> isPublicSix(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic(byte[] a) {
        int first = a[0] & 0xFF;
        int second = a[1] & 0xFF;
        int third = a[2] & 0xFF;
        if (first == 0 || first == 10 || first == 127 || first >= 224) return false;
        if (first == 100 && second >= 64 && second < 128) return false; // shared by carriers
        if (first == 169 && second == 254 || first == 172 && second >= 16 && second < 32) return false;
        if (first == 192 && (second == 168 || second == 0 && (third == 0 || third == 2))) return false;
        if (first == 192 && second == 88 && third == 99) return false;
        if (first == 198 && (second == 18 || second == 19 || second == 51 && third == 100)) return false;
        return !(first == 203 && second == 0 && third == 113);
    }

    /** Only the global unicast 2000::/3, without what carries an IPv4 address inside (6to4, Teredo) or is for examples. */
    private static boolean isPublicSix(byte[] a) {
        if ((a[0] & 0xE0) != 0x20) return false;
        int first = (a[0] & 0xFF) << 8 | a[1] & 0xFF;
        int second = (a[2] & 0xFF) << 8 | a[3] & 0xFF;
        return first != 0x2002 && !(first == 0x2001 && (second < 0x0200 || second == 0x0DB8));
    }
}
