package noroshi.beacon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private static final String GET = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n";
    private static final String LAST = "GET /z HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
    private static final Handler ECHO = request -> said(request.target() + new String(request.body()));

    @Test
    void answersPipelinedRequestsInOrder() throws Exception {
        try (var served = new Served(Served.limits(), ECHO)) {
            var all = new StringBuilder();
            for (int i = 0; i < 200; i++) all.append("GET /").append(i).append(" HTTP/1.1\r\nHost: h\r\n\r\n");
            String answers = served.ask(all + LAST);
            int at = 0;
            for (int i = 0; i < 200; i++) {
                at = answers.indexOf("\r\n\r\n/" + i + "HTTP/1.1 200", at);
                assertThat(at).as("answer %d", i).isPositive();
            }
            assertThat(answers).endsWith("Connection: close\r\n\r\n/z");
        }
    }

    @Test
    void aRequestThatExhaustsTheStackIsAnsweredAndTheLoopGoesOn() throws Exception {
        Handler fragile = request -> {
            if (request.target().equals("/deep")) throw new StackOverflowError();
            return said(request.target());
        };
        try (var served = new Served(Served.limits(), fragile)) {
            assertThat(served.ask("GET /deep HTTP/1.1\r\nHost: h\r\n\r\n" + LAST))
                    .startsWith("HTTP/1.1 500");
            assertThat(served.ask(LAST)).endsWith("/z");
        }
    }

    @Test
    void theSameHoldsWhenEveryByteComesAlone() throws Exception {
        try (var served = new Served(Served.limits(), ECHO);
                var socket = served.connect()) {
            socket.setTcpNoDelay(true);
            String chunked =
                    "POST /p HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1;x\r\nd\r\n0\r\n\r\n";
            for (char c : (chunked + GET + LAST).toCharArray()) Served.send(socket, String.valueOf(c));
            assertThat(Served.rest(socket)).containsSubsequence("/pabcdHTTP/1.1 200", "/aHTTP/1.1 200", "/z");
        }
    }

    @Test
    void tellsOldClientsWhetherItStays() throws Exception {
        try (var served = new Served(Served.limits(), ECHO)) {
            assertThat(served.ask("GET /o HTTP/1.0\r\n\r\n"))
                    .contains("Connection: close")
                    .endsWith("/o");
            assertThat(served.ask("GET /o HTTP/1.0\r\nConnection: keep-alive\r\n\r\n" + LAST))
                    .contains("Connection: keep-alive")
                    .endsWith("/z");
            assertThat(served.ask(LAST)).contains("Date: Wed, 11 Mar 2026 03:00:00 GMT\r\n");
        }
    }

    @Test
    void aHalfClosedClientStillGetsItsAnswers() throws Exception {
        try (var served = new Served(Served.limits(), ECHO);
                var socket = served.connect()) {
            Served.send(socket, GET + GET);
            socket.shutdownOutput();
            assertThat(Served.rest(socket)).containsSubsequence("/aHTTP", "/a");
        }
    }

    @Test
    void refusesAndClosesBeyondEachLimitOfSize() throws Exception {
        try (var served = new Served(Served.limits(), ECHO)) {
            assertThat(served.ask("GET /" + "a".repeat(2_000))).startsWith("HTTP/1.1 431 ");
            assertThat(served.ask("GET / HTTP/1.1\r\nHost: h\r\n" + "A: b\r\n".repeat(9)))
                    .startsWith("HTTP/1.1 431 ");
            assertThat(served.ask("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 501\r\n\r\n"))
                    .startsWith("HTTP/1.1 413 ");
            assertThat(served.ask("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n200\r\n"))
                    .startsWith("HTTP/1.1 413 ");
            String wasteful = "1\r\na\r\n".repeat(200);
            assertThat(served.ask("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + wasteful))
                    .startsWith("HTTP/1.1 413 ");
            String refused = served.ask("GET / HTTP/1.1\nHost: h\n\n");
            assertThat(refused).startsWith("HTTP/1.1 400 ").contains("Connection: close");
        }
    }

    @Test
    void whatCameBeforeARefusalIsAnsweredAndNothingAfterIt() throws Exception {
        try (var served = new Served(Served.limits(), ECHO)) {
            String answers = served.ask(GET + "GET / HTTP/1.1\r\nHost : h\r\n\r\n" + GET);
            assertThat(answers).containsSubsequence("/aHTTP/1.1 400 ");
            assertThat(answers.split("HTTP/1.1 ", -1)).hasSize(3);
        }
    }

    @Test
    void tellsAWaitingClientToGoOnOnce() throws Exception {
        try (var served = new Served(Served.limits(), ECHO);
                var socket = served.connect()) {
            Served.send(socket, "POST /p HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
            String go = "HTTP/1.1 100 Continue\r\n\r\n";
            assertThat(Served.read(socket, go.length())).isEqualTo(go);
            Served.send(socket, "abc" + LAST);
            assertThat(Served.rest(socket)).startsWith("HTTP/1.1 200 ").contains("/pabc");
            assertThat(served.ask("POST / HTTP/1.1\r\nHost: h\r\nExpect: tea\r\nContent-Length: 3\r\n\r\n"))
                    .startsWith("HTTP/1.1 417 ");
        }
    }

    @Test
    void closesAnIdleConnectionQuietly() throws Exception {
        try (var served = new Served(Served.limits(), ECHO);
                var socket = served.connect()) {
            Served.send(socket, GET);
            Served.read(socket, 40);
            assertThat(served.passUntilAnswered(socket)).doesNotContain("HTTP/1.1 4");
            assertThat(served.transport.traffic().timedOut()).isEqualTo(1);
        }
    }

    @Test
    void tellsASlowSenderThatItsTimeIsOver() throws Exception {
        try (var served = new Served(Served.limits(), ECHO);
                var socket = served.connect()) {
            Served.send(socket, "GET / HTTP/1.1\r\nHo");
            assertThat(served.passUntilAnswered(socket)).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void aTricklingSenderGetsNoMoreTimeThanASilentOne() throws Exception {
        try (var served = new Served(Served.limits(), ECHO);
                var socket = served.connect()) {
            Served.send(socket, "GET / HTTP/1.1\r\nX: ");
            String answer = "";
            for (int i = 0; i < 40 && answer.isEmpty(); i++) {
                Served.send(socket, "a");
                served.pass(1_000);
                if (served.transport.traffic().timedOut() > 0) answer = Served.rest(socket);
            }
            if (answer.isEmpty()) answer = served.passUntilAnswered(socket);
            assertThat(answer).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void cutsAReaderThatTakesNothing() throws Exception {
        var big = Answer.status(200, "OK").body(List.of(ByteBuffer.allocateDirect(30_000_000)));
        try (var served = new Served(Served.limits(), request -> big);
                var socket = served.connect()) {
            Served.send(socket, GET);
            served.passUntil(() -> served.transport.traffic().timedOut() == 1);
            assertThat(read(socket)).isLessThan(30_000_000);
            assertThat(served.ask(GET.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")))
                    .startsWith("HTTP/1.1 200");
        }
    }

    private static long read(Socket socket) {
        long all = 0;
        try {
            for (byte[] some = socket.getInputStream().readNBytes(65_536);
                    some.length > 0;
                    some = socket.getInputStream().readNBytes(65_536)) all += some.length;
        } catch (IOException reset) {
            // A cut is what was expected.
        }
        return all;
    }

    @Test
    void aBigAnswerArrivesWhole() throws Exception {
        var bytes = new byte[3_000_000];
        new java.util.Random(311).nextBytes(bytes);
        var big = Answer.status(200, "OK")
                .body(List.of(ByteBuffer.wrap(bytes, 0, 1_000_000), ByteBuffer.wrap(bytes, 1_000_000, 2_000_000)));
        try (var served = new Served(Served.limits(), request -> big);
                var socket = served.connect()) {
            Served.send(socket, GET + LAST);
            byte[] all = socket.getInputStream().readAllBytes();
            int head = (all.length - 6_000_000) / 2;
            assertThat(java.util.Arrays.copyOfRange(all, all.length - 3_000_000, all.length))
                    .isEqualTo(bytes);
            assertThat(head).isBetween(50, 200);
        }
    }

    @Test
    void countsConnectionsPerAddress() throws Exception {
        var limits = Served.limits().withConnections(50, 2);
        try (var served = new Served(limits, ECHO);
                var first = served.connect();
                var second = served.connect()) {
            Served.send(first, GET);
            Served.send(second, GET);
            Served.read(first, 20);
            Served.read(second, 20);
            assertThat(served.ask(GET)).startsWith("HTTP/1.1 429 ");
            first.close();
            served.passUntil(() -> served.transport.traffic().connectionsOpen() < 2);
            assertThat(served.ask(LAST)).endsWith("/z");
        }
    }

    @Test
    void aFullHouseLetsIdleOnesGoAndTurnsOthersAway() throws Exception {
        var laters = new LinkedBlockingQueue<Later>();
        var limits = Served.limits().withConnections(2, 50);
        try (var served = new Served(limits, request -> {
                    if (request.target().equals("/z")) return said("/z");
                    laters.add(request.later());
                    return null;
                });
                var idle = served.connect();
                var busy = served.connect()) {
            Served.send(busy, GET);
            var one = laters.poll(10, TimeUnit.SECONDS);
            assertThat(served.ask(LAST)).endsWith("/z");
            assertThat(idle.getInputStream().read()).isEqualTo(-1);
            try (var third = served.connect()) {
                Served.send(third, GET);
                var two = laters.poll(10, TimeUnit.SECONDS);
                assertThat(served.ask(LAST)).startsWith("HTTP/1.1 503 ").contains("Retry-After");
                one.answer(said("one"));
                two.answer(said("two"));
            }
        }
    }

    @Test
    void allUnfinishedRequestsTogetherStayWithinABudget() throws Exception {
        var limits = new Limits(1_000, 8, 500, 5_000, 10_000, 7_000, 9_000, 50, 50, 4_000, false);
        try (var served = new Served(limits, ECHO)) {
            var sockets = new ArrayList<Socket>();
            for (int i = 0; i < 5; i++) {
                var socket = served.connect();
                Served.send(socket, "GET / HTTP/1.1\r\nX: " + "a".repeat(900));
                sockets.add(socket);
            }
            served.passUntil(() -> served.transport.traffic().requestsRefused() > 0);
            for (var socket : sockets) socket.close();
        }
    }

    @Test
    void anAnswerMayComeFromElsewhereAndKeepsItsPlace() throws Exception {
        var laters = new LinkedBlockingQueue<Later>();
        try (var served = new Served(Served.limits(), request -> {
                    if (!request.target().equals("/a")) return said(request.target());
                    laters.add(request.later());
                    return null;
                });
                var socket = served.connect()) {
            Served.send(socket, GET + LAST);
            var later = laters.poll(10, TimeUnit.SECONDS);
            assertThat(later).isNotNull();
            later.answer(said("/later"));
            later.answer(said("/twice"));
            assertThat(Served.rest(socket))
                    .containsSubsequence("/laterHTTP/1.1", "/z")
                    .doesNotContain("twice");
        }
    }

    @Test
    void aPromiseThatIsNotKeptEndsInAnApology() throws Exception {
        var laters = new LinkedBlockingQueue<Later>();
        try (var served = new Served(Served.limits(), request -> {
                    laters.add(request.later());
                    return null;
                });
                var socket = served.connect()) {
            Served.send(socket, GET);
            assertThat(laters.poll(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(served.passUntilAnswered(socket)).startsWith("HTTP/1.1 503 ");
        }
    }

    @Test
    void aBugInOneAnswerLeavesTheOthersAlone() throws Exception {
        try (var served = new Served(Served.limits(), request -> {
            if (request.target().equals("/a")) throw new IllegalStateException("expected by this test");
            return said(request.target());
        })) {
            assertThat(served.ask(GET)).startsWith("HTTP/1.1 500 ").contains("Connection: close");
            assertThat(served.ask(LAST)).endsWith("/z");
        }
    }

    @Test
    void closingLetsAnswersOnTheirWayOut() throws Exception {
        var laters = new LinkedBlockingQueue<Later>();
        var served = new Served(Served.limits(), request -> {
            laters.add(request.later());
            return null;
        });
        try (var socket = served.connect()) {
            Served.send(socket, GET);
            var later = laters.poll(10, TimeUnit.SECONDS);
            var closed = new CountDownLatch(1);
            Thread.ofVirtual().start(() -> {
                served.close();
                closed.countDown();
            });
            later.answer(said("/out"));
            assertThat(Served.rest(socket)).endsWith("/out");
            assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Answer said(String text) {
        return Answer.status(200, "OK").text(text);
    }
}
