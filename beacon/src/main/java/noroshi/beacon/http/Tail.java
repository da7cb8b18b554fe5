package noroshi.beacon.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The last fields of every answer, made once a second: Date (RFC 9110 §6.6.1) and what becomes of the connection. */
final class Tail {

    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private long second = Long.MIN_VALUE;
    private byte[] stay = {};
    private byte[] stayTold = {};
    private byte[] close = {};

    Tail(InstantSource clock) {
        this.clock = clock;
    }

    /** HTTP/1.0 clients must be told that the connection stays, 1.1 clients that it closes. */
    byte[] bytes(boolean keepAlive, int minorVersion) {
        long now = Math.floorDiv(clock.millis(), 1000L);
        if (now != second) make(now);
        return keepAlive ? minorVersion == 0 ? stayTold : stay : close;
    }

    private void make(long now) {
        second = now;
        String date = "Date: " + IMF_FIXDATE.format(Instant.ofEpochSecond(now)) + "\r\n";
        stay = (date + "\r\n").getBytes(StandardCharsets.US_ASCII);
        stayTold = (date + "Connection: keep-alive\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        close = (date + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
