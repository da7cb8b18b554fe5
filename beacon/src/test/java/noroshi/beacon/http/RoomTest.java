package noroshi.beacon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** When memory is short, whoever hoards it gives way, not whoever comes last. */
class RoomTest {

    private static final String LAST = "GET /z HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
    private static final String HOARDER = "127.0.0.2";
    private static final int BIG = 12_000_000;

    @Test
    void whoHoardsUnfinishedRequestsFromOneAddressIsRefusedBeforeOthers() throws Exception {
        var limits = new Limits(1_000, 8, 500, 5_000, 10_000, 7_000, 9_000, 50, 50, 4_000, false);
        var hoard = new ArrayList<Socket>();
        try (var served = new Served(limits, request -> said("fine"));
                var other = served.connect()) {
            for (int i = 0; i < 3; i++) {
                var socket = served.connectFrom(HOARDER);
                Served.send(socket, "GET / HTTP/1.1\r\nX: " + "a".repeat(900));
                hoard.add(socket);
            }
            assertThat(served.ask(LAST)).endsWith("fine");
            Served.send(other, "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nX: " + "b".repeat(600));
            Served.await(() -> served.transport.traffic().requestsRefused() > 0);
            Served.send(other, "\r\n\r\n");
            assertThat(Served.rest(other)).startsWith("HTTP/1.1 200").endsWith("fine");
            for (var socket : hoard) socket.close();
        }
    }

    @Test
    void answersThatLieInTheHeapAreNotKeptForSlowReadersWithoutBound() throws Exception {
        var hoard = new ArrayList<Socket>();
        try (var served =
                new Served(Served.limits(), request -> Answer.status(200, "OK").bytes(new byte[BIG]))) {
            for (int i = 0; i < 6; i++) {
                var socket = served.connectFrom(HOARDER);
                Served.send(socket, LAST.replace("close", "keep-alive").repeat(3));
                hoard.add(socket);
            }
            Served.await(() -> served.transport.traffic().connectionsAccepted() == 6
                    && served.transport.traffic().requests() >= 6);
            Served.await(() -> served.transport.traffic().connectionsOpen() == 1);
            try (var other = served.connect()) {
                Served.send(other, LAST);
                assertThat(other.getInputStream().readAllBytes()).hasSizeGreaterThan(BIG);
            }
            for (var socket : hoard) socket.close();
        }
    }

    private static Answer said(String text) {
        return Answer.status(200, "OK").text(text);
    }
}
