package noroshi.beacon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestParserTest {

    /** The long run: -Dnoroshi.fuzz=1000000 */
    private static final int ROUNDS = Integer.getInteger("noroshi.fuzz", 20_000);

    private static final int ROUNDS_AT_EVERY_BOUNDARY = Math.min(ROUNDS / 40, 5_000);
    private static final long SEED = Long.getLong("noroshi.seed", 311);
    private static final Limits SMALL = new Limits(160, 4, 100, 1, 1, 1, 1, 1, 1, 1, false);

    @Test
    void agreesWithTheReferenceHoweverTheBytesAreCut() {
        var fuzz = new FuzzedRequests(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = fuzz.next();
            var limits = i % 2 == 0 ? SMALL : Limits.standard();
            var expected = new ReferenceParser(limits, bytes).read();
            assertThat(read(limits, bytes, bytes.length)).as(told(i, bytes)).isEqualTo(expected);
            assertThat(read(limits, bytes, fuzz.below(bytes.length + 1)))
                    .as(told(i, bytes))
                    .isEqualTo(expected);
            assertThat(read(limits, bytes, 1 + fuzz.below(7), true))
                    .as(told(i, bytes))
                    .isEqualTo(expected);
        }
        System.out.printf(
                "seed %d: %,d streams of requests, each cut in three ways: all as the reference reads them%n",
                SEED, ROUNDS);
    }

    @Test
    void agreesWithTheReferenceWhenCutInTwoAtEveryByte() {
        var fuzz = new FuzzedRequests(SEED + 1);
        long cuts = 0;
        for (int i = 0; i < ROUNDS_AT_EVERY_BOUNDARY; i++) {
            byte[] bytes = fuzz.next();
            var expected = new ReferenceParser(SMALL, bytes).read();
            for (int cut = 0; cut <= bytes.length; cut++)
                assertThat(read(SMALL, bytes, cut)).as(told(i, bytes)).isEqualTo(expected);
            cuts += bytes.length + 1;
        }
        System.out.printf("seed %d: %,d cuts at every byte of %,d streams%n", SEED, cuts, ROUNDS_AT_EVERY_BOUNDARY);
    }

    @Test
    void theFuzzerReachesEveryKindOfEnd() {
        var fuzz = new FuzzedRequests(SEED);
        var ends = new java.util.TreeSet<String>();
        for (int i = 0; i < 5_000; i++)
            ends.add(new ReferenceParser(SMALL, fuzz.next()).read().end());
        assertThat(ends)
                .contains(
                        "unfinished",
                        "MALFORMED",
                        "HEAD_TOO_LARGE",
                        "BODY_TOO_LARGE",
                        "VERSION",
                        "CODING",
                        "EXPECTATION");
    }

    @Test
    void refusesWhatTwoReadersCouldUnderstandDifferently() {
        String ok = "GET / HTTP/1.1\r\nHost: a\r\n";
        assertThat(end(ok + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"))
                .isEqualTo("MALFORMED");
        assertThat(end(ok + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc"))
                .isEqualTo("MALFORMED");
        assertThat(end(ok + "X : y\r\n\r\n")).isEqualTo("MALFORMED");
        assertThat(end(ok + "X: y\r\n folded\r\n\r\n")).isEqualTo("MALFORMED");
        assertThat(end(ok + "X: y\n\r\n")).isEqualTo("MALFORMED");
        assertThat(end(ok + "X: y\rz\r\n\r\n")).isEqualTo("MALFORMED");
        assertThat(end(ok + "Host: b\r\n\r\n")).isEqualTo("MALFORMED");
        assertThat(end("GET / HTTP/1.1\r\n\r\n")).isEqualTo("MALFORMED");
        assertThat(end("GET  / HTTP/1.1\r\nHost: a\r\n\r\n")).isEqualTo("MALFORMED");
        assertThat(end(ok + "Transfer-Encoding: chunked\r\n\r\n-1\r\n")).isEqualTo("MALFORMED");
        assertThat(end(ok + "Transfer-Encoding: identity\r\n\r\n")).isEqualTo("MALFORMED");
        assertThat(end("GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                .isEqualTo("MALFORMED");
        assertThat(end("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).isEqualTo("VERSION");
    }

    @Test
    void readsPipelinedRequestsAndJoinsChunks() {
        var reading = read(
                Limits.standard(),
                "GET /a HTTP/1.1\r\nHost: h\r\n\r\nPOST /b HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\nGET /c HTTP/1.0\r\n\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1),
                20);
        assertThat(reading.requests())
                .containsExactly(
                        "GET /a @h true host=h|[]",
                        "POST /b @h true host=h|transfer-encoding=chunked|[abcde]",
                        "GET /c @ false []");
    }

    private static String end(String bytes) {
        return read(Limits.standard(), bytes.getBytes(StandardCharsets.ISO_8859_1), 3)
                .end();
    }

    private static ReferenceParser.Reading read(Limits limits, byte[] bytes, int cut) {
        return read(limits, bytes, Math.max(1, cut), false);
    }

    /** Feeds the first {@code cut} bytes and then the rest, or all in pieces of that size, moving the buffer each time. */
    private static ReferenceParser.Reading read(Limits limits, byte[] all, int cut, boolean repeatedly) {
        var requests = new ArrayList<String>();
        var request = new Request(NOBODY, limits.fieldsMax());
        var parser = new RequestParser(limits, request);
        byte[] kept = {};
        int fed = 0;
        while (fed < all.length) {
            int until = !repeatedly && fed > 0 ? all.length : Math.min(all.length, fed + cut);
            int base = fed % 5;
            byte[] buffer = new byte[base + kept.length + until - fed];
            System.arraycopy(kept, 0, buffer, base, kept.length);
            System.arraycopy(all, fed, buffer, base + kept.length, until - fed);
            fed = until;
            while (true) {
                var step = parser.advance(buffer, base, buffer.length);
                if (step == RequestParser.Step.REFUSED)
                    return new ReferenceParser.Reading(
                            requests, parser.refusal().name());
                if (step == RequestParser.Step.MORE) break;
                requests.add(told(request));
                base += parser.end();
                parser.next();
            }
            kept = Arrays.copyOfRange(buffer, base, buffer.length);
        }
        return new ReferenceParser.Reading(List.copyOf(requests), "unfinished");
    }

    private static String told(Request request) {
        return "%s %s @%s %s %s[%s]"
                .formatted(
                        request.method(),
                        request.target(),
                        request.host(),
                        request.keepAlive,
                        request.fieldsTold(),
                        new String(request.body(), StandardCharsets.ISO_8859_1));
    }

    private static String told(int round, byte[] bytes) {
        return "seed %d round %d: %s".formatted(SEED, round, new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static final Request.Origin NOBODY = new Request.Origin() {
        @Override
        public AddressBlock address() {
            return AddressBlock.of(InetAddress.getLoopbackAddress());
        }

        @Override
        public boolean isFront() {
            return false;
        }

        @Override
        public Later later() {
            throw new IllegalStateException("nobody waits");
        }

        @Override
        public int loopNumber() {
            return 0;
        }
    };
}
