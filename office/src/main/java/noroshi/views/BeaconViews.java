package noroshi.views;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import noroshi.platform.Tenancy;
import noroshi.snapshot.ViewReport;

/** One beacon's counts: asks hour by hour, keeps each together with its place. */
final class BeaconViews {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int REPORT_BYTES_MAX = 64 << 20;
    private static final int HOURS_PER_ROUND_MAX = 1_000;

    private final HttpClient http;
    private final URI admin;
    private final String secret;
    private final ViewStore store;
    private final Tenancy tenancy;

    BeaconViews(HttpClient http, URI admin, String secret, ViewStore store, Tenancy tenancy) {
        this.http = http;
        this.admin = admin;
        this.secret = secret;
        this.store = store;
        this.tenancy = tenancy;
    }

    /** Fetches all that is new, the hour of the last round once more. Returns how many hours came. */
    int round() throws IOException, InterruptedException {
        var from = tenancy.everywhere(() -> store.cursor(admin.toString()));
        int hours = 0;
        while (hours < HOURS_PER_ROUND_MAX) {
            var report = fetch(from);
            if (report.isEmpty()) return hours;
            keep(report.get());
            from = report.get().hour().plus(Duration.ofHours(1));
            hours++;
        }
        return hours;
    }

    private void keep(ViewReport report) {
        tenancy.runEverywhere(() -> {
            store.put(report);
            store.putCursor(admin.toString(), report.hour());
        });
    }

    private Optional<ViewReport> fetch(Instant from) throws IOException, InterruptedException {
        var address = admin.resolve(
                ViewReport.PATH + "?from=" + URLEncoder.encode(from.toString(), StandardCharsets.US_ASCII));
        var request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + secret)
                .build();
        var answer = http.send(request, BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() == 204) return Optional.empty();
            if (answer.statusCode() != 200)
                throw new IOException("%s answered %d. Maybe it is an older beacon, or the secrets differ."
                        .formatted(address, answer.statusCode()));
            return Optional.of(ViewReport.parse(bounded(body)));
        } catch (IllegalArgumentException wrong) {
            throw new IOException("%s told something impossible: %s".formatted(address, wrong.getMessage()), wrong);
        }
    }

    private static String bounded(InputStream body) throws IOException {
        var all = new ByteArrayOutputStream();
        all.writeBytes(body.readNBytes(REPORT_BYTES_MAX));
        if (body.read() >= 0) throw new IOException("The report has more than %d bytes.".formatted(REPORT_BYTES_MAX));
        return all.toString(StandardCharsets.UTF_8);
    }
}
