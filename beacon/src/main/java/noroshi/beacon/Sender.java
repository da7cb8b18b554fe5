package noroshi.beacon;

import java.net.InetAddress;
import noroshi.beacon.http.AddressBlock;
import noroshi.beacon.http.FieldName;
import noroshi.beacon.http.Fronts;
import noroshi.beacon.http.Request;
import noroshi.beacon.http.TrustedFronts;
import org.jspecify.annotations.Nullable;

/**
 * Whom a POST counts for: the connection's other end, or whom trusted front servers name in {@code Forwarded} (RFC 7239) or
 * {@code X-Forwarded-For}. Each front server adds its own client at the end, so the list is read from there: the first
 * address that is no front server of ours is the reader, and what stands before it may be anyone's invention.
 */
final class Sender {

    private static final FieldName FORWARDED = new FieldName("forwarded");
    private static final FieldName FORWARDED_FOR = new FieldName("x-forwarded-for");
    private static final int HOPS_MAX = 16;

    private Sender() {}

    /** Null where a front server asks for itself. */
    static @Nullable AddressBlock of(Request request, Fronts fronts) {
        if (!request.isFromFront()) return request.from();
        return switch (fronts.telling()) {
            case X_FORWARDED_FOR -> reader(request.lastField(FORWARDED_FOR), fronts.trusted(), false);
            case FORWARDED -> reader(request.lastField(FORWARDED), fronts.trusted(), true);
            case PROXY -> null;
        };
    }

    static @Nullable AddressBlock reader(@Nullable String list, TrustedFronts trusted, boolean named) {
        if (list == null) return null;
        var hops = list.split(",");
        for (int i = hops.length - 1; i >= Math.max(0, hops.length - HOPS_MAX); i--) {
            var address = address(named ? forwardedFor(hops[i]) : hops[i].strip());
            // An obfuscated or unreadable hop hides all before it.
            if (address == null) return null;
            if (!trusted.contains(address)) return AddressBlock.of(address);
        }
        return null;
    }

    /** RFC 7239 §4: the value of {@code for=}, perhaps quoted. */
    private static String forwardedFor(String element) {
        for (var pair : element.split(";")) {
            String text = pair.strip();
            if (text.regionMatches(true, 0, "for=", 0, 4))
                return text.substring(4).replace("\"", "");
        }
        return "";
    }

    /** An address, perhaps with a port: {@code 192.0.2.1:80}, {@code [2001:db8::1]:80}. */
    private static @Nullable InetAddress address(String text) {
        String bare = text;
        if (text.startsWith("[") && text.indexOf(']') > 0) bare = text.substring(1, text.indexOf(']'));
        else if (text.indexOf(':') > 0 && text.indexOf(':') == text.lastIndexOf(':'))
            bare = text.substring(0, text.indexOf(':'));
        try {
            return InetAddress.ofLiteral(bare);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
