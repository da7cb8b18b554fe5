package noroshi.beacon;

import java.net.InetAddress;
import noroshi.beacon.http.AddressBlock;
import noroshi.beacon.http.FieldName;
import noroshi.beacon.http.Request;

/** Whom a POST counts for: the connection's other end, or whom a trusted front server on this machine names. */
final class Sender {

    private static final FieldName FORWARDED_FOR = new FieldName("x-forwarded-for");

    private Sender() {}

    static AddressBlock of(Request request, boolean trustLoopback) {
        var peer = request.from();
        if (!trustLoopback || !peer.isLoopback()) return peer;
        String forwarded = request.field(FORWARDED_FOR);
        return forwarded == null ? peer : last(forwarded, peer);
    }

    /** Only the last entry was written by the front server; those before it may be anyone's invention. */
    private static AddressBlock last(String forwarded, AddressBlock peer) {
        String address = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        try {
            return AddressBlock.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException unreadable) {
            return peer;
        }
    }
}
