package noroshi.beacon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SlowlorisTest {

    private static final int IDLERS = 400;
    private static final String ASK = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final Limits LIMITS =
            new Limits(1_000, 8, 500, 5_000, 10_000, 7_000, 9_000, 1_000, 1_000, 1 << 20, false);

    @Test
    void thoseWhoNeverFinishAreCutAndAllOthersServed() throws IOException {
        var answer = Answer.status(200, "OK").text("page");
        var idlers = new ArrayList<Socket>();
        try (var served = new Served(LIMITS, request -> answer);
                var reader = served.connect()) {
            for (int i = 0; i < IDLERS; i++) {
                var idler = served.connect();
                idlers.add(idler);
                Served.send(idler, i % 2 == 0 ? "GET / HTTP/1.1\r\nX-" : "");
            }
            for (int i = 0; i < 100; i++) {
                Served.send(idlers.get(i % IDLERS), "x");
                Served.send(reader, ASK);
                assertThat(page(reader)).contains("200 OK");
            }
            served.passUntil(() -> served.transport.traffic().connectionsOpen() == 0);
            assertThat(served.transport.traffic().timedOut()).isGreaterThanOrEqualTo(IDLERS);
            assertThat(served.ask("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                    .contains("200 OK");
        } finally {
            for (var idler : idlers) idler.close();
        }
    }

    private static String page(Socket reader) throws IOException {
        var said = new StringBuilder();
        while (said.indexOf("\r\n\r\npage") < 0) said.append(Served.read(reader, 1));
        return said.toString();
    }
}
