package noroshi.beacon;

import noroshi.beacon.http.Answer;
import noroshi.snapshot.Response;

/** Answers for machines. */
final class Replies {

    private Replies() {}

    static Answer of(Response response) {
        var building = Statuses.of(response.status()).field("Cache-Control", "no-store");
        if (response.status() == 204) return building.nothing();
        return building.field("Content-Type", response.type()).body(response.body());
    }

    static Answer text(int status, String text) {
        return Statuses.of(status)
                .field("Content-Type", "text/plain; charset=utf-8")
                .field("Cache-Control", "no-store")
                .text(text + "\n");
    }

    static Answer json(int status, String json) {
        return Statuses.of(status)
                .field("Content-Type", "application/json; charset=utf-8")
                .field("Cache-Control", "no-store")
                .text(json + "\n");
    }

    static Answer onlyPost() {
        return Statuses.of(405)
                .field("Allow", "POST")
                .field("Content-Type", "text/plain; charset=utf-8")
                .text("POST only\n");
    }

    static Answer busy() {
        return Statuses.of(503)
                .field("Content-Type", "text/plain; charset=utf-8")
                .field("Retry-After", "5")
                .text("busy\n");
    }
}
