package noroshi.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import noroshi.platform.DatabaseTest;
import noroshi.snapshot.ViewReport;
import noroshi.snapshot.ViewReport.Line;
import noroshi.views.Views.Count;
import noroshi.views.Views.Grain;
import noroshi.views.Views.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewsTest extends DatabaseTest {

    private static final String MIYAGI = "040002";
    private static final String SENDAI = "041009";
    private static final Instant FIVE = Instant.parse("2026-03-11T05:00:00Z");
    private static final Instant SIX = FIVE.plus(Duration.ofHours(1));
    private static final Instant FOREVER = FIVE.plus(Duration.ofDays(100));

    private final ViewStore store = new ViewStore(sql);
    private final Views views = new Views(sql);

    @BeforeEach
    void governments() {
        tenancy.runEverywhere(() -> sql.sql("""
                        insert into government (code, name, kind, parent) values
                            ('040002', '宮城県', 'prefecture', null), ('041009', '仙台市', 'city', '040002')
                        """).update());
    }

    private static ViewReport report(int beacon, Instant hour, Line... lines) {
        return new ViewReport("%032x".formatted(beacon), hour, List.of(lines));
    }

    private static Line line(String site, String variant, long count, String path) {
        return new Line(site, variant, count, path);
    }

    private void put(ViewReport report) {
        tenancy.runEverywhere(() -> store.put(report));
    }

    private List<Count> over(String government, Grain grain) {
        return tenancy.in(government, () -> views.over(government, grain, Instant.EPOCH, FOREVER));
    }

    @Test
    void beaconsAddUpAndAReportTwiceOrLateChangesNothing() {
        var early = report(1, FIVE, line(MIYAGI, "full", 2, "/"));
        var later = report(1, FIVE, line(MIYAGI, "full", 7, "/"), line(MIYAGI, "lite", 1, "/"));
        for (var report : List.of(early, later, later, early)) put(report);
        put(report(2, FIVE, line(MIYAGI, "full", 10, "/")));
        put(report(2, SIX, line(MIYAGI, "text", 4, "/press/12")));

        assertThat(over(MIYAGI, Grain.HOUR)).containsExactly(new Count(FIVE, 17, 1, 0), new Count(SIX, 0, 0, 4));
        assertThat(tenancy.in(MIYAGI, () -> views.top(MIYAGI, FIVE, FOREVER, 20)))
                .containsExactly(new Page("/", 17, 1, 0), new Page("/press/12", 0, 0, 4));
    }

    @Test
    void aGovernmentSeesItsOwnCountsOnlyWhateverItAsks() {
        put(report(
                1, FIVE, line(MIYAGI, "full", 2, "/"), line(SENDAI, "full", 3, "/"), line("999999", "full", 9, "/")));

        assertThat(over(SENDAI, Grain.HOUR)).containsExactly(new Count(FIVE, 3, 0, 0));
        assertThat(tenancy.in(SENDAI, () -> views.over(MIYAGI, Grain.HOUR, Instant.EPOCH, FOREVER)))
                .as("row-level security")
                .isEmpty();
    }

    @Test
    void oldHoursBecomeDaysInJapanAndNothingIsLost() {
        var beforeMidnight = Instant.parse("2026-03-11T14:00:00Z");
        var afterMidnight = Instant.parse("2026-03-11T15:00:00Z");
        for (int beacon = 1; beacon <= 2; beacon++)
            for (var hour : List.of(FIVE, beforeMidnight, afterMidnight))
                put(report(beacon, hour, line(MIYAGI, "full", 5, "/")));
        var days = over(MIYAGI, Grain.DAY);
        tenancy.everywhere(() -> store.sumUp(afterMidnight));
        assertThat(over(MIYAGI, Grain.DAY)).isEqualTo(days);
        tenancy.everywhere(() -> store.sumUp(FOREVER));
        tenancy.everywhere(() -> store.sumUp(FOREVER));

        assertThat(over(MIYAGI, Grain.DAY))
                .isEqualTo(days)
                .containsExactly(
                        new Count(Instant.parse("2026-03-10T15:00:00Z"), 20, 0, 0), new Count(afterMidnight, 10, 0, 0));
    }

    @Test
    void aBeaconIsReadHourByHourAndFromTheLastHourAgain() throws Exception {
        var reports = new TreeMap<Instant, ViewReport>();
        var server = beacon(reports);
        try (var http = HttpClient.newHttpClient()) {
            var admin = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            var beacon = new BeaconViews(http, admin, "secret", store, tenancy);
            reports.put(FIVE, report(1, FIVE, line(MIYAGI, "full", 1, "/")));
            reports.put(SIX, report(1, SIX, line(MIYAGI, "full", 1, "/")));
            assertThat(beacon.round()).isEqualTo(2);
            reports.put(SIX, report(1, SIX, line(MIYAGI, "full", 6, "/")));
            assertThat(beacon.round()).isEqualTo(1);
            assertThat(over(MIYAGI, Grain.HOUR)).containsExactly(new Count(FIVE, 1, 0, 0), new Count(SIX, 6, 0, 0));

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> new BeaconViews(http, admin, "wrong", store, tenancy).round())
                    .withMessageContaining("401");
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer beacon(TreeMap<Instant, ViewReport> reports) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(ViewReport.PATH, http -> {
            var from = Instant.parse(http.getRequestURI().getQuery().substring("from=".length()));
            var report = reports.ceilingEntry(from);
            boolean known = "Bearer secret".equals(http.getRequestHeaders().getFirst("Authorization"));
            var body = report == null ? new byte[0] : report.getValue().text().getBytes(StandardCharsets.UTF_8);
            http.sendResponseHeaders(known ? report == null ? 204 : 200 : 401, body.length == 0 ? -1 : body.length);
            if (body.length > 0) http.getResponseBody().write(body);
            http.close();
        });
        server.start();
        return server;
    }
}
