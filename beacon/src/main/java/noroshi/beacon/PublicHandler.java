package noroshi.beacon;

import noroshi.beacon.http.Answer;
import noroshi.beacon.http.Handler;
import noroshi.beacon.http.Request;
import org.jspecify.annotations.Nullable;

/** The public port: pages for readers, Letters from them, and the snapshot itself for other beacons. */
final class PublicHandler implements Handler {

    private static final String OWN_PREFIX = "/.noroshi/";

    private final PageHandler pages;
    private final LetterHandler letters;
    private final RelayHandler relay;
    private final @Nullable AccessLog log;

    PublicHandler(PageHandler pages, LetterHandler letters, RelayHandler relay, @Nullable AccessLog log) {
        this.pages = pages;
        this.letters = letters;
        this.relay = relay;
        this.log = log;
    }

    @Override
    public @Nullable Answer handle(Request request) {
        if (request.targetStartsWith(OWN_PREFIX)) return relay.handle(request);
        return switch (request.method()) {
            case GET, HEAD -> pages.handle(request);
            case POST -> letters.handle(request);
            case UNOFFERED -> ErrorPages.notAllowed(true);
            case UNKNOWN -> ErrorPages.unknownMethod();
        };
    }

    @Override
    public void answered(Request request, Answer answer) {
        if (log != null) log.add(request, answer);
    }
}
